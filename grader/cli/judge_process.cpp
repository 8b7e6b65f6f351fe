// Starts and terminates judging processes with libuv.
#include "cli/judge_process.h"

#include <algorithm>
#include <csignal>
#include <stdexcept>

#include "compile/spawn.h"

namespace lab::cli {
namespace {

JudgeProcess& judge_of(void* data) { return *static_cast<JudgeProcess*>(data); }

}  // namespace

JudgeProcess::JudgeProcess(uv_loop_t& loop, const std::vector<std::string>& argv, Owner owner) : owner_(std::move(owner)) {
  compile::Command command;
  command.argv = argv;
  compile::Spawn spawn(command);
  spawn.connect(loop, {&in_, &out_, &err_}, this);
  spawn.stand_alone();  // watch handles Ctrl-C itself and stops this process in an orderly way
  spawn.options.exit_cb = [](uv_process_t* process, std::int64_t status, int signal) {
    JudgeProcess& self = judge_of(process->data);
    self.exited_ = true;
    self.exit_status_ = compile::status_of(status, signal);
    self.close_when_done();
  };
  process_.data = this;
  open_ = 4;  // handles: three pipes and the process
  try {
    spawn.start(loop, process_);
  } catch (const std::runtime_error& error) {
    exited_ = stopped_ = true;
    errors_ = error.what();
    close_when_done();
    return;
  }
  listen(out_);
  listen(err_);
}

void JudgeProcess::judge(const std::string& lab, bool fresh, bool page) {
  request_ = lab + (fresh ? std::string(" ") + kFresh : "") + (page ? std::string(" ") + kPage : "") + "\n";
  const uv_buf_t buffer = uv_buf_init(request_.data(), static_cast<unsigned>(request_.size()));
  uv_write(&writing_, reinterpret_cast<uv_stream_t*>(&in_), &buffer, 1, [](uv_write_t*, int) {});  // if it is gone, its exit reports that
}

// Without a signal: Windows would terminate the process at once, and if it is in the middle of CreateProcess, the new process would stay
// suspended and keep every handle that it has inherited.
void JudgeProcess::stop() {
  stopped_ = true;
  close(reinterpret_cast<uv_handle_t*>(&in_));
}

void JudgeProcess::kill() {
  if (!exited_) uv_process_kill(&process_, SIGKILL);
}

void JudgeProcess::listen(uv_pipe_t& pipe) {
  const auto give = [](uv_handle_t* handle, std::size_t, uv_buf_t* buffer) {
    auto& space = judge_of(handle->data).space_;
    *buffer = uv_buf_init(space.data(), static_cast<unsigned>(space.size()));
  };
  const auto got = [](uv_stream_t* stream, ssize_t size, const uv_buf_t* buffer) {
    JudgeProcess& self = judge_of(stream->data);
    if (size > 0) self.take(stream, {buffer->base, static_cast<std::size_t>(size)});
    if (size >= 0) return;
    if (stream == reinterpret_cast<uv_stream_t*>(&self.out_)) self.out_ended_ = true;
    self.close_when_done();
  };
  uv_read_start(reinterpret_cast<uv_stream_t*>(&pipe), give, got);
}

void JudgeProcess::take(const uv_stream_t* stream, std::string_view text) {
  constexpr std::size_t kKept = 65536;
  if (stream == reinterpret_cast<uv_stream_t*>(&err_)) {
    errors_ += text.substr(0, kKept - std::min(kKept, errors_.size()));
    return;
  }
  line_ += text;
  for (std::size_t end; (end = line_.find('\n')) != std::string::npos; line_.erase(0, end + 1)) {
    const nlohmann::json told = nlohmann::json::parse(line_.begin(), line_.begin() + static_cast<std::ptrdiff_t>(end), nullptr, false);
    if (told.is_object() && !stopped_) owner_.told(*this, told);
  }
}

// Output written before the exit may still be in the pipe when the exit is reported.
void JudgeProcess::close_when_done() {
  if (!exited_ || (!out_ended_ && !stopped_)) return;
  for (uv_handle_t* handle : {reinterpret_cast<uv_handle_t*>(&process_), reinterpret_cast<uv_handle_t*>(&in_),
                              reinterpret_cast<uv_handle_t*>(&out_), reinterpret_cast<uv_handle_t*>(&err_)})
    close(handle);
}

void JudgeProcess::close(uv_handle_t* handle) {
  if (uv_is_closing(handle)) return;
  uv_close(handle, [](uv_handle_t* closed) {
    JudgeProcess& self = judge_of(closed->data);
    if (--self.open_ > 0) return;
    const Owner owner = std::move(self.owner_);  // which deletes this object
    const std::string errors = std::move(self.errors_);
    owner.ended(self, self.exit_status_, errors);
  });
}

}  // namespace lab::cli

// Starts and ends judging processes over libuv.
#include "cli/judge_process.h"

#include <fmt/core.h>

#include <algorithm>
#include <csignal>

namespace lab::cli {
namespace {

JudgeProcess& of(void* data) { return *static_cast<JudgeProcess*>(data); }

}  // namespace

JudgeProcess::JudgeProcess(uv_loop_t& loop, const std::vector<std::string>& argv, Owner owner) : owner_(std::move(owner)) {
  std::array<uv_stdio_container_t, 3> stdio{};
  const std::array pipes{&in_, &out_, &err_};
  for (std::size_t i = 0; i < pipes.size(); ++i) {
    uv_pipe_init(&loop, pipes[i], 0);
    pipes[i]->data = this;
    ++open_;
    stdio[i].flags = static_cast<uv_stdio_flags>(UV_CREATE_PIPE | (i == 0 ? UV_READABLE_PIPE : UV_WRITABLE_PIPE));
    stdio[i].data.stream = reinterpret_cast<uv_stream_t*>(pipes[i]);
  }
  std::vector<char*> words;
  for (const std::string& word : argv) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  uv_process_options_t options{};
  options.file = words[0];
  options.args = words.data();
  options.stdio = stdio.data();
  options.stdio_count = static_cast<int>(stdio.size());
#ifdef _WIN32
  options.flags = UV_PROCESS_WINDOWS_HIDE;
#else
  options.flags = UV_PROCESS_DETACHED;  // Ctrl-C is the watch's own business: it ends this one in good order
#endif
  options.exit_cb = [](uv_process_t* process, std::int64_t status, int signal) {
    JudgeProcess& self = of(process->data);
    self.exited_ = true;
    self.exit_status_ = signal != 0 ? 128 + signal : static_cast<int>(status);
    self.close_when_done();
  };
  process_.data = this;
  ++open_;
  if (const int error = uv_spawn(&loop, &process_, &options)) {
    exited_ = stopped_ = true;
    errors_ = fmt::format("cannot start {}: {}", argv.at(0), uv_strerror(error));
    close_when_done();
    return;
  }
  listen(out_);
  listen(err_);
}

void JudgeProcess::judge(const std::string& lab, bool fresh) {
  request_ = lab + (fresh ? std::string(" ") + kFresh : "") + "\n";
  const uv_buf_t buffer = uv_buf_init(request_.data(), static_cast<unsigned>(request_.size()));
  uv_write(&writing_, reinterpret_cast<uv_stream_t*>(&in_), &buffer, 1, [](uv_write_t*, int) {});  // one that is gone tells so by its end
}

void JudgeProcess::stop() {
  stopped_ = true;
  if (!exited_) uv_process_kill(&process_, SIGTERM);
  close(reinterpret_cast<uv_handle_t*>(&in_));  // one that waits for something to judge looks for nothing else
}

void JudgeProcess::kill() {
  if (!exited_) uv_process_kill(&process_, SIGKILL);
}

void JudgeProcess::listen(uv_pipe_t& pipe) {
  const auto give = [](uv_handle_t* handle, std::size_t, uv_buf_t* buffer) {
    auto& space = of(handle->data).space_;
    *buffer = uv_buf_init(space.data(), static_cast<unsigned>(space.size()));
  };
  const auto got = [](uv_stream_t* stream, ssize_t size, const uv_buf_t* buffer) {
    JudgeProcess& self = of(stream->data);
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

// What was said before the end is still in the pipe when the end is known.
void JudgeProcess::close_when_done() {
  if (!exited_ || (!out_ended_ && !stopped_)) return;
  for (uv_handle_t* handle : {reinterpret_cast<uv_handle_t*>(&process_), reinterpret_cast<uv_handle_t*>(&in_),
                              reinterpret_cast<uv_handle_t*>(&out_), reinterpret_cast<uv_handle_t*>(&err_)})
    close(handle);
}

void JudgeProcess::close(uv_handle_t* handle) {
  if (uv_is_closing(handle)) return;
  uv_close(handle, [](uv_handle_t* closed) {
    JudgeProcess& self = of(closed->data);
    if (--self.open_ > 0) return;
    const Owner owner = std::move(self.owner_);  // which deletes what it lay in
    const std::string errors = std::move(self.errors_);
    owner.ended(self, self.exit_status_, errors);
  });
}

}  // namespace lab::cli

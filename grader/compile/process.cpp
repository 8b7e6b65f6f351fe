// Starts processes with libuv, with one event loop per call, so that several threads can run one each.
#include "compile/process.h"

#include <fmt/core.h>
#include <uv.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <mutex>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "compile/job_object.h"
#include "compile/spawn.h"

namespace lab::compile {
namespace {

constexpr std::size_t kKept = std::size_t{1} << 20;
// A grandchild may keep a pipe open after the process itself has exited. run() waits for it no longer than this.
constexpr std::uint64_t kWaitForPipesMs = 2000;
constexpr std::uint64_t kToCleanUpMs = 4000;
constexpr int kTicksInLimit = 100;

// Lets interrupt() reach the runs in progress.
struct InProgress {
  std::mutex mutex;
  int signal = 0;
  std::set<uv_async_t*> runs;
};

InProgress& in_progress() {
  static auto* const all = new InProgress;  // never destroyed, because another thread may call interrupt() while the process exits
  return *all;
}

class Session {
 public:
  explicit Session(const Command& command) : command_(command) {
    if (const int error = uv_loop_init(&loop_)) throw std::runtime_error(fmt::format("event loop: {}", uv_strerror(error)));
    uv_async_init(&loop_, &interruption_, [](uv_async_t* async) { of(async).interrupt(asked_signal()); });
    interruption_.data = this;
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session() {
    close_all();
    uv_run(&loop_, UV_RUN_DEFAULT);
    uv_loop_close(&loop_);
  }

  Finished run() {
    enter();
    if (interrupted_ != 0) return {};
    for (auto& [watcher, number] : signals_) watch(watcher, number);
    start();
    if (command_.late_input) input_ = command_.late_input();
    feed(command_.late_input ? input_ : command_.input);
    listen(out_);
    listen(err_);
    uv_timer_init(&loop_, &timer_);
    timer_.data = this;
    if (command_.limit) {
      // A late tick counts as one tick, so time that a stopped process missed does not count.
      const auto tick_ms = static_cast<std::uint64_t>((*command_.limit / kTicksInLimit).count()) + 1;
      uv_timer_start(
          &timer_, [](uv_timer_t* timer) { of(timer).count_tick(); }, tick_ms, tick_ms);
    }
    uv_run(&loop_, UV_RUN_DEFAULT);
    if (!line_.empty()) tell_line();
    if (broken_) std::rethrow_exception(broken_);
    return std::move(finished_);
  }

  // The signal that asked the grader itself to exit, or 0. The process has exited by then.
  int interrupted() const { return interrupted_; }

 private:
  template <typename Handle>
  static Session& of(Handle* handle) {
    return *static_cast<Session*>(handle->data);
  }

  void enter() {
    InProgress& all = in_progress();
    const std::lock_guard<std::mutex> lock(all.mutex);
    all.runs.insert(&interruption_);
    interrupted_ = all.signal;
  }

  void leave() {
    InProgress& all = in_progress();
    const std::lock_guard<std::mutex> lock(all.mutex);
    all.runs.erase(&interruption_);
  }

  static int asked_signal() {
    InProgress& all = in_progress();
    const std::lock_guard<std::mutex> lock(all.mutex);
    return all.signal;
  }

  void start() {
    Spawn spawn(command_);
    spawn.connect(loop_, {&in_, &out_, &err_}, this);
    spawn.stand_alone();
    spawn.options.exit_cb = [](uv_process_t* process, std::int64_t status, int signal) { of(process).ended(status, signal); };
    process_.data = this;
    spawn.start(loop_, process_);
    job_.emplace(command_.bounds, process_);
  }

  void feed(const std::string& input) {
    const uv_buf_t buffer = uv_buf_init(const_cast<char*>(input.data()), static_cast<unsigned>(input.size()));
    const auto done = [](uv_write_t* request, int) { close(*request->handle); };
    if (input.empty() || uv_write(&writing_, reinterpret_cast<uv_stream_t*>(&in_), &buffer, 1, done) != 0) close(in_);
  }

  void listen(uv_pipe_t& pipe) {
    ++open_pipes_;
    const auto give = [](uv_handle_t* handle, std::size_t, uv_buf_t* buffer) {
      auto& space = of(handle).space_;
      *buffer = uv_buf_init(space.data(), static_cast<unsigned>(space.size()));
    };
    const auto take = [](uv_stream_t* stream, ssize_t size, const uv_buf_t* buffer) {
      if (size > 0) of(stream).take(stream, std::string_view(buffer->base, static_cast<std::size_t>(size)));
      if (size < 0) of(stream).at_end(*stream);
    };
    uv_read_start(reinterpret_cast<uv_stream_t*>(&pipe), give, take);
  }

  void take(const uv_stream_t* stream, std::string_view text) {
    if (stream == reinterpret_cast<uv_stream_t*>(&err_)) return keep(finished_.err, text);
    if (!command_.on_line) return keep(finished_.out, text);
    for (std::size_t end; (end = text.find('\n')) != text.npos; text.remove_prefix(end + 1)) {
      line_ += text.substr(0, end);
      tell_line();
    }
    line_ += text;
  }

  static void keep(std::string& kept, std::string_view text) { kept += text.substr(0, kKept - std::min(kKept, kept.size())); }

  // An exception must not propagate through libuv's C code, so it is stored for run().
  void tell_line() {
    if (!line_.empty() && line_.back() == '\r') line_.pop_back();
    const std::string line = std::exchange(line_, {});
    if (command_.limit_from_last_line) ticks_ = 0;
    if (broken_) return;
    try {
      command_.on_line(line);
    } catch (...) {
      broken_ = std::current_exception();
      kill();
    }
  }

  void at_end(uv_stream_t& stream) {
    close(stream);
    if (--open_pipes_ == 0 && exited_) close_all();
  }

  void ended(std::int64_t status, int signal) {
    exited_ = true;
    job_.reset();  // terminates whatever the process left running
    finished_.exit_status = status_of(status, signal);
    if (open_pipes_ == 0) return close_all();
    uv_timer_start(
        &timer_, [](uv_timer_t* timer) { of(timer).close_all(); }, kWaitForPipesMs, 0);
  }

  void count_tick() {
    if (++ticks_ < kTicksInLimit) return;
    finished_.timed_out = true;
    kill();
  }

  void watch(uv_signal_t& watcher, int number) {
    uv_signal_init(&loop_, &watcher);
    watcher.data = this;
    uv_signal_start(
        &watcher, [](uv_signal_t* signal, int caught) { of(signal).interrupt(caught); }, number);
  }

  void interrupt(int number) {
    const bool first = std::exchange(interrupted_, number) == 0;
    if (!command_.cleans_up || !first || exited_ || process_.pid <= 0 || uv_kill(process_.pid, SIGTERM) != 0) return kill();
    uv_timer_start(
        &timer_, [](uv_timer_t* timer) { of(timer).kill(); }, kToCleanUpMs, 0);
  }

  void kill() {
    if (exited_ || process_.pid <= 0) return;
#ifdef _WIN32
    job_.reset();
    uv_process_kill(&process_, SIGTERM);
#else
    uv_kill(-process_.pid, SIGKILL);
#endif
  }

  template <typename Handle>
  static void close(Handle& handle) {
    auto* base = reinterpret_cast<uv_handle_t*>(&handle);
    if (!uv_is_closing(base)) uv_close(base, nullptr);
  }

  void close_all() {
    leave();
    uv_walk(
        &loop_, [](uv_handle_t* handle, void*) { close(*handle); }, nullptr);
  }

  const Command& command_;
  Finished finished_;
  uv_loop_t loop_{};
  uv_process_t process_{};
  uv_pipe_t in_{}, out_{}, err_{};
  uv_write_t writing_{};
  uv_timer_t timer_{};
  uv_async_t interruption_{};
  std::array<std::pair<uv_signal_t, int>, 2> signals_{{{{}, SIGINT}, {{}, SIGTERM}}};
  std::array<char, 65536> space_{};
  std::string line_, input_;
  std::optional<JobObject> job_;
  std::exception_ptr broken_;
  int open_pipes_ = 0;
  int ticks_ = 0;
  bool exited_ = false;
  int interrupted_ = 0;
};

}  // namespace

std::filesystem::path find_on_path(const std::string& program) {
  const char* const path = std::getenv("PATH");
  std::istringstream folders(path ? path : "");
  for (std::string folder; std::getline(folders, folder, ':');) {
    std::error_code error;
    if (const auto file = std::filesystem::path(folder) / program; std::filesystem::is_regular_file(file, error)) return file;
  }
  return {};
}

Finished run(const Command& command) {
#ifndef _WIN32
  std::signal(SIGPIPE, SIG_IGN);  // a process may exit before it has read its input
#endif
  Finished finished;
  int interrupted = 0;
  {
    Session session(command);
    finished = session.run();
    interrupted = session.interrupted();
  }
  if (interrupted != 0) throw Interrupted{interrupted};
  return finished;
}

bool interrupt(int signal) {
  InProgress& all = in_progress();
  const std::lock_guard<std::mutex> lock(all.mutex);
  all.signal = signal;
  for (uv_async_t* const one : all.runs) uv_async_send(one);
  return !all.runs.empty();
}

int run_attached(const Command& command) {
  uv_loop_t loop;
  if (const int error = uv_loop_init(&loop)) throw std::runtime_error(fmt::format("event loop: {}", uv_strerror(error)));
  Spawn spawn(command);
  spawn.inherit();
  struct Ended {
    int status = -1;
    uv_signal_t interrupt{};
  } ended;
  spawn.options.exit_cb = [](uv_process_t* process, std::int64_t status, int signal) {
    auto* seen = static_cast<Ended*>(process->data);
    seen->status = status_of(status, signal);
    uv_close(reinterpret_cast<uv_handle_t*>(process), nullptr);
    uv_close(reinterpret_cast<uv_handle_t*>(&seen->interrupt), nullptr);
  };
  uv_process_t process{};
  process.data = &ended;
  uv_signal_init(&loop, &ended.interrupt);
  uv_signal_start(
      &ended.interrupt, [](uv_signal_t*, int) {}, SIGINT);  // the terminal also sends it to the process
  try {
    spawn.start(loop, process);
  } catch (...) {
    uv_close(reinterpret_cast<uv_handle_t*>(&process), nullptr);
    uv_close(reinterpret_cast<uv_handle_t*>(&ended.interrupt), nullptr);
    uv_run(&loop, UV_RUN_DEFAULT);
    uv_loop_close(&loop);
    throw;
  }
  uv_run(&loop, UV_RUN_DEFAULT);
  uv_loop_close(&loop);
  return ended.status;
}

}  // namespace lab::compile

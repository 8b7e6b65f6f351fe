// Prepares libuv's options.
#include "compile/spawn.h"

#include <fmt/core.h>

#include <stdexcept>

#include "text/path.h"

namespace lab::compile {
namespace {

using text::utf8;

std::vector<std::string> environment(const Command& command) {
  std::map<std::string, std::string> merged = command.environment;
  uv_env_item_t* items = nullptr;
  int count = 0;
  if (uv_os_environ(&items, &count) == 0) {
    for (int i = 0; i < count; ++i) merged.emplace(items[i].name, items[i].value);
    uv_os_free_environ(items, count);
  }
  std::vector<std::string> variables;
  for (const auto& [name, value] : merged) variables.push_back(name + "=" + value);
  return variables;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (std::string& string : strings) out.push_back(string.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

Spawn::Spawn(const Command& command) : words_(command.argv), variables_(environment(command)) {
  argv_ = pointers(words_);
  env_ = pointers(variables_);
  folder_ = utf8(command.folder);
  options.file = argv_[0];
  options.args = argv_.data();
  options.env = env_.data();
  options.cwd = folder_.empty() ? nullptr : folder_.c_str();
  options.stdio = stdio_.data();
  options.stdio_count = static_cast<int>(stdio_.size());
}

void Spawn::connect(uv_loop_t& loop, const std::array<uv_pipe_t*, 3>& pipes, void* data) {
  for (std::size_t i = 0; i < pipes.size(); ++i) {
    uv_pipe_init(&loop, pipes[i], 0);
    pipes[i]->data = data;
    stdio_[i].flags = static_cast<uv_stdio_flags>(UV_CREATE_PIPE | (i == 0 ? UV_READABLE_PIPE : UV_WRITABLE_PIPE));
    stdio_[i].data.stream = reinterpret_cast<uv_stream_t*>(pipes[i]);
  }
}

void Spawn::inherit() {
  for (std::size_t i = 0; i < stdio_.size(); ++i) {
    stdio_[i].flags = UV_INHERIT_FD;
    stdio_[i].data.fd = static_cast<int>(i);
  }
}

void Spawn::stand_alone() {
#ifdef _WIN32
  options.flags = UV_PROCESS_WINDOWS_HIDE;
#else
  options.flags = UV_PROCESS_DETACHED;
#endif
}

void Spawn::start(uv_loop_t& loop, uv_process_t& process) {
  if (const int error = uv_spawn(&loop, &process, &options))
    throw std::runtime_error(fmt::format("cannot start {}{}: {}", argv_[0], folder_.empty() ? "" : " in " + folder_, uv_strerror(error)));
}

int status_of(std::int64_t status, int signal) { return signal != 0 ? 128 + signal : static_cast<int>(status); }

}  // namespace lab::compile

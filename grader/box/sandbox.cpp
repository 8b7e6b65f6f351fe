// Builds bubblewrap's options.
#include "box/sandbox.h"

#include <fmt/core.h>

#include "compile/process.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::box {
namespace {

namespace fs = std::filesystem;
using text::utf8;
using Arguments = std::vector<std::string>;

constexpr const char* kProgram = "bwrap";
constexpr const char* kPath = "/usr/bin:/bin:/usr/sbin:/sbin";

// Makes a system folder visible: binds it or, if it is a link, creates the same link.
void show_system_folder(Arguments& arguments, const std::string& folder) {
  std::error_code error;
  if (const fs::path target = fs::read_symlink(folder, error); !error)
    arguments.insert(arguments.end(), {"--symlink", target.string(), folder});
  else if (fs::is_directory(folder))
    arguments.insert(arguments.end(), {"--ro-bind", folder, folder});
}

// Clears the environment first: otherwise, the caller's would stay readable in /proc/1, which is bubblewrap itself.
Arguments start(const Sandbox& sandbox) {
  Arguments arguments{"env", "-i", fmt::format("PATH={}", kPath), "HOME=/tmp", "USER=student"};
  for (const auto& [name, value] : sandbox.environment) arguments.push_back(name + "=" + value);
  arguments.insert(arguments.end(), {kProgram, "--unshare-all", "--unshare-user", "--new-session", "--die-with-parent", "--hostname", "lab",
                                     "--uid", "1000", "--gid", "1000"});
  return arguments;
}

// Includes the processors in /sys, because Wine counts them.
void show_system(Arguments& arguments) {
  for (const char* folder : {"/usr", "/bin", "/lib", "/lib64"}) show_system_folder(arguments, folder);
  for (const char* file : {"/etc/ld.so.cache", "/etc/localtime", "/sys/devices/system/cpu"})
    arguments.insert(arguments.end(), {"--ro-bind-try", file, file});
  arguments.insert(arguments.end(), {"--proc", "/proc", "--dev", "/dev"});
}

std::string last_line(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text.substr(text.rfind('\n') + 1);
}

}  // namespace

std::vector<std::string> in_sandbox(const Sandbox& sandbox, const std::vector<std::string>& command) {
  Arguments arguments = start(sandbox);
  show_system(arguments);
  arguments.insert(arguments.end(), {"--size", std::to_string(sandbox.room), "--tmpfs", "/tmp"});
  for (const fs::path& folder : sandbox.hidden) arguments.insert(arguments.end(), {"--tmpfs", utf8(folder)});
  for (const Mount& mount : sandbox.mounts)
    arguments.insert(arguments.end(), {mount.writable ? "--bind" : "--ro-bind", utf8(mount.from), mount.to});
  arguments.insert(arguments.end(), {"--remount-ro", "/", "--chdir", sandbox.folder, "--", "prlimit"});
  const Limits& limits = sandbox.limits;
  arguments.insert(arguments.end(),
                   {fmt::format("--as={}", limits.address_space), fmt::format("--fsize={}", limits.file_size),
                    fmt::format("--nproc={}", limits.processes), fmt::format("--cpu={}", limits.processor_time.count()), "--core=0", "--"});
  arguments.insert(arguments.end(), command.begin(), command.end());
  return arguments;
}

void require_sandbox() {
  if (compile::find_on_path(kProgram).empty()) throw text::Problem("sandbox_missing");
  Sandbox sandbox;
  sandbox.limits = {std::uint64_t{1} << 30, 1 << 20, 64, std::chrono::seconds(5)};
  compile::Command command;
  command.argv = in_sandbox(sandbox, {"setarch", "-R", "true"});  // the system call filter relies on this
  command.limit = std::chrono::seconds(30);
  const compile::Finished finished = compile::run(command);
  if (finished.exit_status != 0) throw text::Problem("sandbox_refused", {{"detail", last_line(finished.err)}});
}

}  // namespace lab::box

// Uses setpriv and choom from util-linux.
#include "box/other_user.h"

#include <stdexcept>

#include "compile/process.h"
#include "text/problem.h"

namespace lab::box {

namespace fs = std::filesystem;

std::vector<std::string> as_user(const std::string& user, const std::vector<std::string>& command) {
  std::vector<std::string> argv{"choom",          "-n", "1000", "--", "setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups",
                                "--no-new-privs", "--"};
  argv.insert(argv.end(), command.begin(), command.end());
  return argv;
}

void require_user(const std::string& user) {
  std::string detail;
  try {
    compile::Command command;
    command.argv = as_user(user, {"true"});
    const compile::Finished finished = compile::run(command);
    if (finished.exit_status == 0) return;
    detail = finished.err.substr(0, finished.err.find('\n'));
  } catch (const std::runtime_error& error) {
    detail = error.what();
  }
  throw text::Problem("user_refused", {{"user", user}, {"detail", detail}});
}

void open_to_all(const fs::path& folder) { fs::permissions(folder, fs::perms::all | fs::perms::sticky_bit); }

}  // namespace lab::box

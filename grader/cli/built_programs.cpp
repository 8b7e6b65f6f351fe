// Builds and packs with CMake and zip.
#include "cli/built_programs.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <sstream>
#include <stdexcept>
#include <system_error>

#include "cli/host.h"
#include "compile/process.h"
#include "text/files.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using text::generic_utf8;
using text::Problem;
using text::utf8;

// The parts of the Windows half that every kit contains.
constexpr const char* kWindowsHalf[] = {"stage.exe", "probe.dll", "standin.exe"};

// Debian's packages for the third-party code in the programs: libraries, and the compiler's runtime.
constexpr const char* kParts[] = {
    "libuv1-dev",   "libevent-dev",        "libmd4c-dev", "libfmt-dev",           "nlohmann-json3-dev",
    "libcli11-dev", "libtomlplusplus-dev", "googletest",  "mingw-w64-x86-64-dev", "gcc-mingw-w64-x86-64-posix"};

constexpr std::size_t kLogShown = 3000;

// Returns what went wrong, or an empty string if nothing did.
std::string trouble_of(compile::Command command) {
  try {
    const compile::Finished finished = compile::run(command);
    const std::string all = finished.out + finished.err;
    return finished.exit_status == 0 ? "" : all.substr(all.size() - std::min(all.size(), kLogShown));
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

void add_licence(std::map<std::string, fs::path>& files, const std::string& package) {
  const fs::path licence = fs::path("/usr/share/doc") / package / "copyright";
  if (!fs::exists(licence)) throw Problem("package_no_licence", {{"file", utf8(licence)}, {"package", package}});
  files["licences/" + package + ".txt"] = licence;
}

// The licences for the programs in every kit.
std::map<std::string, fs::path> licences() {
  std::map<std::string, fs::path> files;
  for (const char* part : kParts) add_licence(files, part);
  return files;
}

// The shared libraries that the program needs, except those that every Debian system has.
std::vector<fs::path> libraries_of(const fs::path& program) {
  static const std::set<std::string> kEverywhere{"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6"};
  compile::Command command;
  command.argv = {"ldd", generic_utf8(program)};
  std::vector<fs::path> libraries;
  std::istringstream lines(compile::run(command).out);  // "	libfmt.so.9 => /lib/x86_64-linux-gnu/libfmt.so.9 (0x00007f...)"
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string name, arrow, file;
    if (words >> name >> arrow >> file && arrow == "=>" && !kEverywhere.contains(name)) libraries.push_back(text::path_of(file));
  }
  return libraries;
}

// The Debian package that contains the library; the library's name if there is none.
std::string package_of(const std::string& library) {
  compile::Command command;
  command.argv = {"dpkg-query", "--search", "*/" + library};
  const std::string found = compile::run(command).out;  // "libfmt9:amd64: /usr/lib/x86_64-linux-gnu/libfmt.so.9"
  return found.empty() ? library : found.substr(0, found.find(':'));
}

// The timestamp for every file in a .zip: half a second after an even one, because a .zip stores times in steps of two seconds.
fs::file_time_type one_time() {
  using namespace std::chrono;
  const system_clock::time_point wanted = sys_days{2024y / January / 1} + hours(12) + milliseconds(500);
  return fs::file_time_type::clock::now() + duration_cast<fs::file_time_type::duration>(wanted - system_clock::now());
}

}  // namespace

std::map<std::string, fs::path> windows_programs(const Kit& kit) {
  const fs::path build = kit.root / "build" / "windows-kit";
  compile::Command configure, make;
  configure.folder = make.folder = kit.root;
  configure.argv = {"cmake", "--preset", "windows-kit"};
  make.argv = {"cmake", "--build", "--preset", "windows-kit"};
  std::string trouble = fs::exists(build / "build.ninja") ? "" : trouble_of(configure);
  if (!trouble.empty()) throw Problem("package_windows_no_sources", {{"detail", trouble}});
  trouble = trouble_of(make);
  if (!trouble.empty()) throw Problem("package_windows_no_build", {{"detail", trouble}});

  std::map<std::string, fs::path> files = licences();
  files["bin/grader.exe"] = build / "grader.exe";
  files["bin/Together.exe"] = build / "bin" / "Together.exe";
  for (const char* program : kWindowsHalf) files[std::string("bin/") + program] = build / "bin" / program;
  return files;
}

std::map<std::string, fs::path> linux_programs(const Kit& kit) {
  const fs::path grader = own_program();
  if (kit.windows_programs.empty() || !text::read_text(grader).starts_with("\x7f\x45LF")) return {};
  std::map<std::string, fs::path> files = licences();
  files["bin/grader"] = grader;
  for (const fs::path& library : libraries_of(grader)) {
    const std::string name = utf8(library.filename());
    files["bin/lib/" + name] = library;
    add_licence(files, package_of(name));
  }
  for (const char* program : kWindowsHalf) files[std::string("bin/") + program] = kit.windows_programs / program;
  return files;
}

std::size_t zip_the_same(const fs::path& folder, const std::string& top, const fs::path& zip, const std::set<std::string>& programs) {
  constexpr fs::perms kFile = fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::others_read;
  constexpr fs::perms kProgram = kFile | fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
  const fs::path above = top.empty() ? folder : folder.parent_path() / "zipped";
  if (!top.empty()) {
    fs::create_directories(above);
    fs::rename(folder, above / top);
  }
  std::set<std::string> names;
  const fs::file_time_type time = one_time();
  for (const auto& entry : fs::recursive_directory_iterator(above)) {
    if (!entry.is_regular_file()) continue;
    const std::string name = generic_utf8(fs::relative(entry.path(), above));
    fs::permissions(entry.path(), programs.contains(name) ? kProgram : kFile);
    fs::last_write_time(entry.path(), time);
    names.insert(name);
  }
  compile::Command command;
  command.argv = {"zip", "-X", "-q", "-@", generic_utf8(zip)};
  command.folder = above;
  command.environment = {{"TZ", "UTC"}};
  for (const std::string& name : names) command.input += name + "\n";
  std::error_code error;
  fs::remove(zip, error);
  if (const std::string trouble = trouble_of(command); !trouble.empty())
    throw Problem("package_zip_failed", {{"file", generic_utf8(zip)}, {"detail", trouble}});
  compile::Command hash;
  hash.argv = {"cmake", "-E", "sha256sum", generic_utf8(zip.filename())};
  hash.folder = zip.parent_path();
  text::write_file(fs::path(zip) += ".sha256", compile::run(hash).out);
  return names.size();
}

}  // namespace lab::cli

// Finds a lab's programs in a submission, and builds those that were submitted as source files.
#include "compile/programs.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <thread>
#include <tuple>

#include "compile/compile.h"
#include "compile/handed_in.h"
#include "compile/pe.h"
#include "text/files.h"
#include "text/path.h"

namespace lab::compile {
namespace {

namespace fs = std::filesystem;
using text::generic_utf8;
using text::utf8;

// A submission that exceeds these limits is a mistake (a whole disk, for example), and the rest is ignored.
constexpr std::size_t kMostFiles = 50'000;
constexpr int kDeepest = 16;

// A file's name for comparison: in lower case, and without the number that browsers and operating systems add to a second copy, as in
// "AdderManager (1).cpp".
std::string name_of(const fs::path& file) {
  std::string name = lower(utf8(file.stem()));
  const std::size_t copy = name.rfind(" (");
  const bool numbered = copy != std::string::npos && name.ends_with(')') && copy + 3 < name.size() &&
                        name.find_first_not_of("0123456789", copy + 2) == name.size() - 1;
  return numbered ? name.substr(0, copy) : name;
}

struct Files {
  std::map<std::string, std::vector<fs::path>> sources, exes;  // by the name in lower case, without ".cpp", ".c" or ".exe"
};

bool is_build_output(const fs::path& folder) {
  static const std::set<std::string> kNames{"build", "out", "x64", "debug", "release"};
  const std::string name = utf8(folder.filename());
  return name.starts_with('.') || kNames.contains(lower(name));
}

void look_into(const fs::path& folder, bool output, int depth, std::size_t& left, Files& files) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator() && left > 0;
       entry.increment(error), --left) {
    entries.push_back(*entry);
  }
  std::sort(entries.begin(), entries.end());
  for (const fs::directory_entry& entry : entries) {
    if (entry.is_symlink(error)) continue;  // it may point anywhere
    const fs::path& path = entry.path();
    const std::string ending = lower(utf8(path.extension())), name = name_of(path);
    if (entry.is_directory(error)) {
      if (depth < kDeepest) look_into(path, output || is_build_output(path), depth + 1, left, files);
    } else if ((ending == ".cpp" || ending == ".c") && !output) {
      files.sources[name].push_back(path);
    } else if (ending == ".exe") {
      files.exes[name].push_back(path);
    }
  }
}

const char* reason_of(ExeKind kind) {
  switch (kind) {
    case ExeKind::kProgram:
      return "";
    case ExeKind::k32Bit:
      return "32_bit";
    case ExeKind::kArm64:
      return "arm64";
    case ExeKind::kDll:
      return "dll";
    case ExeKind::kNotAProgram:
      return "not_a_program";
    case ExeKind::kUnreadable:
      return "unreadable";
  }
  return "unreadable";
}

// How much newer a file must be to count as built later, not merely unpacked or copied later.
constexpr std::chrono::minutes kLater{1};

// Another .exe with that name and different content that was made after `chosen`; empty if there is none. A build from today must not be
// ignored in favour of one from last week.
fs::path newer_than(const fs::path& chosen, const std::vector<fs::path>& exes) {
  std::error_code error;
  const auto made = fs::last_write_time(chosen, error);
  if (error) return {};
  fs::path newest;
  for (auto latest = made + kLater; const fs::path& exe : exes) {
    const auto time = fs::last_write_time(exe, error);
    if (error || time <= latest || text::read_text(exe) == text::read_text(chosen)) continue;
    latest = time;
    newest = exe;
  }
  return newest;
}

// Chooses one of several .exe files with the same name: one that can run, preferably Release instead of Debug (which needs DLLs that few
// machines have), and preferably near the top of the folder.
void choose_exe(const std::vector<fs::path>& exes, const fs::path& folder, Built& built) {
  const auto rank = [](const fs::path& exe) {
    const bool debug = std::any_of(exe.begin(), exe.end(), [](const fs::path& part) { return lower(utf8(part)) == "debug"; });
    return std::tuple(exe_kind(exe) != ExeKind::kProgram, debug, std::distance(exe.begin(), exe.end()), exe);
  };
  built.found = *std::min_element(exes.begin(), exes.end(), [&](const fs::path& a, const fs::path& b) { return rank(a) < rank(b); });
  if (const fs::path newer = newer_than(built.found, exes); !newer.empty()) {
    built.reason = "two_programs";
    for (const fs::path& exe : {newer, built.found}) built.log += generic_utf8(exe.lexically_relative(folder)) + "\n";
    return;
  }
  built.reason = reason_of(exe_kind(built.found));
  if (!built.reason.empty()) return;
  built.exe = built.found;
  std::error_code error;
  for (auto entry = fs::directory_iterator(built.exe.parent_path(), error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    if (lower(utf8(entry->path().extension())) == ".dll" && entry->is_regular_file(error)) built.beside.push_back(entry->path());
  }
  std::sort(built.beside.begin(), built.beside.end());
}

// The compiler, located when the first source needs it: ready programs do not need one.
class LazyCompiler {
 public:
  explicit LazyCompiler(const Toolchain& toolchain) : toolchain_(toolchain) {}

  const Compiler& get() {
    // Not std::call_once: in MinGW's version, the next caller waits forever after an exception.
    const std::lock_guard lock(mutex_);
    if (!compiler_) compiler_ = system_compiler(toolchain_);
    return *compiler_;
  }

 private:
  const Toolchain& toolchain_;
  std::mutex mutex_;
  std::optional<Compiler> compiler_;
};

// Builds the source in built.found.
void build_source(const fs::path& folder, const Toolchain& toolchain, LazyCompiler& compiler, Built& built) {
  Source source;
  try {
    source = read_source(built.found);
  } catch (const std::runtime_error& error) {
    built.reason = "unreadable";
    built.log = error.what();
    return;
  }
  Compiled compiled = compile(built.program, source, folder, toolchain.cache, compiler.get());
  built.log = std::move(compiled.log);
  built.exe = std::move(compiled.exe);
  if (built.exe.empty()) built.reason = "does_not_compile";
  if (!compiled.only_in_visual_cpp.empty()) {
    built.reason = "needs_visual_cpp";
    built.only_in_visual_cpp = std::move(compiled.only_in_visual_cpp);
  }
}

Built find_one(const std::string& program, const fs::path& folder, const Files& files) {
  Built built;
  built.program = program;
  const auto sources = files.sources.find(lower(program)), end = files.sources.end();
  if (sources != end && sources->second.size() > 1) {
    built.reason = "two_sources";
    built.found = sources->second.front();
    built.from_source = true;
    for (const fs::path& source : sources->second) built.log += generic_utf8(source.lexically_relative(folder)) + "\n";
  } else if (sources != end) {
    built.found = sources->second.front();
    built.from_source = true;
  } else if (const auto exes = files.exes.find(lower(program)); exes != files.exes.end()) {
    choose_exe(exes->second, folder, built);
  } else {
    built.reason = "missing";
  }
  return built;
}

// The lab whose own folder contains the file; 0: none.
int lab_of_file(const fs::path& file, const fs::path& folder) {
  int lab = 0;
  for (const fs::path& part : file.lexically_relative(folder).parent_path())
    if (const int own = lab_of_folder(utf8(part)); own > 0) lab = own;
  return lab;
}

// Keeps those in the lab's own folder or, if there are none, those outside all labs' folders or, if there are none either, all of them.
void leave_own(std::vector<fs::path>& files, const fs::path& folder, int lab) {
  if (files.size() < 2) return;
  for (const int wanted : {lab, 0}) {
    std::vector<fs::path> own;
    for (const fs::path& file : files)
      if (lab_of_file(file, folder) == wanted) own.push_back(file);
    if (!own.empty()) return files.swap(own);
  }
}

Files files_of(const fs::path& folder, const std::string& lab) {
  Files files;
  std::size_t left = kMostFiles;
  look_into(folder, false, 0, left, files);
  if (lab.empty()) return files;
  for (auto* all : {&files.sources, &files.exes})
    for (auto& [name, of_name] : *all) leave_own(of_name, folder, std::stoi(lab));
  return files;
}

}  // namespace

std::vector<Built> find_programs(const fs::path& handed_in, const std::vector<std::string>& programs, const std::string& lab) {
  const fs::path folder = fs::absolute(handed_in).lexically_normal();
  const Files files = files_of(folder, lab);
  std::vector<Built> found;
  for (const std::string& program : programs) found.push_back(find_one(program, folder, files));
  return found;
}

Compiler system_compiler([[maybe_unused]] const Toolchain& toolchain) {
#ifdef _WIN32
  return msvc_compiler();
#else
  return mingw_compiler(toolchain);
#endif
}

std::vector<Built> build_programs(const fs::path& handed_in, const std::vector<std::string>& programs, const Toolchain& toolchain, int jobs,
                                  const std::string& lab) {
  const fs::path folder = fs::absolute(handed_in).lexically_normal();
  const Files files = files_of(folder, lab);
  LazyCompiler compiler(toolchain);
  std::vector<Built> built(programs.size());
  std::vector<std::exception_ptr> broken(programs.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i; (i = next++) < programs.size();) {
      try {
        built[i] = find_one(programs[i], folder, files);
        if (built[i].from_source && built[i].reason.empty()) build_source(folder, toolchain, compiler, built[i]);
      } catch (...) {
        broken[i] = std::current_exception();
      }
    }
  };
  std::vector<std::thread> others;
  for (int i = 1; i < std::min<int>(jobs, static_cast<int>(programs.size())); ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
  for (const std::exception_ptr& exception : broken) {
    if (exception) std::rethrow_exception(exception);
  }
  return built;
}

}  // namespace lab::compile

// Students' sources with MinGW: made to behave as in Visual Studio, and kept within bounds.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "compile/compiler.h"
#include "compile/process.h"
#include "compile/store.h"
#include "text/path.h"

namespace lab::compile {
namespace {

namespace fs = std::filesystem;
using text::utf8;

// A source can make the compiler run forever (templates) or read forever (#include "/dev/zero"). No ordinary source reaches these limits.
const Arguments kBounds{"prlimit", "--as=2147483648", "--cpu=60", "--fsize=67108864", "--core=0"};

const Arguments kCompileOptions{"-std=gnu++20",  // plain C++20 hides functions that Visual Studio has, wcsdup and _popen among them
                                "-O0",
                                "-DUNICODE",
                                "-D_UNICODE",
                                "-D_CONSOLE",
                                "-ftrivial-auto-var-init=pattern",  // an uninitialized variable has one value in every run, never a lucky 0
                                "-fsanitize=bounds",
                                "-fsanitize-undefined-trap-on-error",  // an index past the end of an array ends the program there
                                "-Wall",
                                "-Wextra",
                                "-Wno-main",
                                "-Wno-unknown-pragmas",
                                "-Wno-unused-parameter",  // a TODO that is still open does not use its function's parameters yet
                                "-fmax-errors=20",
                                "-fdiagnostics-color=never",
                                "-H"};

const Arguments kLinkOptions{"-municode", "-static", "-s", "-lwinmm", "-lole32", "-luuid"};

Arguments joined(std::initializer_list<Arguments> parts) {
  Arguments all;
  for (const Arguments& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

fs::path find_compiler() {
  const char* path = std::getenv("PATH");
  for (const char* name : {"x86_64-w64-mingw32-g++-posix", "x86_64-w64-mingw32-g++"}) {
    std::istringstream folders(path ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');) {
      std::error_code error;
      if (fs::is_regular_file(fs::path(folder) / name, error)) return fs::canonical(fs::path(folder) / name);
    }
  }
  throw std::runtime_error(
      "no compiler for Windows programs: x86_64-w64-mingw32-g++-posix is not on the path. Try: apt-get install g++-mingw-w64-x86-64-posix");
}

void compile_support(const std::string& compiler, const fs::path& support, const fs::path& work) {
  for (const char* name : {"entry", "wide_text"}) {
    Command command;
    command.argv = {
        compiler, "-x", "c", "-O1", "-c", utf8(support / fmt::format("{}.c", name)), "-o", utf8(work / fmt::format("{}.o", name))};
    const Finished finished = run(command);
    if (finished.exit_status != 0) throw std::runtime_error(fmt::format("{}.c does not compile:\n{}", name, finished.err));
  }
}

}  // namespace

Compiler mingw_compiler(const Toolchain& toolchain) {
  const fs::path path = find_compiler();
  const std::string program = utf8(path);
  const fs::path support = toolchain.support;

  std::string identity = fmt::format("{} {} {}\n", program, fs::file_size(path), fs::last_write_time(path).time_since_epoch().count());
  for (const char* name : {"entry.c", "wide_text.c"}) identity += read_text(support / name);
  const fs::path objects =
      kept(fs::absolute(toolchain.cache), identity, [&](const fs::path& work) { compile_support(program, support, work); });
  identity += read_text(support / "first.h");
  identity += fmt::format("{}", fmt::join(joined({kCompileOptions, kLinkOptions}), " "));

  const std::string first = utf8(support / "first.h");
  const std::string entry = utf8(objects / "entry.o");
  const std::string wide_text = utf8(objects / "wide_text.o");
  const auto ways = [=](const std::string& name, const Source& source) {
    Arguments options = kCompileOptions;
    if (source.code_page_949) options.insert(options.end(), {"-finput-charset=CP949", "-fexec-charset=CP949"});
    options.insert(options.end(), {"-iquote", utf8(source.file.parent_path()), "-idirafter", "spellings"});
    const std::string object = name + ".o", exe = name + ".exe";
    const Arguments compile = joined({kBounds, {program}, options, {"-x", "c++", "-c", name + ".cpp", "-o", object}});
    const Arguments link = joined({kBounds, {program, object, wide_text}, kLinkOptions, {"-o", exe}});
    return std::vector<std::vector<Arguments>>{{joined({compile, {"-include", first}}), joined({link, {entry}})}, {compile, link}};
  };
  return {identity, ways, {"/usr", support}};
}

}  // namespace lab::compile

// Compiles students' source files with MinGW so that they behave as with Visual Studio, and within limits.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "compile/compiler.h"
#include "compile/process.h"
#include "compile/store.h"
#include "text/files.h"
#include "text/path.h"

namespace lab::compile {
namespace {

namespace fs = std::filesystem;
using text::utf8;

// Source code can make the compiler run forever (templates) or read forever (#include "/dev/zero"). Ordinary code does not reach these
// limits.
const Arguments kBounds{"prlimit", "--as=2147483648", "--cpu=60", "--fsize=67108864", "--core=0"};

const Arguments kCompileOptions{"-O0",
                                "-g1",  // the source lines of calls
                                "-D_CONSOLE",
                                "-ftrivial-auto-var-init=pattern",  // an uninitialized variable has a fixed value, never a lucky 0
                                "-fsanitize=bounds",
                                "-fsanitize-undefined-trap-on-error",  // an index past the end of an array terminates the program there
                                "-Wall",
                                "-Wextra",
                                "-Wlogical-op",
                                "-Wshadow=local",
                                "-Wno-missing-field-initializers",  // STARTUPINFO si = { 0 };
                                "-Wno-unknown-pragmas",
                                "-Wno-unused-parameter",  // unfinished TODOs do not use the parameters of their functions yet
                                "-fmax-errors=20",
                                "-fdiagnostics-color=never",
                                "-H"};

// In Visual C++, a value that does not fit into an array's element causes only a warning.
const Arguments kCppOptions{"-Wno-main", "-Wno-error=narrowing"};

// These are warnings in Visual C++, but if the source uses TCHARs, the other character set must be tried first.
const Arguments kStrictC{"-Werror=incompatible-pointer-types"};

const Arguments kListLines{"--dwarf=decodedline", "-w"};

// Libraries that Visual Studio links into every project, and winmm, which some projects add.
const Arguments kLibraries{"-lwinmm", "-lole32", "-loleaut32", "-luuid", "-lgdi32", "-lcomdlg32", "-lwinspool"};

constexpr const char* kVoidMain = "-DLAB_VOID_MAIN";
constexpr const char* kPermissive = "-fpermissive";

// GCC's message for (int)handle: the only thing allowed by -fpermissive that Visual C++ allows, too.
constexpr std::string_view kShortened = "loses precision [-fpermissive]";

const std::vector<Remedy> kRemedies{
    {{"'::main' must return 'int'", "return type of 'main' is not 'int'"}, kVoidMain, ""},
    {{std::string(kShortened)}, kPermissive, ""},
    {{"function for call to 'std::exception::exception(const char"}, "-DLAB_EXCEPTION_TEXT", ""},
    {{"'min' was not declared", "'max' was not declared", "function for call to 'min(", "function for call to 'max("}, "-DLAB_MIN_MAX", ""},
    {{"'#include <c", "'#include <limits", "'#include <memory", "'#include <stdexcept", "in namespace 'std' does not name a type"},
     "-DLAB_COMMON_HEADERS",
     "/c++/"},
};

bool is_refused(std::string_view line) {
  return (line.ends_with("[-fpermissive]") && !line.ends_with(kShortened)) ||
         line.find("'thread' attribute directive ignored") != line.npos;
}

bool refuse(std::string& messages) {
  constexpr std::string_view kWarning = ": warning: ";
  bool any = false;
  std::string all;
  std::istringstream lines(messages);
  for (std::string line; std::getline(lines, line);) {
    if (is_refused(line)) {
      any = true;
      if (const std::size_t at = line.find(kWarning); at != line.npos) line.replace(at, kWarning.size(), ": error: ");
    }
    all += line + '\n';
  }
  messages = std::move(all);
  return any;
}

Arguments joined(std::initializer_list<Arguments> parts) {
  Arguments all;
  for (const Arguments& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

fs::path find_compiler() {
  for (const char* name : {"x86_64-w64-mingw32-g++-posix", "x86_64-w64-mingw32-g++"})
    if (const fs::path found = find_on_path(name); !found.empty()) return fs::canonical(found);
  throw std::runtime_error(
      "no compiler for Windows programs: x86_64-w64-mingw32-g++-posix is not on the path. Try: apt-get install g++-mingw-w64-x86-64-posix");
}

// Runs one of the grader's own commands. If it fails, throws an exception with its messages.
std::string run_own(const Arguments& command) {
  Command own;
  own.argv = command;
  const Finished finished = run(own);
  if (finished.exit_status != 0) throw std::runtime_error(fmt::format("{} failed:\n{}", fmt::join(command, " "), finished.err));
  return finished.out.substr(0, finished.out.find('\n'));
}

// Visual C++ supports C up to C17; GCC 15 and later default to C23, in which main() means main(void).
const Arguments kC = {"-x", "c", "-std=gnu17"};

// Compiles the object files that are linked into students' programs, and a library that some programs need.
void compile_support(const std::string& compiler, const std::string& archiver, const fs::path& support, const fs::path& work) {
  const auto compile = [&](const std::string& source, const std::string& object, const Arguments& options) {
    const std::string to = utf8(work / object);
    run_own(joined({{compiler, "-O1", "-c"}, options, {utf8(support / source), "-o", to}}));
    return to;
  };
  compile("entry.c", "entry.o", kC);
  compile("entry.c", "void_entry.o", joined({kC, {kVoidMain}}));
  compile("wide_text.c", "wide_text.o", kC);
  run_own({archiver, "rcs", utf8(work / "runtime.a"), compile("runtime.c", "runtime.o", kC),
           compile("locale.cpp", "locale.o", {"-std=c++20"}), compile("terminate.cpp", "terminate.o", {"-std=c++20"})});
}

std::string all_of(const fs::path& support) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(support))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::string all;
  for (const fs::path& file : files) all += fmt::format("{}\n{}", utf8(file.lexically_relative(support)), text::read_text(file));
  return all;
}

Arguments options_of(const Source& source, const Settings& settings) {
  Arguments options = kCompileOptions;
  const auto add = [&](const Arguments& more) { options.insert(options.end(), more.begin(), more.end()); };
  // Strict standard C++ hides functions that Visual Studio provides, such as wcsdup and _popen.
  if (source.in_c) {
    add(kC);
    if (!settings.lenient) add(kStrictC);
  } else {
    add({"-x", "c++", "-std=gnu++" + settings.standard.substr(3)});
    add(kCppOptions);
  }
  if (settings.unicode) add({"-DUNICODE", "-D_UNICODE"});
  add(settings.remedies);
  if (source.code_page_949) add({"-finput-charset=CP949", "-fexec-charset=CP949"});
  add({"-iquote", utf8(source.file.parent_path()), "-idirafter", "spellings"});
  return options;
}

bool has(const Settings& settings, std::string_view option) {
  return std::find(settings.remedies.begin(), settings.remedies.end(), option) != settings.remedies.end();
}

}  // namespace

Compiler mingw_compiler(const Toolchain& toolchain) {
  const fs::path path = find_compiler();
  const std::string program = utf8(path);
  const std::string archiver = run_own({program, "-print-prog-name=ar"});
  const std::string dumper = run_own({program, "-print-prog-name=objdump"}), stripper = run_own({program, "-print-prog-name=strip"});
  const fs::path support = toolchain.support;

  Compiler compiler;
  compiler.identity = fmt::format("{} {} {}\n", program, fs::file_size(path), fs::last_write_time(path).time_since_epoch().count());
  compiler.identity += all_of(support);
  const fs::path objects = kept(fs::absolute(toolchain.cache), compiler.identity,
                                [&](const fs::path& work) { compile_support(program, archiver, support, work); });
  compiler.identity += fmt::format("{}", fmt::join(joined({kCompileOptions, kCppOptions, kStrictC, kLibraries, kListLines}), " "));
  compiler.folders = {"/usr", support};
  if (toolchain.confine) {
    compiler.identity += "\nconfined";  // results cached from an unconfined compiler may contain any file on the machine
    compiler.confine = [=, confine = toolchain.confine](const Arguments& command, const fs::path& submission, const fs::path& work) {
      return confine(command, {submission, support, objects}, work);
    };
  }
  compiler.understand = output_of_gcc;
  compiler.remedies = kRemedies;
  compiler.refuse = refuse;
  compiler.lacks_function = {"undefined reference to"};
  compiler.lacks_main = {"undefined reference to `WinMain'"};

  compiler.first = utf8(support / "first.h");
  const auto compile = [=](const Source& source, const Settings& settings, const Arguments& rest) {
    return joined({{program}, options_of(source, settings), {"-idirafter", utf8(support / "headers")}, rest});
  };
  compiler.compile = [=, own = compiler.first](const std::string& name, const Source& source, const Settings& settings) {
    const Arguments first = settings.bare ? Arguments{} : Arguments{"-include", settings.preamble.empty() ? own : settings.preamble};
    return joined({kBounds, compile(source, settings, joined({first, {"-c", name, "-o", name + ".o"}}))});
  };
  // This command runs without the limits, because a precompiled header is larger than they allow.
  compiler.precompile = [=](const Source& source, const Settings& settings) {
    return compile(source, settings, {"-x", "c++-header", "-c", settings.preamble, "-o", settings.preamble + ".gch"});
  };
  compiler.link = [=](const std::string& name, const Arguments& made, const std::string& archive, const std::vector<std::string>& named,
                      const Settings& settings) {
    Arguments libraries;
    if (!archive.empty()) libraries.push_back(archive);
    libraries.push_back(utf8(objects / "runtime.a"));
    for (const std::string& library : named) libraries.push_back("-l" + library);
    const std::string entry = utf8(objects / (has(settings, kVoidMain) ? "void_entry.o" : "entry.o"));
    return joined({kBounds,
                   {program},
                   made,
                   settings.bare ? Arguments{} : Arguments{entry},
                   {utf8(objects / "wide_text.o")},
                   libraries,
                   {
                       "@" + utf8(support / "link_options"),
                   },
                   kLibraries,
                   {"-lstdc++", utf8(objects / "runtime.a")},  // libstdc++ needs the handler in terminate.cpp
                   {"-o", name + ".exe"}});
  };
  compiler.list_lines = [=](const std::string& name) { return joined({kBounds, {dumper}, kListLines, {name + ".exe"}}); };
  compiler.strip = [=](const std::string& name) { return joined({kBounds, {stripper, name + ".exe"}}); };
  compiler.archive = [=](const std::string& archive, const Arguments& made) { return joined({kBounds, {archiver, "rcs", archive}, made}); };
  return compiler;
}

}  // namespace lab::compile

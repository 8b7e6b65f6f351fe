// Compiles students' source files with Visual Studio's compiler: the options of a console project, with either form of main.
#include "compile/compiler.h"
#include "compile/debug_lines.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "text/path.h"
#include "text/problem.h"

namespace lab::compile {

namespace {

// The folders in a variable such as PATH.
std::vector<std::filesystem::path> folders_in(const char* variable) {
  std::vector<std::filesystem::path> folders;
  const char* value = std::getenv(variable);
  std::istringstream names(value ? value : "");
  for (std::string name; std::getline(names, name, ';');)
    if (!name.empty()) folders.push_back(text::path_of(name));
  return folders;
}

// A Developer prompt targets x86 unless another target was requested, and the probe cannot be loaded into such a program.
void require_cl_for_x64() {
  const std::vector<std::filesystem::path> path = folders_in("PATH");
  std::error_code error;
  if (std::none_of(path.begin(), path.end(), [&](const auto& folder) { return std::filesystem::exists(folder / "cl.exe", error); }))
    throw text::Problem("visual_studio_missing");
  const char* target = std::getenv("VSCMD_ARG_TGT_ARCH");
  if (target && std::string_view(target) != "x64") throw text::Problem("visual_studio_not_x64", {{"target", target}});
}

}  // namespace

Compiler msvc_compiler() {
  require_cl_for_x64();
  // /wd4100: unfinished TODOs do not use the parameters of their functions yet.
  const Arguments options{"cl", "/nologo", "/EHsc", "/W4", "/wd4100", "/Od", "/MT", "/RTC1", "/Z7", "/D_CONSOLE", "/showIncludes", "/c"};
  Compiler compiler;
  for (const std::string& option : options) compiler.identity += option + ' ';
  // vcvars64 sets both variables. Another compiler version may build a different program from the same source.
  if (const char* version = std::getenv("VCToolsVersion")) compiler.identity += version;
  compiler.folders = folders_in("INCLUDE");
  compiler.bounds = Bounds{std::uint64_t{2} << 30, std::chrono::seconds(60), 32};
  compiler.understand = output_of_cl;
  compiler.refuse = [](std::string&) { return false; };
  compiler.lacks_function = {"LNK2019"};
  compiler.lacks_main = {"invoke_main"};  // the C runtime's function that calls main has this name in every language

  compiler.compile = [options](const std::string& name, const Source& source, const Settings& settings) {
    Arguments command = options;
    if (settings.unicode) command.insert(command.end(), {"/DUNICODE", "/D_UNICODE"});
    if (!source.in_c) command.push_back("/std:" + (settings.standard == "c++23" ? "c++latest" : settings.standard));
    if (source.code_page_949) {
      command.insert(command.end(), {"/source-charset:.949", "/execution-charset:.949"});
    } else {
      command.push_back("/utf-8");
    }
    command.insert(command.end(), {"/I", text::utf8(source.file.parent_path()), name, "/Fo:" + name + ".o"});
    return command;
  };
  compiler.link = [](const std::string& program, const Arguments& objects, const std::string& archive,
                     const std::vector<std::string>& libraries, const Settings&) {
    Arguments command{"cl", "/nologo", "/MT", "/Fe:" + program + ".exe"};
    command.insert(command.end(), objects.begin(), objects.end());
    if (!archive.empty()) command.push_back(archive);
    for (const std::string& library : libraries) command.push_back(library + ".lib");
    command.insert(command.end(), {"user32.lib", "advapi32.lib", "winmm.lib"});
    // NOICF: identical functions keep separate lines.
    command.insert(command.end(), {"/link", "/DEBUG", "/OPT:REF,NOICF", "/INCREMENTAL:NO"});
    return command;
  };
  compiler.archive = [](const std::string& archive, const Arguments& objects) {
    Arguments command{"lib", "/NOLOGO", "/OUT:" + archive};
    command.insert(command.end(), objects.begin(), objects.end());
    return command;
  };
  compiler.read_lines = [](const std::filesystem::path& exe, const OwnFiles& own) {
    const std::string lines = debug_lines(exe, own);
    std::error_code error;  // megabytes per program, and not needed any more
    std::filesystem::remove(std::filesystem::path(exe).replace_extension(".pdb"), error);
    return lines;
  };
  return compiler;
}

}  // namespace lab::compile

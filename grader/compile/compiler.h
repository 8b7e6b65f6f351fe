// The compiler for students' source files, as a set of command lines.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compile/compiler_output.h"
#include "compile/ladder.h"
#include "compile/lines.h"
#include "compile/process.h"
#include "compile/programs.h"
#include "compile/source.h"

namespace lab::compile {

using Arguments = std::vector<std::string>;

// An option that makes the compiler accept a source file after certain messages, as Visual C++ does.
struct Remedy {
  std::vector<std::string> messages;  // any of these substrings in the messages calls for the option
  std::string option;
  std::string only_with;  // ... if the source includes a header with this in its path
};

struct Compiler {
  // Everything that may change the output: which compiler, which options, which support files.
  std::string identity;
  // The commands below run in a folder that contains the file `name` and, if the source needs it, a folder "spellings". `compile` creates
  // `name`.o there.
  std::function<Arguments(const std::string& name, const Source& source, const Settings& settings)> compile;
  // Creates a precompiled settings.preamble, including its headers, for `compile` commands with the same settings; `first` is the grader's
  // own header. Empty: this compiler does not precompile.
  std::function<Arguments(const Source& source, const Settings& settings)> precompile;
  std::string first;
  // Creates `program`.exe from these objects and the members of the archive that they need. Libraries are names such as "ws2_32".
  std::function<Arguments(const std::string& program, const Arguments& objects, const std::string& archive,
                          const std::vector<std::string>& libraries, const Settings& settings)>
      link;
  std::function<Arguments(const std::string& archive, const Arguments& objects)> archive;
  // `list_lines` prints the line table of `program`.exe in objdump's format; `strip` then removes it from the program. Empty if the
  // compiler has no such tools.
  std::function<Arguments(const std::string&program)> list_lines, strip;
  // If list_lines is empty: reads the lines of the program's own files in the same format, and removes them from the program.
  std::function<std::string(const std::filesystem::path& exe, const OwnFiles& own)> read_lines;

  // Parses the output of the compiler and the linker.
  std::function<CompilerOutput(std::string_view output)> understand;

  std::vector<Remedy> remedies;
  // Turns the warnings in these messages that are errors in Visual C++ into errors. Returns whether there are any: Visual C++ would not
  // build such a source file, although it was compiled here.
  std::function<bool(std::string& messages)> refuse;
  std::vector<std::string> lacks_function;     // any of these substrings in the linker's messages: a function is not defined anywhere
  std::vector<std::string> lacks_main;         // ... and the missing function is main
  std::vector<std::filesystem::path> folders;  // the folders that contain its own headers
  std::optional<Bounds> bounds;                // for each command
  // Wraps any of these commands so that it can access only its own files, the submission and the work folder. Empty: not available.
  std::function<Arguments(const Arguments& command, const std::filesystem::path& submission, const std::filesystem::path& work)> confine;
};

// MinGW-w64 with POSIX threads, as packaged by Debian. Builds the support files into the toolchain's cache if they are missing. Throws
// std::runtime_error if there is no such compiler.
Compiler mingw_compiler(const Toolchain& toolchain);

// The compiler that builds students' source files on this system. Throws the same exceptions as mingw_compiler().
Compiler system_compiler(const Toolchain& toolchain);

// Visual Studio's cl, if it is on the path, as in a developer command prompt. Not yet tested on Windows.
Compiler msvc_compiler();

}  // namespace lab::compile

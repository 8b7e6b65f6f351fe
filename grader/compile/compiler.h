// The compiler for students' sources, as command lines.
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

// A message of the compiler's -> what lets it build the source nevertheless, as Visual C++ does.
struct Remedy {
  std::vector<std::string> messages;  // any of these words among the messages calls for it
  std::string option;
  std::string only_with;  // ... if the source includes a header with this in its path
};

struct Compiler {
  // Everything of it that may change what it makes: which compiler, which options, which support files.
  std::string identity;
  // The commands below run in a folder that has the file `name` and, where the source needs them, a folder "spellings".
  // `compile` leaves `name`.o there.
  std::function<Arguments(const std::string& name, const Source& source, const Settings& settings)> compile;
  // Leaves settings.preamble precompiled, for commands of `compile` with the same settings, and what it includes: `first` is the grader's
  // own header. Empty: this compiler precompiles nothing.
  std::function<Arguments(const Source& source, const Settings& settings)> precompile;
  std::string first;
  // Leaves `program`.exe of these objects and of what the archive has of what they lack. Libraries are names such as "ws2_32".
  std::function<Arguments(const std::string& program, const Arguments& objects, const std::string& archive,
                          const std::vector<std::string>& libraries, const Settings& settings)>
      link;
  std::function<Arguments(const std::string& archive, const Arguments& objects)> archive;
  // Prints the line table of `program`.exe as objdump does, and then takes it out of the program. Empty where the compiler has no such
  // tools.
  std::function<Arguments(const std::string&program)> list_lines, strip;
  // Where it has none, reads the lines of the program's own files in the same form, and takes them away.
  std::function<std::string(const std::filesystem::path& exe, const OwnFiles& own)> read_lines;

  // What either of them wrote.
  std::function<CompilerOutput(std::string_view output)> understand;

  std::vector<Remedy> remedies;
  // Turns into errors the warnings of these messages that are errors in Visual C++. Whether there are any: then the source is not what
  // Visual C++ would build, although it was compiled.
  std::function<bool(std::string& messages)> refuse;
  std::vector<std::string> lacks_function;     // any of these words among the linker's messages: a function is defined nowhere
  std::vector<std::string> lacks_main;         // and this one is main
  std::vector<std::filesystem::path> folders;  // below which its own headers lie
  std::optional<Bounds> bounds;                // of each command
  // Any of these commands -> the one that keeps it from all but its own files, the submission and the work folder. Empty: there is none.
  std::function<Arguments(const Arguments& command, const std::filesystem::path& submission, const std::filesystem::path& work)> confine;
};

// MinGW-w64 with POSIX threads, as Debian has it. Builds the support files into the toolchain's cache when they are not there yet.
// Throws std::runtime_error when there is no such compiler.
Compiler mingw_compiler(const Toolchain& toolchain);

// The one that builds students' sources on this system. Throws as mingw_compiler() does.
Compiler system_compiler(const Toolchain& toolchain);

// Visual Studio's cl, from a prompt where it is on the path. Not yet tested on Windows.
Compiler msvc_compiler();

}  // namespace lab::compile

// Turns a folder with a student's work into a lab's programs, each with an .exe or the reason why there is none.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace lab::compile {

struct Built {
  std::string program;  // "AdderManager"
  // Why there is no exe: "" (there is one), "missing", "does_not_compile", "needs_visual_cpp" (may be right, but only Visual C++ can build
  // it), "two_sources", "two_programs" (the .exe that would be used is older than another), "32_bit", "not_a_program" (not a Windows
  // program), "dll" (a library with an .exe name), "arm64", "unreadable".
  std::string reason;
  std::filesystem::path exe;    // if `reason` is empty
  std::filesystem::path found;  // the file it came from, if there was one
  bool from_source = false;
  std::string only_in_visual_cpp;  // the Visual C++-only features that it uses, such as "__try", if that is the reason
  std::string log;  // compiler messages, including warnings; or the names of two source files, or of the newer and the older program
  std::map<std::string, std::string> facts;   // further arguments for a sentence about the reason
  std::vector<std::filesystem::path> beside;  // DLLs that are next to a prebuilt .exe and must be copied with it
};

// Wraps a command line so that it can access only the system's files, the folders `read`, and the folder `written`, which is the only one
// that it may change.
using Confine = std::function<std::vector<std::string>(
    const std::vector<std::string>& command, const std::vector<std::filesystem::path>& read, const std::filesystem::path& written)>;

struct Toolchain {
  std::filesystem::path cache;    // the folder in which compiled programs are cached, by the hash of their inputs
  std::filesystem::path support;  // grader/compile/student: the header that is included first and the entry shim (MinGW only)
  Confine confine{};              // for the commands that read the hand-in; empty: run them with the caller's rights (MinGW only)
};

// Finds each program in `folder` by name, at any depth, ignoring letter case and the number of a second copy ("NAME (1).cpp"). NAME.cpp or
// NAME.c takes precedence over NAME.exe; two source files with the same name are a finding; hidden folders and build output named "build",
// "out", "x64", "Debug" or "Release" are searched only for .exe files. Compiles source files, up to `jobs` at a time, and reads the headers
// of prebuilt .exe files. If folders for several labs contain a file with the same name ("01/MailReceiver.cpp", "lab 02/MailReceiver.cpp";
// handed_in.h), it takes the one for `lab` ("01"; empty: any lab). Never throws because of what a student handed in.
std::vector<Built> build_programs(const std::filesystem::path& folder, const std::vector<std::string>& programs, const Toolchain& toolchain,
                                  int jobs, const std::string& lab = "");

// The same without compiling anything: if a source file is found, `reason` and `exe` are empty.
std::vector<Built> find_programs(const std::filesystem::path& folder, const std::vector<std::string>& programs,
                                 const std::string& lab = "");

}  // namespace lab::compile

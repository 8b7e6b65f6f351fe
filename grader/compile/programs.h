// A folder with a student's work -> the programs of a lab, each an .exe or the reason why there is none.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace lab::compile {

struct Built {
  std::string program;  // "AdderManager"
  // Why there is no exe: "" (there is one), "missing", "does_not_compile", "needs_visual_cpp" (may be right, but only Visual C++ builds
  // it), "two_sources", "two_programs" (the .exe that would be taken is older than another), "32_bit", "not_a_program" (not a Windows
  // program), "dll" (a library under an .exe name), "arm64", "unreadable".
  std::string reason;
  std::filesystem::path exe;    // when reason is empty
  std::filesystem::path found;  // the file it came from, when there was one
  bool from_source = false;
  std::string only_in_visual_cpp;  // what of it only Visual C++ has, such as "__try", when that is the reason
  std::string log;  // the compiler's messages (warnings too), or the names of the two sources; of the newer and the older program
  std::map<std::string, std::string> facts;   // what a sentence on the reason names besides
  std::vector<std::filesystem::path> beside;  // DLLs that lie beside a ready .exe: they go with it
};

// A command line -> one that runs it where there are only the system's files, the folders `read`, and the folder `written`, the only one
// that it may change.
using Confine = std::function<std::vector<std::string>(
    const std::vector<std::string>& command, const std::vector<std::filesystem::path>& read, const std::filesystem::path& written)>;

struct Toolchain {
  std::filesystem::path cache;    // where compiled programs are kept, by the hash of what went into them
  std::filesystem::path support;  // grader/compile/student: the header that is included first and the entry shim (MinGW only)
  Confine confine{};              // for the commands that read what was handed in; empty: they run as the caller does (MinGW only)
};

// Finds each program below `folder` by name at any depth, letter case and the number of a second copy, "NAME (1).cpp", aside (NAME.cpp or
// NAME.c wins over NAME.exe; two sources of one name are a finding; hidden folders and build output named "build", "out", "x64", "Debug",
// "Release" are looked at for .exe only), compiles sources, and looks into the headers of ready .exe files. Compiles up to `jobs` at a
// time. Of files of one name in folders of several labs ("01/MailReceiver.cpp", "lab 02/MailReceiver.cpp"; handed_in.h), it takes that of
// `lab` ("01"; empty: of any). Never throws for what a student handed in.
std::vector<Built> build_programs(const std::filesystem::path& folder, const std::vector<std::string>& programs, const Toolchain& toolchain,
                                  int jobs, const std::string& lab = "");

// ... without compiling anything: a source that is found has no reason and no exe.
std::vector<Built> find_programs(const std::filesystem::path& folder, const std::vector<std::string>& programs,
                                 const std::string& lab = "");

}  // namespace lab::compile

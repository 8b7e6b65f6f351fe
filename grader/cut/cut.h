// Cuts stubs out of solutions: the file that a student opens is derived from a program that is known to be right.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace lab::cut {

// The stub of a solution. Markers in the solution, each on a separate line:
//     //[todo 3] Start the worker.          becomes  // TODO 3: Start the worker.
//     //[todo 3] Did it start?              directly below, with the same number: the second line of the TODO, // Did it start?
//     BOOL started = CreateProcess(...);    the solution, up to //[end]: removed
//     //[stub] BOOL started = TRUE;         becomes  BOOL started = TRUE;   with the marker's own indentation
//     //[end]                               removed
// Numbers increase by one within a file. Line breaks become LF. `file`: the name for error messages. Throws text::Problem, with file and
// line, for nested, unterminated, unknown or misplaced markers, for a file without a [todo], and for non-ASCII characters.
std::string stub_of(std::string_view solution, const std::string& file);

// The numbers, from 1, of the lines in the solution that the stub lacks: the lines that a student writes. Throws the same exceptions as
// stub_of().
std::vector<std::size_t> lines_to_write(std::string_view solution, const std::string& file);

enum class State {
  kFresh,    // is what the solution produces
  kMissing,  // does not exist yet
  kStale,    // is what an earlier solution produced, unchanged: may be overwritten
  kEdited,   // is neither: a student's work. Never overwritten, never deleted
  kOrphan,   // was cut from a solution that no longer exists, and is unchanged
};

struct Stub {
  std::filesystem::path file;  // labs/NN_name/X.cpp, relative to the kit's folder
  State state = State::kFresh;
};

// Compares the .cpp files in kit/labs with those in kit/solutions. An earlier cut is recognized by its hash in kit/solutions/stubs.txt,
// where write_stubs() records everything it writes; differences in line breaks are ignored. Throws text::Problem for a solution that cannot
// be cut, or if there are no solutions.
std::vector<Stub> look_at_stubs(const std::filesystem::path& kit);

// Writes only those stubs that are missing or stale; lab.toml and other files are not touched. Returns the previous state of each. All
// solutions are cut before the first stub is written. Also throws text::Problem for a file that cannot be written.
std::vector<Stub> write_stubs(const std::filesystem::path& kit);

// The stub `name`, "NN_name/X.cpp": cut from the solution or, in a kit without solutions, the copy that `lab package` puts into stubs/.
// Empty if there is neither. Throws the same exceptions as stub_of().
std::optional<std::string> original_stub(const std::filesystem::path& kit, const std::filesystem::path& name);

// Converts line breaks to LF: Git checks out files with CRLF on some systems, with LF on others.
std::string with_lf(std::string text);

// One sentence about a stub: its state or, with `after_writing`, what write_stubs() did with it.
std::string describe(const Stub& stub, bool after_writing, text::Language language);

}  // namespace lab::cut

// Stubs from solutions: what a student opens is cut out of the program that is known to be right.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace lab::cut {

// The stub of a solution. In the solution, each on a line of its own:
//     //[todo 3] Start the worker.          becomes  // TODO 3: Start the worker.
//     //[todo 3] Did it start?              directly below, same number: its second line, // Did it start?
//     BOOL started = CreateProcess(...);    the solution, up to //[end]: goes
//     //[stub] BOOL started = TRUE;         becomes  BOOL started = TRUE;   with the marker's own indentation
//     //[end]                               goes
// Numbers count up by one within a file. Line ends become LF. `file` is what errors call it.
// Throws text::Problem, with file and line: nested, unterminated, unknown or misplaced markers, no [todo] at all, characters that are not
// ASCII.
std::string stub_of(std::string_view solution, const std::string& file);

// The numbers, from 1, of the solution's lines that the stub lacks: what a student writes. Throws as stub_of() does.
std::vector<std::size_t> lines_to_write(std::string_view solution, const std::string& file);

enum class State {
  kFresh,    // is what the solution gives
  kMissing,  // is not there yet
  kStale,    // is what an earlier solution gave, unchanged: may be overwritten
  kEdited,   // is neither: a student's work. Never overwritten, never deleted
  kOrphan,   // was cut from a solution that is gone, and is unchanged
};

struct Stub {
  std::filesystem::path file;  // labs/NN_name/X.cpp, below the kit's folder
  State state = State::kFresh;
};

// How the .cpp files of kit/labs stand to those of kit/solutions. An earlier cut is known by its hash in kit/solutions/stubs.txt, where
// write_stubs() records everything it writes; line ends do not count. Throws text::Problem for a solution that cannot be cut, or when there
// is none.
std::vector<Stub> look_at_stubs(const std::filesystem::path& kit);

// Writes those that are missing or stale, and nothing else; lab.toml and other files are not touched. Returns how each stood before.
// All solutions are cut before the first stub is written. Throws text::Problem also for a file that cannot be written.
std::vector<Stub> write_stubs(const std::filesystem::path& kit);

// The stub of `name`, "NN_name/X.cpp": cut from the solution, or in a kit without solutions the copy that `lab package` puts into stubs/.
// Nothing where there is neither. Throws as stub_of() does.
std::optional<std::string> original_stub(const std::filesystem::path& kit, const std::filesystem::path& name);

// Git gives files CRLF on some systems, LF on others: the same text.
std::string with_lf(std::string text);

// One sentence on a stub: how it stands, or, with `after_writing`, what write_stubs() did with it.
std::string describe(const Stub& stub, bool after_writing, text::Language language);

}  // namespace lab::cut

// Describes the programs, calls and events in a run in words. Any text from outside is escaped and shortened.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "report/report.h"
#include "text/text.h"
#include "trace/run.h"

namespace lab::report {

inline constexpr std::uint32_t kInputEnded = 109;  // ERROR_BROKEN_PIPE, when reading typed input

// Whether the call read typed input; whether it printed.
bool is_input(const trace::Call& call);
bool is_print(const trace::Call& call);

// "PartAdder 1 5"; "?" for an invalid index.
std::string program_label(const trace::Run& run, int program);

// Whether a program other than the first one makes calls, so that each call needs its program's name.
bool several_call(const trace::Run& run);

// "mailbox"; "?" for an invalid index.
std::string slot_label(const trace::Run& run, int slot);

// What a handle refers to: "PartAdder 1 5" (a process), "thread of PartAdder 1 5", "mailslot mailbox", "no handle".
std::string object_label(const trace::Run& run, const trace::Object& object, text::Language language);

// The label of the call's `object`-th object. As a file handle, the pseudohandle for the own process is "INVALID_HANDLE_VALUE".
std::string argument_label(const trace::Run& run, const trace::Call& call, std::size_t object, text::Language language);

// "WaitForSingleObject(PartAdder 1 5, INFINITE) -> WAIT_OBJECT_0"
std::string describe(const trace::Run& run, const trace::Call& call, text::Language language);

std::string describe(const trace::Run& run, const trace::Event& event, text::Language language);

// "AdderManager.cpp:61"; "" if the place is unknown.
std::string label(const trace::Place& place, PlaceForm form = PlaceForm::kTerminal);
// The text of that line.
std::string source_line(const trace::Place& place);

// Names for a lane, in ASCII: "start", "GetExitCodeProcess", "print", "create slot", "read", "input"; and results: "=259", "=TIMEOUT",
// "=FAILED", "=\"hello\"", "=error 183" or "".
std::string short_name(const trace::Call& call);
std::string short_result(const trace::Call& call);

// A message or typed text in quotation marks, for a lane; "\"...\"" if it is not ASCII.
std::string short_text(const std::string& text);

std::string without_line_end(const std::string& text);

// Names for a picture, in any script and at most about 30 columns wide: "WaitForSingleObject", "print"; and the call's object and result:
// "PartAdder 1 5 = 259", "\"hello\"", "error 2" or "".
std::string picture_name(const trace::Call& call);
std::string picture_answer(const trace::Run& run, const trace::Call& call);

// Text in quotation marks, at most `width` columns wide, with visible control characters.
std::string quoted_within(const std::string& text, int width);

}  // namespace lab::report

// One program, call or event of a run in words. Everything that came from outside is harmless and short in them.
#pragma once

#include <cstdint>
#include <string>

#include "report/report.h"
#include "text/text.h"
#include "trace/run.h"

namespace lab::report {

inline constexpr std::uint32_t kInputEnded = 109;  // ERROR_BROKEN_PIPE, of a read of what is typed

// Whether the call took what was typed; whether it printed.
bool is_input(const trace::Call& call);
bool is_print(const trace::Call& call);

// "PartAdder 1 5"; "?" for an index that the run does not have.
std::string program_label(const trace::Run& run, int program);

// "mailbox"; "?" for an index that the run does not have.
std::string slot_label(const trace::Run& run, int slot);

// What a handle stands for: "PartAdder 1 5" (a process), "thread of PartAdder 1 5", "mailslot mailbox", "no handle".
std::string object_label(const trace::Run& run, const trace::Object& object, text::Language language);

// "WaitForSingleObject(PartAdder 1 5, INFINITE) -> WAIT_OBJECT_0"
std::string describe(const trace::Run& run, const trace::Call& call, text::Language language);

std::string describe(const trace::Run& run, const trace::Event& event, text::Language language);

// "AdderManager.cpp:61"; "" where it is not known.
std::string label(const trace::Place& place, PlaceForm form = PlaceForm::kTerminal);
// The line itself.
std::string source_line(const trace::Place& place);

// For a lane, in ASCII: "start", "GetExitCodeProcess", "print", "create slot", "read", "input"; and what came of it: "=259", "=TIMEOUT",
// "=FAILED", "=\"hello\"", "=error 183" or "".
std::string short_name(const trace::Call& call);
std::string short_result(const trace::Call& call);

// A message or typed text between quotation marks, for a lane; "\"...\"" when it is not ASCII.
std::string short_text(const std::string& text);

std::string without_line_end(const std::string& text);

// For a picture, in any script and at most about 30 columns wide: "WaitForSingleObject", "print"; and what it was about and what came of
// it: "PartAdder 1 5 = 259", "\"hello\"", "error 2" or "".
std::string picture_name(const trace::Call& call);
std::string picture_answer(const trace::Run& run, const trace::Call& call);

// What travels or is shown between quotation marks, at most that many columns wide, with its control characters in sight.
std::string quoted_within(const std::string& text, int width);

}  // namespace lab::report

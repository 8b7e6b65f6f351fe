// What the stage and the probes have put into a run's record -> the run as trace/ has it, written as lines of JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "stage/programs.h"
#include "trace/run.h"

namespace lab::stage {

// What runs are made on, for the recording: "Windows 10.0.22631", or "Wine 8.0, corrected" where mailslots are `corrected`.
std::string platform(bool corrected);

// The message that a call on a mailslot moved, or the name that it was given, in UTF-8.
std::string message_or_name(const wire::Wire& wire, const wire::Record& record);

// A line of JSON; what is not UTF-8 is replaced.
std::string line(const nlohmann::json& value);

// A run that was played, or why nothing of it can be judged; without its platform.
trace::Run recording(const scenario::Assignment& assignment, const wire::Wire& wire, const Ended& ended);

// A run that could not be played: why; without its platform.
trace::Run no_recording(const scenario::Assignment& assignment, trace::Run::Outcome outcome, const char* reason, const std::string& detail);

// Whether the run could not be recorded for a reason that lies with the system, not with the program.
bool may_differ_next_time(const trace::Run& run);

}  // namespace lab::stage

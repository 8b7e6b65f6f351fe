// Converts what the stage and the probes have written to a run's record into a trace::Run.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "stage/programs.h"
#include "trace/run.h"

namespace lab::stage {

// The system that runs are recorded on: "Windows 10.0.22631", or "Wine 8.0, corrected" if mailslots are `corrected`.
std::string platform(bool corrected);

// The message that a call read from or wrote to a mailslot, or the name that was passed to the call, in UTF-8.
std::string message_or_name(const wire::Wire& wire, const wire::Record& record);

// A line of JSON. Bytes that are not valid UTF-8 are replaced.
std::string line(const nlohmann::json& value);

// The recorded run, or the reason why it cannot be judged. Its `platform` is left empty.
trace::Run recording(const scenario::Assignment& assignment, const wire::Wire& wire, const Ended& ended);

// A run that could not be carried out, with the reason. Its `platform` is left empty.
trace::Run no_recording(const scenario::Assignment& assignment, trace::Run::Outcome outcome, const char* reason, const std::string& detail);

// Whether the run could not be recorded, possibly because of the system rather than the program.
bool may_differ_next_time(const trace::Run& run);

}  // namespace lab::stage

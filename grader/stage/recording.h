// The run's record -> lines of JSON, as grader/trace/FORMAT.md has them.
#pragma once

#include <string>

#include "stage/director.h"

namespace lab::stage {

// What the run was made on, for the recording: "Wine 8.0, corrected" or "Windows 10.0.22631".
std::string platform();

// A run that was played.
std::string recording(const Scenario& scenario, const wire::Wire& wire, const Ended& ended);

// A run that could not be played: outcome "not_gradable" or "grader_error" and why.
std::string no_recording(const Scenario& scenario, const char* outcome, const char* reason, const std::string& detail);

}  // namespace lab::stage

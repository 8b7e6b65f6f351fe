// Checks off the runs that a stage was given.
#include "cli/stage_report.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "cli/run_layout.h"

namespace lab::cli {

void StageReport::take(std::string recording) {
  if (recording.empty()) {
    ++left_out_;
    return;
  }
  if (left_.erase(header_of(recording).key) == 0) foreign_ = true;
  recordings_.push_back(std::move(recording));
}

Header header_of(const std::string& recording) {
  const auto run = nlohmann::json::parse(recording.substr(0, recording.find('\n')), nullptr, false);
  if (!run.is_object()) return {};
  const auto text = [&](const char* name) {
    const auto found = run.find(name);
    return found != run.end() && found->is_string() ? found->get<std::string>() : "";
  };
  return {key_of(text("submission"), text("lab"), text("program"), text("scenario")), text("program") + " " + text("scenario")};
}

}  // namespace lab::cli

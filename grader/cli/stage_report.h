// What one stage reports about its runs. The programs that it runs may be able to write into the report, so each run is accepted only once.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace lab::cli {

class StageReport {
 public:
  // `given`: the keys of the runs (run_layout.h). A stage may leave out any of them.
  explicit StageReport(std::set<std::string> given) : left_(std::move(given)) {}

  // Adds the full recording of one run; an empty one means that a run was left out.
  void take(std::string recording);

  // Whether each run was reported once or left out, and no other run was reported.
  bool is_whole() const { return !foreign_ && left_.size() == left_out_; }
  // Whether a run was reported twice, or one that the stage was not given: a stage never does either.
  bool is_forged() const { return foreign_; }

  const std::vector<std::string>& recordings() const { return recordings_; }

 private:
  std::set<std::string> left_;
  std::size_t left_out_ = 0;
  bool foreign_ = false;
  std::vector<std::string> recordings_;
};

// Identifies the run of a recording, by its key and as shown to people ("AdderManager worker_1_first"); only the first line is parsed.
struct Header {
  std::string key, name;
};
Header header_of(const std::string& recording);

}  // namespace lab::cli

// What one stage reports of the runs that it was given. It plays programs that may write into its report, so each run counts once.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace lab::cli {

class StageReport {
 public:
  // The runs by their keys (run_layout.h). Any of them may be left out.
  explicit StageReport(std::set<std::string> given) : left_(std::move(given)) {}

  // All that was written of one run; nothing of one that was left out.
  void take(std::string recording);

  // Whether each run was reported once, or left out, and no other one was.
  bool is_whole() const { return !foreign_ && left_.size() == left_out_; }
  // Whether a run was reported twice, or one that the stage was not given: it does neither.
  bool is_forged() const { return foreign_; }

  const std::vector<std::string>& recordings() const { return recordings_; }

 private:
  std::set<std::string> left_;
  std::size_t left_out_ = 0;
  bool foreign_ = false;
  std::vector<std::string> recordings_;
};

// Which run it is the recording of, by its key and as people read it ("AdderManager worker_1_first"), whatever follows its first line.
struct Header {
  std::string key, name;
};
Header header_of(const std::string& recording);

}  // namespace lab::cli

// Distributes units among judging processes, and finds out which unit made one of them fail.
#include "cli/class_judge.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/class_unit.h"
#include "cli/host.h"
#include "cli/shared_options.h"
#include "compile/parallel.h"
#include "text/path.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;

// The number of recorded units in memory at a time, and the number judged again if one of them breaks the judge.
constexpr std::size_t kMostInABatch = 16;

// The longest time without a line from the judge. Judging one unit takes milliseconds.
constexpr std::chrono::minutes kLongestSilence{2};

// A batch of units, and what their judge has reported about them.
class Batch {
 public:
  Batch(compile::Command judge, const std::vector<fs::path>& units, const OnJudged& on_judged)
      : judge_(std::move(judge)), units_(units), on_judged_(on_judged) {
    judge_.limit = kLongestSilence;
    judge_.limit_from_last_line = true;
    judge_.on_line = [this](std::string_view line) { take(line); };
  }

  void add(std::size_t at) { left_.push_back(at); }

  void judge() {
    while (!left_.empty()) {
      given_ = left_;
      doing_.reset();
      nlohmann::json folders = nlohmann::json::array();
      for (const std::size_t at : given_) folders.push_back(text::utf8(units_[at]));
      judge_.input = folders.dump();
      const compile::Finished finished = compile::run(judge_);
      if (left_.empty()) return;
      const std::string why = finished.timed_out ? "the judge hangs." : why_ended(finished);
      if (doing_ && std::count(left_.begin(), left_.end(), *doing_) > 0) {
        tell(*doing_, why);
        continue;
      }
      for (const std::size_t at : std::vector<std::size_t>(left_)) tell(at, why);
    }
  }

 private:
  void take(std::string_view line) {
    const std::string text(line);
    const std::size_t space = text.find(' ');
    if (space == text.npos) return;
    const std::string what = text.substr(0, space);
    std::size_t length = 0;
    const std::size_t number = std::stoul(text.substr(space + 1), &length);
    const std::size_t at = given_.at(number);
    doing_ = at;
    if (what == "judged") tell(at, "");
    if (what == "broken") tell(at, text.substr(std::min(text.size(), space + 1 + length + 1)));
  }

  void tell(std::size_t at, const std::string& trouble) {
    std::erase(left_, at);
    on_judged_(at, trouble);
  }

  compile::Command judge_;
  const std::vector<fs::path>& units_;
  const OnJudged& on_judged_;
  std::vector<std::size_t> left_, given_;  // indexes into units_; given_: in the order in which this judge numbers them
  std::optional<std::size_t> doing_;
};

}  // namespace

void judge_in_batches(const compile::Command& judge, const std::vector<fs::path>& units, int jobs, const OnJudged& on_judged) {
  const std::size_t share = (units.size() + static_cast<std::size_t>(jobs) - 1) / static_cast<std::size_t>(jobs);
  const std::size_t size = std::clamp<std::size_t>(share, 1, kMostInABatch);
  compile::in_parallel((units.size() + size - 1) / size, jobs, [&](std::size_t number, int) {
    Batch batch(judge, units, on_judged);
    for (std::size_t at = number * size; at < std::min(units.size(), (number + 1) * size); ++at) batch.add(at);
    batch.judge();
  });
}

void judge_units(const Kit& kit, const std::vector<fs::path>& units, bool no_compare, int jobs, const OnJudged& on_judged) {
  compile::Command judge = unit_worker(kit, {});
  judge.argv.push_back(kJudgeUnits);
  if (no_compare) judge.argv.push_back(kNoCompare);
  judge_in_batches(judge, units, jobs, on_judged);
}

}  // namespace lab::cli

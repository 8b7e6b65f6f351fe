// Draws the progress bar.
#include "loop/bar.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "report/columns.h"

namespace lab::loop {
namespace {

constexpr std::size_t kBar = 24;

}  // namespace

std::string plain(const Work& work, text::Language language) {
  nlohmann::json args = {{"what", work.what}, {"done", work.done}, {"all", work.all}, {"seconds", static_cast<int>(work.seconds)}};
  if (work.all == 0) return text::sentence(language, "progress_time", args);
  const double fraction = static_cast<double>(std::min(work.done, work.all)) / static_cast<double>(work.all);
  if (fraction < 0.05 || work.done >= work.all) return text::sentence(language, "progress_count", args);
  args["left"] = static_cast<int>(std::ceil(work.seconds * (1 - fraction) / fraction));
  return text::sentence(language, "progress_left", args);
}

std::string bar(const Work& work, text::Language language, int columns) {
  std::string drawn;
  if (work.all > 0) {
    const std::size_t full = kBar * std::min(work.done, work.all) / work.all;
    drawn = fmt::format("[{}{}] ", std::string(full, '#'), std::string(kBar - full, '.'));
  }
  const std::string last = work.last.empty() ? "" : " (" + work.last + ")";
  return report::clipped(drawn + plain(work, language) + last, std::max(columns, 10));
}

}  // namespace lab::loop

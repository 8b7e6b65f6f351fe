// Compares a run with a correct one, row by row.
#include "report/against_data.h"

#include <algorithm>
#include <optional>

#include "replay/beside.h"
#include "report/describe.h"
#include "report/page_figure.h"

namespace lab::report {
namespace {

using text::Language;

int number(const std::optional<std::size_t>& index) { return index ? static_cast<int>(*index) : -1; }

}  // namespace

nlohmann::ordered_json against_data(const trace::Run& run, const trace::Run& correct) {
  const replay::Beside both = replay::beside(run, correct);
  if (std::none_of(both.rows.begin(), both.rows.end(), [](const replay::Row& row) { return row.correct.has_value(); })) return {};
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const replay::Row& row : both.rows) {
    nlohmann::ordered_json words;
    if (row.correct) {
      const auto in = [&](Language language) { return arrowed(describe(correct, correct.calls[*row.correct], language)); };
      const std::string en = in(Language::kEnglish), ko = in(Language::kKorean);
      words = en == ko ? nlohmann::ordered_json(en) : nlohmann::ordered_json::array({en, ko});
    }
    rows.push_back({number(row.own), std::move(words), static_cast<int>(row.mark), row.program, row.times});
  }
  return {{"rows", std::move(rows)}, {"first", number(both.first)}, {"call", number(both.call)}};
}

}  // namespace lab::report

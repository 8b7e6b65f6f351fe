// Compares a run with a correct one, row by row.
#include "report/against_data.h"

#include <algorithm>
#include <map>

#include "report/describe.h"
#include "report/page_figure.h"

namespace lab::report {
namespace {

using replay::Difference;
using text::Language;
using trace::Run;

std::string correct_words(const Run& correct, std::size_t call, Language language) {
  return arrowed(describe(correct, correct.calls[call], language));
}

}  // namespace

Against rows_against(const Run& run, const Run& correct) {
  const replay::Comparison comparison = replay::compare(run, correct);
  std::map<std::size_t, std::vector<std::size_t>> missing;  // for each call of the run: the correct run's calls that are missing before it
  std::vector<std::size_t> at_the_end;
  std::map<std::size_t, bool> differing;
  for (const Difference& one : comparison.differences) {
    if (one.kind == Difference::Kind::kMissing)
      missing[*one.call].push_back(*one.correct);
    else if (one.kind == Difference::Kind::kNotDone && one.correct)
      at_the_end.push_back(*one.correct);
    if (one.call) differing[*one.call] = true;
  }
  Against against;
  std::map<std::size_t, std::size_t> row_of;
  for (std::size_t i = 0; i < run.calls.size(); ++i) {
    std::sort(missing[i].begin(), missing[i].end());
    for (const std::size_t call : missing[i]) against.rows.push_back({{}, call, true});
    row_of[i] = against.rows.size();
    against.rows.push_back({i, comparison.counterparts[i], differing.count(i) != 0});
  }
  std::sort(at_the_end.begin(), at_the_end.end());
  at_the_end.erase(std::unique(at_the_end.begin(), at_the_end.end()), at_the_end.end());
  for (const std::size_t call : at_the_end) against.rows.push_back({{}, call, true});
  if (!comparison.differences.empty() && comparison.differences.front().call) against.first = row_of[*comparison.differences.front().call];
  return against;
}

nlohmann::ordered_json against_data(const Run& run, const Run& correct) {
  const Against against = rows_against(run, correct);
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const AgainstRow& row : against.rows) {
    nlohmann::ordered_json words;
    if (row.correct) {
      const std::string en = correct_words(correct, *row.correct, Language::kEnglish),
                        ko = correct_words(correct, *row.correct, Language::kKorean);
      words = en == ko ? nlohmann::ordered_json(en) : nlohmann::ordered_json::array({en, ko});
    }
    const int mark = !row.own ? 3 : !row.correct && row.differs ? 2 : row.differs ? 1 : 0;
    rows.push_back({row.own ? static_cast<int>(*row.own) : -1, std::move(words), mark});
  }
  return {{"rows", std::move(rows)}, {"first", against.first ? static_cast<int>(*against.first) : -1}};
}

}  // namespace lab::report

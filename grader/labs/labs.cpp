// Finds the runs and reasons of each lab.
#include "labs/labs.h"

#include <stdexcept>

#include "checks/reasons.h"

namespace lab::labs {

std::vector<scenario::Group> groups_for(const std::string& lab, const std::vector<std::string>& programs, std::uint64_t seed) {
#define X(number, runs_of_lab) \
  if (lab == number) return runs_of_lab(programs, seed);
  LAB_LABS(X)
#undef X
  throw std::invalid_argument("no scenarios are known for lab " + lab);
}

namespace {

std::span<const RunWords> words_of(const std::string& lab) {
#define X(number, words_of_lab) \
  if (lab == number) return words_of_lab##_words();
  LAB_LABS(X)
#undef X
  return {};
}

}  // namespace

text::Bilingual run_in_words(const trace::Run& run) {
  const RunWords* found = nullptr;
  for (const RunWords& row : words_of(run.lab))
    if (row.program == run.program && (row.scenario == run.scenario || (row.scenario.empty() && !found))) found = &row;
  if (!found) return {};
  const nlohmann::json args = {{"arguments", run.programs.empty() ? "" : run.actor().arguments}};
  return {text::filled(text::Language::kEnglish, found->words.en, found->words.ko, args),
          text::filled(text::Language::kKorean, found->words.en, found->words.ko, args)};
}

trace::ReasonTables reason_tables() {
  trace::ReasonTables all = checks::reason_tables();
#define X(number, lab) \
  for (const auto table : lab##_reasons()) all.push_back(table);
  LAB_LABS(X)
#undef X
  return all;
}

const trace::Reason* reason(std::string_view id) {
  static const trace::ReasonTables kTables = reason_tables();
  for (const auto table : kTables)
    for (const trace::Reason& row : table)
      if (row.id == id) return &row;
  return nullptr;
}

}  // namespace lab::labs

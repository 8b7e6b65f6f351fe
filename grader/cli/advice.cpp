// Takes lab.toml's words in one language.
#include "cli/advice.h"

namespace lab::cli {

using text::Language;

const std::string& in(Language language, const rubric::Bilingual& words) { return language == Language::kKorean ? words.ko : words.en; }

std::map<std::string, report::LabAdvice> advice(const std::vector<const rubric::Lab*>& labs, Language language) {
  std::map<std::string, report::LabAdvice> all;
  for (const rubric::Lab* lab : labs) {
    report::LabAdvice& about = all[lab->number];
    about.title = in(language, lab->title);
    for (const rubric::Check& check : lab->checks) {
      report::Advice& advice = about.checks[check.id];
      advice.title = in(language, check.title);
      advice.step = check.step;
      for (const rubric::Bilingual& hint : check.hints) advice.more_hints.push_back(in(language, hint));
      if (advice.more_hints.empty()) continue;
      advice.hint = advice.more_hints.front();
      advice.more_hints.erase(advice.more_hints.begin());
    }
  }
  return all;
}

}  // namespace lab::cli

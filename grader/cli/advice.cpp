// Takes lab.toml's words in one language.
#include "cli/advice.h"

namespace lab::cli {

using text::Language;

const std::string& in(Language language, const checks::Bilingual& words) { return language == Language::kKorean ? words.ko : words.en; }

std::map<std::string, report::LabAdvice> advice(const std::vector<const checks::LabRubric*>& labs, Language language) {
  std::map<std::string, report::LabAdvice> all;
  for (const checks::LabRubric* lab : labs) {
    report::LabAdvice& about = all[lab->number];
    about.title = in(language, lab->title);
    for (const checks::CheckRubric& check : lab->checks)
      about.checks[check.id] = {in(language, check.title), check.hints.empty() ? "" : in(language, check.hints.front()), check.step};
  }
  return all;
}

}  // namespace lab::cli

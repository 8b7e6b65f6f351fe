// Generates the page.
#include "class/mistakes_page.h"

#include <fmt/ranges.h>

#include "class/page_parts.h"
#include "report/page_template.h"
#include "report/reason.h"

namespace lab::classes {
namespace {

using report::in_both;
using report::Values;
using report::with_code;
using text::Language;

Values sentence_of(const Failure& failure) {
  const std::string en = report::reason(failure.because, Language::kEnglish);
  if (!en.empty()) return with_code({en, report::reason(failure.because, Language::kKorean)});
  return in_both(report::outcome_word(failure.outcome, Language::kEnglish), report::outcome_word(failure.outcome, Language::kKorean));
}

Values check_title(const std::vector<rubric::Lab>& labs, const std::string& lab, const std::string& id) {
  const rubric::Check* check = rubric::check_of(labs, lab, id);
  return check ? in_both(check->title) : Values(id);
}

// The failure to draw: the first of the most frequent ones that has a moment.
const Failure& drawn_of(const Mistake& mistake) {
  for (const Variant& variant : mistake.variants)
    for (const Failure& failure : variant.failures)
      if (failure.because.order) return failure;
  return mistake.example();
}

Values group(const Mistake& mistake, const std::vector<rubric::Lab>& labs, const PictureOf& picture, std::size_t number) {
  const Failure& example = mistake.example();
  const bool by_check = mistake.kind == Mistake::Kind::kCheck;
  Values students = Values::array(), variants = Values::array();
  for (const Unit* unit : mistake.students) students.push_back(link_to(unit->hand_in));
  if (mistake.variants.size() > 1 || by_check)
    for (const Variant& variant : mistake.variants)
      variants.push_back({{"sentence", sentence_of(variant.failures.front())}, {"failures", variant.failures.size()}});
  return {{"number", number},
          {"check", by_check ? check_title(labs, mistake.lab, example.check) : Values()},
          {"sentence", by_check ? Values() : sentence_of(example)},
          {"students", mistake.students.size()},
          {"checks", mistake.failures()},
          {"lab", mistake.lab},
          {"ids", fmt::format("{}", fmt::join(mistake.checks, ", "))},
          {"has_variants", !variants.empty()},
          {"variants", std::move(variants)},
          {"picture", report::as_html(picture(drawn_of(mistake), fmt::format("m{}", number)))},
          {"open", mistake.students.size() <= 12},
          {"who", {{"count", mistake.students.size()}, {"links", std::move(students)}}}};
}

}  // namespace

std::string mistakes_page(const std::vector<Mistake>& mistakes, const std::vector<rubric::Lab>& labs, const PictureOf& picture,
                          Language opens_in) {
  Values groups = Values::array(), singles = Values::array();
  std::size_t failures = 0;
  for (const Mistake& mistake : mistakes) {
    failures += mistake.failures();
    if (mistake.kind != Mistake::Kind::kSingle) {
      groups.push_back(group(mistake, labs, picture, groups.size() + 1));
      continue;
    }
    for (const Variant& variant : mistake.variants)
      for (const Failure& failure : variant.failures)
        singles.push_back({{"who", link_to(failure.unit->hand_in)}, {"check", failure.check}, {"sentence", sentence_of(failure)}});
  }
  const Values summary = {{"failures", failures}, {"groups", groups.size()}, {"alone", singles.size()}};
  const bool has_singles = !singles.empty();
  return class_page(report::mistakes_html(),
                    {{"summary", summary}, {"groups", std::move(groups)}, {"has_singles", has_singles}, {"singles", std::move(singles)}},
                    opens_in, "mistakes_title", "mistakes_skip");
}

}  // namespace lab::classes

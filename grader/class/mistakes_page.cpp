// Writes each group.
#include "class/mistakes_page.h"

#include <fmt/core.h>

#include "class/page_parts.h"
#include "report/markup.h"
#include "report/page_files.h"
#include "report/page_template.h"
#include "report/reason.h"

namespace lab::classes {
namespace {

using report::both;
using report::both_say;
using report::both_with_code;
using report::escaped;
using text::Language;

std::string sentence_of(const Failure& failure) {
  const std::string en = report::reason(failure.because, Language::kEnglish);
  if (!en.empty()) return both_with_code(en, report::reason(failure.because, Language::kKorean));
  return both(report::outcome_word(failure.outcome, Language::kEnglish), report::outcome_word(failure.outcome, Language::kKorean));
}

std::string check_title(const std::vector<rubric::Lab>& labs, const std::string& lab, const std::string& id) {
  const rubric::Check* check = rubric::check_of(labs, lab, id);
  return check ? both(check->title.en, check->title.ko) : escaped(id);
}

std::string students(const Mistake& mistake) {
  std::string items;
  for (const Unit* unit : mistake.students) items += "<li>" + link_to(unit->hand_in) + "</li>\n";
  return fmt::format("<details{}><summary>{}</summary><ul class=\"names\">\n{}</ul></details>\n",
                     mistake.students.size() <= 12 ? " open" : "", both_say("mistakes_students", {{"count", mistake.students.size()}}),
                     items);
}

std::string checks(const Mistake& mistake) {
  std::string list;
  for (const std::string& check : mistake.checks) list += (list.empty() ? "" : ", ") + escaped(check);
  return "<p class=\"quiet\">" + both_say("report_lab", {{"lab", mistake.lab}}) + ": " + list + "</p>\n";
}

// The failure to draw: the first of the most frequent ones that has a moment.
const Failure& drawn_of(const Mistake& mistake) {
  for (const Variant& variant : mistake.variants)
    for (const Failure& failure : variant.failures)
      if (failure.because.order) return failure;
  return mistake.example();
}

std::string group(const Mistake& mistake, const std::vector<rubric::Lab>& labs, const PictureOf& picture, std::size_t number) {
  const Failure& example = mistake.example();
  const bool by_check = mistake.kind == Mistake::Kind::kCheck;
  const std::string head =
      by_check ? both_say("mistakes_of_check") + " " + check_title(labs, mistake.lab, example.check) : sentence_of(example);
  std::string html = fmt::format(
      "<article class=\"mistake\" aria-labelledby=\"mistake-{0}\">\n<h3 id=\"mistake-{0}\">{1} <span class=\"many\">{2}</span></h3>\n",
      number, head, both_say("mistakes_count", {{"students", mistake.students.size()}, {"checks", mistake.failures()}}));
  html += checks(mistake);
  if (mistake.variants.size() > 1 || by_check) {
    html += "<ul>\n";
    for (const Variant& variant : mistake.variants)
      html +=
          fmt::format("<li>{} <span class=\"quiet\">({})</span></li>\n", sentence_of(variant.failures.front()), variant.failures.size());
    html += "</ul>\n";
  }
  return html + picture(drawn_of(mistake), fmt::format("m{}", number)) + students(mistake) + "</article>\n";
}

std::string single(const Mistake& mistake) {
  std::string html;
  for (const Variant& variant : mistake.variants)
    for (const Failure& failure : variant.failures)
      html += fmt::format("<li>{}, {}: {}</li>\n", link_to(failure.unit->hand_in), escaped(failure.check), sentence_of(failure));
  return html;
}

}  // namespace

std::string mistakes_page(const std::vector<Mistake>& mistakes, const std::vector<rubric::Lab>& labs, const PictureOf& picture,
                          Language opens_in) {
  std::string groups, singles;
  std::size_t failures = 0, alone = 0, number = 0;
  for (const Mistake& mistake : mistakes) {
    failures += mistake.failures();
    if (mistake.kind == Mistake::Kind::kSingle) {
      alone += mistake.failures();
      singles += single(mistake);
    } else {
      groups += group(mistake, labs, picture, ++number);
    }
  }
  std::map<std::string, std::string> slots = frame_slots(opens_in, "mistakes_title", "mistakes_skip");
  slots["summary"] = both_say("mistakes_summary", {{"failures", failures}, {"groups", number}, {"alone", alone}});
  const std::string none = "<p class=\"quiet\">" + both_say("overview_none") + "</p>\n";
  slots["groups"] = groups.empty() ? none : groups;
  slots["single"] = singles.empty() ? none : "<ul>\n" + singles + "</ul>\n";
  return report::filled_template(report::mistakes_html().text, slots);
}

}  // namespace lab::classes

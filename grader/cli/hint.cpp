// lab hint.
#include <fmt/core.h>

#include <memory>
#include <sstream>

#include "cli/commands.h"
#include "cli/host.h"
#include "cli/standings.h"
#include "compile/todos.h"
#include "loop/changes.h"
#include "loop/hints.h"
#include "report/columns.h"
#include "report/reason.h"
#include "text/files.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using text::sentence;

// Finds the check "AdderManager.WaitsForBothWorkers" by its name or a part of it. If several checks match, returns the first one that has
// not passed.
const rubric::Check* named(const rubric::Lab& lab, const std::string& name, const loop::Standing& standing) {
  std::string known;
  const rubric::Check* first = nullptr;
  for (const rubric::Check& check : lab.checks) {
    known += (known.empty() ? "" : ", ") + check.id;
    if (check.id.find(name) == std::string::npos) continue;
    const trace::Verdict* verdict = standing.verdict(check.id);
    if (!verdict || verdict->outcome != trace::Outcome::kPassed) return &check;
    if (!first) first = &check;
  }
  if (!first) throw text::Problem("unknown_check", {{"name", name}, {"checks", known}});
  return first;
}

void list_checks(const rubric::Lab& lab, const loop::Standing& standing, const report::Style& style) {
  for (const rubric::Check& check : lab.checks) {
    const trace::Verdict* verdict = standing.verdict(check.id);
    const std::string outcome =
        verdict ? report::outcome_word(verdict->outcome, style.language) : sentence(style.language, "loop_not_checked");
    fmt::print("{}{}", report::wrapped(check.id + "   " + outcome, 0, style.width),
               report::wrapped(check.title.in(style.language), 2, style.width));
  }
}

// The text of the TODO comment on that line, from 1, and of the comment lines that follow it.
std::string todo_text(const std::vector<std::string>& source, int line, int number) {
  const auto first = static_cast<std::size_t>(line) - 1;
  std::string text = source[first].substr(source[first].find(std::to_string(number)) + std::to_string(number).size());
  for (std::size_t i = first + 1; i < source.size(); ++i) {
    const std::size_t begin = source[i].find_first_not_of(" \t");
    if (begin == std::string::npos || !source[i].substr(begin).starts_with("//") || source[i].find("TODO") != std::string::npos) break;
    text += source[i].substr(begin + 2);
  }
  text.erase(0, text.find_first_not_of(": \t"));
  return text;
}

// Lists the TODOs that are still in the student's files, as written there, or in Korean if the lab has translations.
void list_todos(const Kit& kit, const rubric::Lab& lab, const report::Style& style) {
  bool any = false;
  for (const std::string& program : lab.programs) {
    const std::string name = program + ".cpp";
    std::istringstream text(text::decode_output(text::read_text(kit.labs_folder() / lab.name / name)));
    std::vector<std::string> source;
    for (std::string line; std::getline(text, line);) source.push_back(line.substr(0, line.find_last_not_of(" \t\r") + 1));
    for (const auto& [number, line] : compile::todo_lines(source)) {
      const std::string* const korean = style.language == text::Language::kKorean ? lab.todo_in_korean(number) : nullptr;
      const std::string todo = korean ? *korean : todo_text(source, line, number);
      fmt::print("{}:{}: TODO {}\n{}", name, line, number, report::wrapped(todo, 2, style.width));
      any = true;
    }
  }
  if (!any) fmt::print("{}", report::wrapped(sentence(style.language, "hint_no_todo", {{"lab", lab.number}}), 0, style.width));
}

}  // namespace

std::string solution_text(const Kit& kit, const rubric::Lab& lab, const report::Style& style) {
  const fs::path folder = kit.solutions_folder() / lab.name;
  const auto say = [&](const char* id) { return report::wrapped(sentence(style.language, id, {{"lab", lab.number}}), 0, style.width); };
  const std::string next = next_lab_line(kit, lab, style.language);
  if (!fs::is_directory(folder)) return say("hint_no_solution") + next;
  std::string out = say("hint_solution");
  for (const auto& file : fs::directory_iterator(folder))
    if (file.path().extension() == ".cpp") out += fmt::format("  solutions/{}/{}\n", lab.name, file.path().filename().string());
  return out + next;
}

std::string broken_program(const Kit& kit, const rubric::Lab& lab, const rubric::Check& check, const loop::Standing& standing,
                           const report::Style& style) {
  const trace::Verdict* verdict = standing.verdict(check.id);
  if (!verdict || verdict->outcome != trace::Outcome::kNotBuilt) return "";
  const std::string program(report::suite_of(check.id));
  const compile::Built built = compile::build_programs(kit.labs_folder() / lab.name, {program}, kit.toolchain(), 1).front();
  if (built.reason != "does_not_compile") return "";
  return report::wrapped(report::reason(verdict->because, style.language), 2, style.width) + report::compile_errors(built.log, style) +
         "\n" + report::wrapped(sentence(style.language, "hint_while_broken"), 0, style.width);
}

namespace {

struct HintOptions {
  std::string lab;
  std::string check;  // a part of its name; empty: the next failing check
  int count = 0;      // the number of hints; 0: one more than last time
  bool todo = false;  // show the TODOs in the lab's programs instead of hints
  bool list = false;  // show all checks with their requirements instead of hints
};

int hint(const Kit& kit, const HintOptions& options, const Reports& reports) {
  const rubric::Lab& lab = rubric::find_lab(kit.labs, options.lab);
  const report::Style style = style_of(reports);
  if (options.todo) {
    list_todos(kit, lab, style);
    return 0;
  }
  loop::Standing standing = standing_of(kit, lab);
  if (options.list) {
    list_checks(lab, standing, style);
    return 0;
  }
  const std::string stale = stale_because(kit, lab, standing, reports.language);
  if (!stale.empty())
    fmt::print("{}    {} check {}{}\n\n", report::wrapped(stale, 0, style.width), style.command, lab.number, style.options);
  const rubric::Check* check = options.check.empty() ? loop::check_to_hint_at(lab, standing) : named(lab, options.check, standing);
  if (!check) {
    fmt::print("{}", solution_text(kit, lab, style));
    return 0;
  }
  fmt::print("{}", broken_program(kit, lab, *check, standing, style));
  fmt::print("{}", loop::hint_text(lab, *check, options.count, standing, style, false));
  keep(kit, standing);
  return 0;
}

}  // namespace

Command hint_command() {
  return {"hint",
          {"show one more hint for the check to fix next, from general to specific",
           "다음에 고칠 검사의 힌트를 하나 더 보여 줍니다. 힌트는 갈수록 구체적입니다"},
          [](Options& add) -> Command::Run {
            const auto options = std::make_shared<HintOptions>();
            add.option("LAB", options->lab, {"05, 5, or a part of the lab's name", "05, 5, 또는 실습 이름의 일부"}).required();
            add.option(
                "CHECK", options->check,
                {"the check, or a part of its name; default: the next failing one", "검사 이름이나 그 일부. 기본값은 다음에 고칠 검사"});
            add.option("--count", options->count,
                       {"how many hints to show, instead of one more", "힌트를 하나만 더 보는 대신, 한꺼번에 볼 힌트의 개수"})
                .between(1, 9);
            add.flag("--list", options->list,
                     {"list all of the lab's checks and what they require, without hints",
                      "힌트 대신, 그 실습의 모든 검사와 요구 사항을 보여 줍니다"});
            add.flag(
                "--todo", options->todo,
                {"show the TODOs that your files still have, instead of hints", "힌트 대신, 파일에 남아 있는 TODO를 한국어로 보여 줍니다"});
            return [options](const Kit& kit, const Reports& reports) { return hint(kit, *options, reports); };
          }};
}

}  // namespace lab::cli

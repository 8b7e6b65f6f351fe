// Reads and writes RESULTS/outputs.json.
#include "cli/class_choices.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "cli/paragraph.h"
#include "cli/shared_options.h"
#include "text/files.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kChoicesFile = "outputs.json";

// Reads only the valid entries, because somebody may have edited the file.
Choices read_choices(const fs::path& results) {
  Choices kept;
  const json file = json::parse(text::read_text(results / kChoicesFile), nullptr, false);
  if (!file.is_object()) return kept;
  const auto flag = [&](const char* key) { return file.contains(key) && file.at(key).is_boolean() && file.at(key).get<bool>(); };
  const auto name = [&](const char* key, const auto& names, std::string& value) {
    for (const char* one : names)
      if (file.contains(key) && file.at(key) == one) value = one;
  };
  name("detail", kDetails, kept.detail);
  name("attempt", kAttempts, kept.attempt);
  kept.zero = flag("zero");
  kept.no_compare = flag("no_compare");
  return kept;
}

}  // namespace

void add_choices(Options& add, Chosen& chosen) {
  add.option("--detail", chosen.detail,
             {"what feedback.zip shows a student, now and later: full: everything; own: no hints; points: checks and points only",
              "feedback.zip에서 학생에게 보여 줄 내용. 다음 명령에도 적용됩니다. full: 모두, own: 힌트를 뺀 내용, points: 검사와 점수만"})
      .one_of({std::begin(kDetails), std::end(kDetails)});
  add.flag("--zero,!--no-zero", chosen.zero,
           {"give 0 points for what was not handed in, now and later; --no-zero: leave these cells empty",
            "제출하지 않은 실습에 0점을 줍니다. 다음 명령에도 적용됩니다. --no-zero: 칸을 비워 둡니다"});
}

void add_attempt_choice(Options& add, Chosen& chosen) {
  add.option("--attempt", chosen.attempt,
             {"which of a student's submissions counts, now and later; on-time: the last one without a late mark",
              "한 학생의 제출물 중 채점할 것. 다음 명령에도 적용됩니다. on-time: 늦지 않은 제출물 중 마지막 것"})
      .one_of({std::begin(kAttempts), std::end(kAttempts)});
}

void add_compare_choice(Options& add, Chosen& chosen) {
  add.flag(std::string(kNoCompare) + ",!--compare", chosen.no_compare,
           {"no comparison with a correct program on the students' pages, now and later; --compare: with it",
            "지금부터 학생의 보고서 페이지에서 올바른 프로그램과 비교하지 않습니다. --compare: 다시 비교합니다"});
}

Choices choices_in(const fs::path& results, const Chosen& chosen) {
  Choices all = read_choices(results);
  if (!chosen.detail.empty()) all.detail = chosen.detail;
  if (!chosen.attempt.empty()) all.attempt = chosen.attempt;
  all.zero = chosen.zero.value_or(all.zero);
  all.no_compare = chosen.no_compare.value_or(all.no_compare);
  return all;
}

Choices keep_choices(const fs::path& results, const Chosen& chosen) {
  const Choices all = choices_in(results, chosen);
  if (!chosen.detail.empty() || !chosen.attempt.empty() || chosen.zero || chosen.no_compare) {
    const json file = {{"detail", all.detail}, {"attempt", all.attempt}, {"zero", all.zero}, {"no_compare", all.no_compare}};
    text::write_file(results / kChoicesFile, file.dump() + "\n");
  }
  return all;
}

void take_choices(const fs::path& results, const fs::path& from) {
  std::error_code error;
  if (fs::exists(from / kChoicesFile, error))
    fs::copy_file(from / kChoicesFile, results / kChoicesFile, fs::copy_options::skip_existing, error);
}

void print_choices(const Choices& choices, text::Language language) {
  if (choices.attempt != "last") print_paragraph(text::sentence(language, "class_attempt_counts", {{"attempt", choices.attempt}}));
  if (choices.detail != "full") print_paragraph(text::sentence(language, "class_detail", {{"detail", choices.detail}}));
  if (choices.zero) print_paragraph(text::sentence(language, "class_zero"));
  if (choices.no_compare) print_paragraph(text::sentence(language, "class_no_compare"));
}

}  // namespace lab::cli

// Merges shards if they belong to the same class.
#include "cli/class_merge.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "class/results.h"
#include "cli/class_changes.h"
#include "cli/class_grade.h"
#include "cli/commands.h"
#include "cli/paragraph.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using classes::Class;
using classes::Results;
using classes::Unit;
using text::Problem;
using text::sentence;
using text::utf8;

struct Part {
  Results results;
  Class whole;
  std::vector<Unit> units;  // except those of students who are no longer in the class
};

Part read_part(const fs::path& folder) {
  require_results(folder);
  Results results(folder);
  const std::optional<Class> whole = results.kept_for();
  if (!whole || whole->students.empty()) throw Problem("merge_unreadable", {{"folder", utf8(folder)}});
  std::vector<Unit> units = results.units();
  std::erase_if(units, [](const Unit& unit) { return unit.removed; });
  return {std::move(results), *whole, std::move(units)};
}

// How two parts that do not belong together differ, as the id of a sentence.
std::optional<std::string> difference(const Class& one, const Class& other) {
  if (one.labs != other.labs) return "merge_other_labs";
  if (one.grader != other.grader) return "merge_other_grader";
  if (one.students != other.students) return "merge_other_class";
  if (one.shard.of != other.shard.of) return "merge_other_count";
  if (one.shard.number == other.shard.number) return "merge_same_shard";
  return {};
}

void require_one_class(const std::vector<Part>& parts) {
  std::string rubric, with_rubric;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t before = 0; before < i; ++before)
      if (const auto id = difference(parts[before].whole, parts[i].whole))
        throw Problem(*id, {{"one", utf8(parts[before].results.folder())}, {"other", utf8(parts[i].results.folder())}});
    for (const Unit& unit : parts[i].units) {
      const std::string own = unit.result.value("rubric", ""), folder = utf8(parts[i].results.folder());
      if (!with_rubric.empty() && own != rubric) throw Problem("merge_other_rubric", {{"one", with_rubric}, {"other", folder}});
      rubric = own;
      with_rubric = folder;
    }
  }
}

void print_missing(const std::vector<Part>& parts, const std::set<std::string>& merged, text::Language language) {
  const Class& whole = parts.front().whole;
  std::set<int> shards;
  for (const Part& part : parts) shards.insert(part.whole.shard.number);
  for (int number = 1; number <= whole.shard.of; ++number) {
    Class of_shard = whole;
    of_shard.shard.number = number;
    std::vector<std::string> missing;
    for (const std::string& student : of_shard.own())
      if (merged.count(student) == 0) missing.push_back(student);
    if (missing.empty()) continue;
    const char* const id = shards.count(number) > 0 ? "merge_missing" : "merge_missing_shard";
    print_paragraph(
        sentence(language, id, {{"number", number}, {"of", whole.shard.of}, {"count", missing.size()}, {"names", text::listed(missing)}}));
  }
}

}  // namespace

int merge_classes(const Kit& kit, const fs::path& out, const std::vector<fs::path>& shards, const Reports& reports) {
  std::vector<Part> parts;
  for (const fs::path& folder : shards) parts.push_back(read_part(folder));
  require_one_class(parts);
  const Results results(out);
  Class whole = parts.front().whole;
  whole.shard = {};
  std::vector<classes::HandIn> everybody;
  for (const Part& part : parts)
    for (const Unit& unit : part.units) everybody.push_back(unit.hand_in);
  results.require_same_people(everybody);
  results.keep_for(whole);
  for (const fs::path& folder : shards) take_choices(out, folder);
  std::map<std::string, Unit> there;
  for (Unit& unit : results.units()) there.emplace(unit.hand_in.id, std::move(unit));
  std::set<std::string> merged;
  for (const Part& part : parts)
    for (const Unit& unit : part.units) {
      const auto old = there.find(unit.hand_in.id);
      if (old == there.end() || old->second.key != unit.key || old->second.result != unit.result) results.take(part.results, unit.hand_in);
      merged.insert(unit.hand_in.id);
    }
  print_missing(parts, merged, reports.language);
  print_paragraph(sentence(reports.language, "merge_done",
                           {{"merged", merged.size()}, {"all", whole.students.size()}, {"file", utf8(out / "gradebook.csv")}}));
  write_outputs(kit, results, {}, reports);
  return merged.size() == whole.students.size() ? kAllJudged : kTryAgain;
}

Command merge_command() {
  struct MergeOptions {
    fs::path out;
    std::vector<fs::path> shards;
  };
  return {"merge",
          {"combine the results of lab class --shard", "lab class --shard로 나누어 채점한 결과를 하나로 합칩니다"},
          [](Options& add) -> Command::Run {
            const auto options = std::make_shared<MergeOptions>();
            add.option("OUT", options->out, {"the folder for the results of the whole class", "한 반 전체의 결과를 둘 폴더"}).required();
            add.option("RESULTS", options->shards, {"a folder with the results of each shard", "각 부분의 결과가 든 폴더"}).required();
            return [options](const Kit& kit, const Reports& reports) { return merge_classes(kit, options->out, options->shards, reports); };
          }};
}

}  // namespace lab::cli

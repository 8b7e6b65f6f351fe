// Saves and reads units.
#include "class/results.h"

#include <fmt/core.h>

#include <algorithm>
#include <random>
#include <set>

#include "class/names.h"
#include "text/files.h"
#include "text/hash.h"
#include "text/path.h"
#include "text/problem.h"
#include "text/utf8.h"

namespace lab::classes {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kUnitFile = "unit.json";
constexpr const char* kClassFile = "class.json";

Json as_json(const HandIn& hand_in, const std::string& key) {
  Json findings = Json::array();
  for (const Finding& finding : hand_in.findings) findings.push_back({{"id", finding.id}, {"facts", finding.facts}});
  return {{"schema", "win-ipc-lab/unit/1"},
          {"key", key},
          {"id", hand_in.id},
          {"student", hand_in.student},
          {"platform", hand_in.platform},
          {"given_as", hand_in.given_as},
          {"late", hand_in.late},
          {"attempt", hand_in.attempt},
          {"findings", std::move(findings)}};
}

HandIn hand_in_of(const Json& json) {
  HandIn hand_in;
  hand_in.id = json.at("id");
  hand_in.student = json.at("student");
  hand_in.platform = json.at("platform");
  hand_in.given_as = json.at("given_as");
  hand_in.late = json.at("late");
  hand_in.attempt = json.at("attempt");
  for (const Json& finding : json.at("findings")) hand_in.findings.push_back({finding.at("id"), finding.at("facts")});
  return hand_in;
}

Json read_json(const fs::path& file) { return Json::parse(text::read_text(file), nullptr, false); }

void write_json(const fs::path& file, const Json& json) {
  text::write_file(file, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::optional<Unit> read_unit(const fs::path& folder) try {
  const Json about = read_json(folder / kUnitFile);
  Unit unit{hand_in_of(about), about.at("key"), read_json(folder / kResultFile), false};
  unit.result.at("score").get<int>();
  if (unit.result.contains("labs")) {
    Json& labs = unit.result.at("labs");
    std::stable_sort(labs.begin(), labs.end(), [](const Json& a, const Json& b) { return a.at("lab") < b.at("lab"); });
  }
  return unit;
} catch (const Json::exception&) {
  return std::nullopt;
}

}  // namespace

std::string key_of(const fs::path& files, const std::string& grader) {
  std::vector<fs::path> all;
  for (const auto& entry : fs::recursive_directory_iterator(files))
    if (entry.is_regular_file() && !entry.is_symlink()) all.push_back(entry.path());
  std::sort(all.begin(), all.end());
  std::uint64_t hash = text::hash(grader);
  for (const fs::path& file : all) {
    const std::optional<std::string> bytes = text::read_file(file);
    if (!bytes) throw fs::filesystem_error("cannot be read", file, std::make_error_code(std::errc::io_error));
    hash = text::hash(fmt::format("\n{}\n{}\n", text::generic_utf8(file.lexically_relative(files)), bytes->size()), hash);
    hash = text::hash(*bytes, hash);
  }
  return fmt::format("{:016x}", hash);
}

std::string folder_name(const std::string& id) {
  constexpr std::size_t kLongest = 40;
  std::string name = safe_name(id);
  if (name.size() > kLongest) {
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;  // avoid cutting a character in half
    name.resize(end);
  }
  if (name.starts_with('.')) name[0] = '_';
  // Distinguishes ids that differ only in letter case or in characters that a name cannot contain.
  return fmt::format("{}-{:08x}", name, text::hash(id) & 0xFFFFFFFF);
}

void require_results_or_nothing(const fs::path& folder) {
  std::error_code error;
  if (fs::exists(folder / "units", error) || fs::exists(folder / kClassFile, error)) return;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error))
    if (const std::string name = text::utf8(entry->path().filename()); !is_needless_file(name))
      throw text::Problem("class_out_other", {{"out", text::utf8(folder)}, {"file", shown_name(name)}});
}

Results::Results(fs::path folder) : folder_(std::move(folder)), own_(fmt::format("{:08x}", std::random_device()())) {
  require_results_or_nothing(folder_);
  std::error_code error;
  fs::create_directories(folder_ / "units", error);
  text::require_writable(folder_ / "units" / ".writable", text::utf8(folder_));
}

fs::path Results::unit(const HandIn& hand_in) const { return folder_ / "units" / folder_name(hand_in.id); }
fs::path Results::unfinished(const HandIn& hand_in) const { return folder_ / "units" / ("." + folder_name(hand_in.id) + "." + own_); }

std::optional<Unit> Results::find(const HandIn& hand_in, const std::string& key) const {
  std::optional<Unit> found = read_unit(unit(hand_in));
  if (found && (found->key != key || found->hand_in.id != hand_in.id)) found.reset();
  return found;
}

std::vector<std::string> Class::own() const {
  std::vector<std::string> own;
  for (std::size_t at = 0; at < students.size(); ++at)
    if (shard.has(at)) own.push_back(students[at]);
  return own;
}

std::optional<Class> Results::kept_for() const try {
  const Json json = read_json(folder_ / kClassFile);
  Class kept;
  kept.labs = json.at("labs").get<std::vector<std::string>>();
  std::sort(kept.labs.begin(), kept.labs.end());
  kept.grader = json.value("grader", "");
  kept.students = json.value("students", kept.students);
  if (json.contains("shard")) kept.shard = {json.at("shard").at("number"), json.at("shard").at("of")};
  if (kept.shard.of < 1) return std::nullopt;
  return kept;
} catch (const Json::exception&) {
  return std::nullopt;
}

void Results::keep_for(Class whole) const {
  std::sort(whole.labs.begin(), whole.labs.end());
  if (const std::optional<Class> kept = kept_for()) {
    std::string others;
    for (const std::string& lab : kept->labs) others += (others.empty() ? "--lab " : " --lab ") + lab;
    if (kept->labs != whole.labs) throw text::Problem("class_other_labs", {{"folder", text::utf8(folder_)}, {"labs", others}});
    if (kept->shard != whole.shard)
      throw text::Problem("class_other_shard", {{"folder", text::utf8(folder_)}, {"number", kept->shard.number}, {"of", kept->shard.of}});
  }
  Json json = {{"schema", "win-ipc-lab/class/1"}, {"labs", whole.labs}, {"grader", whole.grader}, {"students", whole.students}};
  if (whole.shard.of > 1) json["shard"] = {{"number", whole.shard.number}, {"of", whole.shard.of}};
  if (fs::exists(folder_ / kClassFile) && read_json(folder_ / kClassFile) == json) return;
  write_json(folder_ / kClassFile, json);
}

void Results::require_same_people(const std::vector<HandIn>& hand_ins) const {
  const std::vector<Unit> graded = units();
  std::set<std::string> people;
  const auto marks = [](const HandIn& who) {
    return std::vector<std::string>{"id " + who.platform + " " + text::lower(who.id), "name " + name_key(who.student, false),
                                    "name " + name_key(who.student, true)};
  };
  for (const HandIn& hand_in : hand_ins)
    for (const std::string& mark : marks(hand_in)) people.insert(mark);
  const auto is_known = [&](const Unit& unit) {
    const std::vector<std::string> own = marks(unit.hand_in);
    return std::any_of(own.begin(), own.end(), [&](const std::string& mark) { return people.count(mark) > 0; });
  };
  if (graded.empty() || std::any_of(graded.begin(), graded.end(), is_known)) return;
  throw text::Problem("class_other_people", {{"folder", text::utf8(folder_)}, {"student", graded.front().hand_in.student}});
}

void Results::take(const Results& from, const HandIn& hand_in) const {
  const fs::path folder = begin(hand_in);
  fs::copy(from.unit(hand_in), folder, fs::copy_options::recursive);
  fs::remove_all(unit(hand_in));
  fs::rename(folder, unit(hand_in));
}

fs::path Results::begin(const HandIn& hand_in) const {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder_ / "units"))
    if (text::utf8(entry.path().filename()).starts_with("." + folder_name(hand_in.id) + ".")) fs::remove_all(entry.path(), ignored);
  const fs::path folder = unfinished(hand_in);
  fs::create_directories(folder);
  return folder;
}

void Results::finish(const HandIn& hand_in, const std::string& key) const {
  const fs::path folder = unfinished(hand_in);
  write_json(folder / kUnitFile, as_json(hand_in, key));
  fs::remove_all(unit(hand_in));
  fs::rename(folder, unit(hand_in));
}

std::vector<Unit> Results::units() const {
  std::vector<Unit> all;
  for (const auto& entry : fs::directory_iterator(folder_ / "units")) {
    if (!entry.is_directory() || entry.path().filename().string().starts_with(".")) continue;
    if (std::optional<Unit> unit = read_unit(entry.path())) all.push_back(std::move(*unit));
  }
  std::sort(all.begin(), all.end(), [](const Unit& a, const Unit& b) { return a.hand_in.id < b.hand_in.id; });
  if (const std::optional<Class> kept = kept_for(); kept && !kept->students.empty()) {
    const std::vector<std::string> own = kept->own();
    const std::set<std::string> there(own.begin(), own.end());
    for (Unit& unit : all) unit.removed = there.count(unit.hand_in.id) == 0;
  }
  return all;
}

}  // namespace lab::classes

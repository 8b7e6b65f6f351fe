// Reads lab.toml files. Every mistake is reported with the file, the line, and what to write instead.
#include "rubric/rubric.h"

#include <fmt/core.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <string_view>

#include "text/hash.h"
#include "text/path.h"
#include "text/problem.h"
#include "text/utf8.h"

namespace lab::rubric {
namespace {

using text::Bilingual;
using text::generic_utf8;
using text::Problem;

constexpr const char* kBilingualExample = R"({ en = "Adder manager", ko = "덧셈 관리자" })";

// One table in a lab.toml, with everything that is needed to report errors in it.
class Table {
 public:
  Table(const toml::table& table, std::string file) : table_(table), file_(std::move(file)) {}

  void knows_only(std::initializer_list<std::string_view> known) const {
    for (const auto& [key, value] : table_) {
      if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
      throw Problem("lab_toml_unknown_key", {{"file", file_},
                                             {"line", key.source().begin.line},
                                             {"key", std::string(key.str())},
                                             {"known", fmt::format("{}", fmt::join(known, ", "))}});
    }
  }

  std::string text(std::string_view key, std::string_view example) const {
    const auto value = need(key, example).value_exact<std::string>();
    if (!value || value->empty()) wrong(key, example);
    return *value;
  }

  int number(std::string_view key, std::string_view example) const {
    const auto value = need(key, example).value_exact<std::int64_t>();
    if (!value || *value < 0 || *value > 1000) wrong(key, example);
    return static_cast<int>(*value);
  }

  const toml::array& list(std::string_view key, std::string_view example) const {
    const toml::array* array = need(key, example).as_array();
    if (!array || array->empty()) wrong(key, example);
    return *array;
  }

  Bilingual bilingual(std::string_view key) const {
    const toml::table* both = need(key, fmt::format("{} = {}", key, kBilingualExample)).as_table();
    if (!both) wrong(key, fmt::format("{} = {}", key, kBilingualExample));
    return bilingual_of(*both);
  }

  Bilingual bilingual_of(const toml::table& table) const {
    const Table both(table, file_);
    both.knows_only({"en", "ko"});
    return {both.text("en", "en = \"Adder manager\""), both.text("ko", "ko = \"덧셈 관리자\"")};
  }

  [[noreturn]] void wrong(std::string_view key, std::string_view example) const {
    throw Problem("lab_toml_wrong", {{"file", file_}, {"line", line(key)}, {"key", std::string(key)}, {"example", std::string(example)}});
  }

  unsigned line(std::string_view key) const {
    const toml::node* node = table_.get(key);
    return node ? node->source().begin.line : table_.source().begin.line;
  }

  const std::string& file() const { return file_; }

 private:
  const toml::node& need(std::string_view key, std::string_view example) const {
    const toml::node* node = table_.get(key);
    if (node) return *node;
    // The top-level table has no line of its own, so the first line is reported.
    throw Problem("lab_toml_missing",
                  {{"file", file_}, {"line", std::max(line(key), 1u)}, {"key", std::string(key)}, {"example", std::string(example)}});
  }

  const toml::table& table_;
  std::string file_;
};

Check read_check(const Table& table) {
  table.knows_only({"points", "step", "title", "hints", "id"});
  Check check;
  check.id = table.text("id", "id = \"AdderManager.WaitsForBothWorkers\"");
  check.points = table.number("points", "points = 4");
  check.step = table.number("step", "step = 3");
  check.title = table.bilingual("title");
  const std::string example = fmt::format("hints = [ {} ]", kBilingualExample);
  for (const toml::node& hint : table.list("hints", example)) {
    if (!hint.is_table()) table.wrong("hints", example);
    check.hints.push_back(table.bilingual_of(*hint.as_table()));
  }
  return check;
}

void read_checks(Lab& lab, const Table& root) {
  const auto belongs = [&](const Check& check) {
    return std::any_of(lab.programs.begin(), lab.programs.end(), [&](const std::string& program) {
      return check.id.size() > program.size() + 1 && check.id.starts_with(program + ".");
    });
  };
  const std::string example = "[[check]]";
  for (const toml::node& node : root.list("check", example)) {
    if (!node.is_table()) root.wrong("check", example);
    const Table table(*node.as_table(), root.file());
    Check check = read_check(table);
    if (!belongs(check))
      throw Problem("lab_toml_suite", {{"file", root.file()},
                                       {"line", table.line("id")},
                                       {"check", check.id},
                                       {"programs", fmt::format("{}", fmt::join(lab.programs, ", "))}});
    if (std::any_of(lab.checks.begin(), lab.checks.end(), [&](const Check& before) { return before.id == check.id; }))
      throw Problem("lab_toml_twice", {{"file", root.file()}, {"line", table.line("id")}, {"check", check.id}});
    lab.checks.push_back(std::move(check));
  }
}

std::vector<std::string> names_in(const Table& root, std::string_view key, const std::string& example) {
  std::vector<std::string> names;
  for (const toml::node& program : root.list(key, example)) {
    const auto name = program.value_exact<std::string>();
    if (!name || name->empty()) root.wrong(key, example);
    names.push_back(*name);
  }
  return names;
}

Lab read_lab(const std::filesystem::path& path) {
  const std::string file = generic_utf8(path);
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  if (!in || !(text << in.rdbuf())) throw Problem("lab_toml_unreadable", {{"file", file}});

  toml::table parsed;
  try {
    parsed = toml::parse(text.str(), file);
  } catch (const toml::parse_error& error) {
    throw Problem("lab_toml_syntax",
                  {{"file", file}, {"line", error.source().begin.line}, {"detail", std::string(error.description()) + "."}});
  }

  const Table root(parsed, file);
  root.knows_only({"number", "title", "programs", "borrows", "after", "todos", "check"});
  Lab lab;
  lab.file = path;
  lab.name = generic_utf8(path.parent_path().filename());
  lab.number = root.text("number", "number = \"05\"");
  if (!lab.name.starts_with(lab.number + "_"))
    throw Problem("lab_toml_number", {{"file", file}, {"line", root.line("number")}, {"number", lab.number}, {"folder", lab.name}});
  lab.title = root.bilingual("title");
  lab.programs = names_in(root, "programs", R"(programs = ["PartAdder", "AdderManager"])");
  if (parsed.contains("borrows")) lab.borrows = names_in(root, "borrows", R"(borrows = ["MailReceiver"])");
  if (parsed.contains("after")) lab.after = names_in(root, "after", R"(after = ["01", "02"])");
  if (parsed.contains("todos")) lab.todos_in_korean = names_in(root, "todos", R"(todos = ["두 프로세스가 모두 끝날 때까지 기다리세요."])");
  read_checks(lab, root);
  return lab;
}

std::string without_zeros(const std::string& number) { return number.substr(std::min(number.find_first_not_of('0'), number.size())); }

}  // namespace

const Check* Lab::check(const std::string& id) const {
  for (const Check& check : checks)
    if (check.id == id) return &check;
  return nullptr;
}

const std::string* Lab::todo_in_korean(int number) const {
  const auto index = static_cast<std::size_t>(number) - 1;
  return number > 0 && index < todos_in_korean.size() ? &todos_in_korean[index] : nullptr;
}

int Lab::max_score() const {
  int sum = 0;
  for (const Check& check : checks) sum += check.points;
  return sum;
}

std::vector<Lab> read_labs(const std::filesystem::path& labs_folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(labs_folder, error)) throw Problem("folder_missing", {{"folder", generic_utf8(labs_folder)}});
  std::vector<Lab> labs;
  for (const auto& entry : std::filesystem::directory_iterator(labs_folder)) {
    const std::filesystem::path file = entry.path() / "lab.toml";
    if (std::filesystem::exists(file, error)) labs.push_back(read_lab(file));
  }
  if (labs.empty()) throw Problem("no_labs", {{"folder", generic_utf8(labs_folder)}});
  std::sort(labs.begin(), labs.end(), [](const Lab& a, const Lab& b) { return a.name < b.name; });
  for (const Lab& lab : labs)
    for (const std::string& program : lab.borrows)
      if (const Lab* home = home_of(labs, program); !home || home == &lab)
        throw Problem("lab_toml_borrows", {{"file", generic_utf8(lab.file)}, {"program", program}});
  return labs;
}

const Lab* numbered(const std::vector<Lab>& labs, const std::string& number) {
  for (const Lab& lab : labs)
    if (lab.number == number) return &lab;
  return nullptr;
}

const Check* check_of(const std::vector<Lab>& labs, const std::string& number, const std::string& id) {
  const Lab* lab = numbered(labs, number);
  return lab ? lab->check(id) : nullptr;
}

const Lab* home_of(const std::vector<Lab>& labs, const std::string& program) {
  for (const Lab& lab : labs)
    if (std::find(lab.programs.begin(), lab.programs.end(), program) != lab.programs.end()) return &lab;
  return nullptr;
}

const Lab& find_lab(const std::vector<Lab>& labs, const std::string& name) {
  std::string all, fitting;
  const Lab* found = nullptr;
  for (const Lab& lab : labs) {
    all += (all.empty() ? "" : ", ") + lab.name;
    if (!name.empty() && (lab.name == name || without_zeros(lab.number) == without_zeros(name))) return lab;
    if (name.empty() || text::lower(lab.name).find(text::lower(name)) == std::string::npos) continue;
    fitting += (fitting.empty() ? "" : ", ") + lab.name;
    found = &lab;
  }
  if (!found) throw Problem("unknown_lab", {{"name", name}, {"labs", all}});
  if (fitting != found->name) throw Problem("ambiguous_lab", {{"name", name}, {"labs", fitting}});
  return *found;
}

std::string hash(const std::vector<Lab>& labs) {
  std::uint64_t hash = text::kHashOfNothing;
  const auto add = [&](const std::string& line) { hash = text::hash(line + "\n", hash); };
  for (const Lab& lab : labs) {
    add(lab.number);
    for (const Check& check : lab.checks) add(fmt::format("{}={}", check.id, check.points));
  }
  return fmt::format("{:016x}", hash);
}

}  // namespace lab::rubric

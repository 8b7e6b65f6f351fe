// Tests that the probe's answers about mailslots are those of Windows, as stated in grader/probe/ANSWERS.md: the facts in tests/facts are
// checked on the system alone and under the probe.
#include <algorithm>
#include <cctype>
#include <functional>
#include <random>
#include <set>
#include <sstream>

#include "cli/host.h"
#include "cli/work_folder.h"
#include "tests/kit_command.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

const fs::path kTable = kRoot / "grader" / "probe" / "ANSWERS.md";

// The systems on which the facts were checked without the probe; each has a column in the table.
const std::vector<std::string> kTabled = {"Wine 8.0", "Wine 10.0"};

// Facts with a source that the probe does not correct, and why no points depend on them.
const std::map<std::string, std::string> kNotCorrected{};

struct Source {
  std::string kind, title, where;
};

struct Fact {
  std::string group, id, situation, windows;
  std::vector<Source> sources;  // none: it is not known what Windows does
};

fs::path windows_programs() {
  for (const char* build : {"build/mingw/bin", "build/windows/bin"})
    if (fs::exists(kRoot / build / "SlotFacts.exe")) return kRoot / build;
  throw std::runtime_error("SlotFacts.exe is not built. Try: ./lab test");
}

std::string slot_facts(const std::string& word) {
  compile::Command command;
  command.argv = cli::windows_command(kRoot, windows_programs() / "SlotFacts.exe");
  if (!word.empty()) command.argv.push_back(word);
  command.limit = std::chrono::minutes(5);
  const compile::Finished finished = compile::run(command);
  EXPECT_FALSE(finished.timed_out) << finished.out;
  return finished.out;
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) {
    if (!part.empty() && part.back() == '\r') part.pop_back();
    parts.push_back(part);
  }
  return parts;
}

std::vector<Fact> all_facts() {
  std::vector<Fact> facts;
  for (const std::string& line : split(slot_facts("--list"), '\n')) {
    const std::vector<std::string> cells = split(line, '\t');
    if (cells.size() < 3) throw std::runtime_error("SlotFacts --list: " + line);
    Fact fact = {cells[0], cells[1], cells[2], cells.size() > 3 ? cells[3] : "", {}};
    for (std::size_t i = 4; i + 2 < cells.size(); i += 3) fact.sources.push_back({cells[i], cells[i + 1], cells[i + 2]});
    facts.push_back(fact);
  }
  return facts;
}

// "ID holds" -> "holds", by id.
using Answers = std::map<std::string, std::string>;

Answers answers_of(const std::string& printed) {
  Answers answers;
  for (const std::string& line : split(printed, '\n')) {
    const std::size_t blank = line.find(' ');
    if (blank == std::string::npos) continue;
    EXPECT_TRUE(answers.emplace(line.substr(0, blank), line.substr(blank + 1)).second) << line << ", twice";
  }
  return answers;
}

// Has the stage run each group of facts, with only the probe loaded; `on_line` gets each line of the recordings.
void play(const std::set<std::string>& groups, const std::vector<std::string>& options,
          const std::function<void(const nlohmann::json&)>& on_line) {
  const cli::WorkFolder work;
  const fs::path bin = work.path() / "bin";
  fs::create_directory(bin);
  for (const char* file : {"stage.exe", "probe.dll", "standin.exe"}) fs::copy_file(windows_programs() / file, bin / file);
  std::random_device random;
  const std::string key = "facts" + std::to_string(random());
  compile::Command command;
  for (const std::string& group : groups) {
    const fs::path folder = work.path() / (key + "." + group);
    fs::create_directory(folder);
    fs::copy_file(windows_programs() / "SlotFacts.exe", folder / "SlotFacts.exe");
    const nlohmann::json scenario = {
        {"lab", "01"},        {"program", "SlotFacts"},    {"scenario", group},  {"folder", cli::windows_path(folder)},
        {"arguments", group}, {"children", {"SlotFacts"}}, {"wall_ms", 120'000}, {"cpu_ms", 60'000}};
    command.input += nlohmann::json::array({scenario}).dump() + "\n";
  }
  command.argv = cli::windows_command(kRoot, bin / "stage.exe");
  command.argv.insert(command.argv.end(), options.begin(), options.end());
  command.folder = bin;
  command.limit = std::chrono::minutes(10);
  command.on_line = [&](std::string_view line) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    ASSERT_FALSE(json.is_discarded()) << line;
    EXPECT_FALSE(json.contains("outcome")) << line;
    on_line(json);
  };
  const compile::Finished finished = compile::run(command);
  EXPECT_FALSE(finished.timed_out);
  EXPECT_EQ(finished.exit_status, 0) << finished.err;
}

Answers under_the_probe(const std::vector<Fact>& facts) {
  std::set<std::string> groups;
  for (const Fact& fact : facts) groups.insert(fact.group);
  std::string printed;
  play(groups, {}, [&](const nlohmann::json& line) {
    if (line.at("t") == "end") printed += line.value("stdout", "");
    if (line.at("t") == "program") {
      EXPECT_EQ(line.value("end", ""), "itself") << line;
    }
  });
  return answers_of(printed);
}

// The platform that a run's recording names.
std::string platform_of_a_run(const std::vector<std::string>& options) {
  std::string platform;
  play({all_facts().front().group}, options, [&](const nlohmann::json& line) {
    if (line.at("t") == "run") platform = line.at("platform");
  });
  return platform;
}

std::string answer_to(const Fact& fact, const Answers& answers) {
  const auto found = answers.find(fact.id);
  return found == answers.end() ? "was not looked at" : found->second;
}

// Facts with a source that do not hold, each with the observed result.
std::vector<std::string> not_as_windows(const std::vector<Fact>& facts, const Answers& answers) {
  std::vector<std::string> out;
  for (const Fact& fact : facts)
    if (!fact.sources.empty() && answer_to(fact, answers) != "holds") out.push_back(fact.id + " " + answer_to(fact, answers));
  return out;
}

std::string cell(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, "\\");
  return text;
}

std::string in_table(const Fact& fact, const Answers& answers) {
  const std::string answer = answer_to(fact, answers);
  const std::string unknown = "unknown: seen ";
  return cell(answer.starts_with(unknown) ? answer.substr(unknown.size()) : answer);
}

// The cells of a row; \| does not end a cell.
std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells(1);
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (row.compare(at, 3, " | ") == 0) {
      cells.emplace_back();
      at += 2;
    } else {
      cells.back() += row[at];
    }
  }
  return cells;
}

// The column of `platform` in the existing table, by fact.
Answers column_of(const std::string& platform) {
  Answers column;
  std::size_t at = 0;
  for (const std::string& line : split(text_of(kTable), '\n')) {
    const std::vector<std::string> cells = cells_of(line);
    if (cells.front() == "| fact") at = std::find(cells.begin(), cells.end(), platform) - cells.begin();
    if (line.starts_with("| `") && at < cells.size()) column[cells.front().substr(3, cells.front().size() - 4)] = cells[at];
  }
  return column;
}

Answers column_of(const std::vector<Fact>& facts, const Answers& answers) {
  Answers column;
  for (const Fact& fact : facts) column[fact.id] = in_table(fact, answers);
  return column;
}

// `columns`: one for each of kTabled, and then the results under the probe.
std::string table(const std::vector<Fact>& facts, std::vector<Answers> columns) {
  const auto has_source = [](const Fact& fact) { return !fact.sources.empty(); };
  const std::size_t sourced = std::count_if(facts.begin(), facts.end(), has_source);
  const auto holding = [&](Answers& column) {
    return std::to_string(
        std::count_if(facts.begin(), facts.end(), [&](const Fact& fact) { return has_source(fact) && column[fact.id] == "holds"; }));
  };
  std::string alone, heads, hold, rule;
  for (std::size_t i = 0; i < kTabled.size(); ++i) {
    alone += "on " + kTabled[i] + ", ";
    hold += holding(columns[i]) + " hold on plain " + kTabled[i] + ", ";
    heads += " | " + kTabled[i];
    rule += "---|";
  }
  std::ostringstream out;
  out << "# What mailslots do: on Windows, " << alone << "and under the probe\n\n"
      << "`SlotFacts.exe` (grader/tests/facts) checks the facts one by one; run it by hand on Windows, too. The column for Windows is "
         "based on Microsoft's\n"
      << "documentation (D) or on tests that others ran on Windows (W). Of the " << sourced << " facts with a source, " << hold << "and "
      << holding(columns.back()) << " hold\n"
      << "under the probe. For the other " << facts.size() - sourced
      << ", no source says what Windows does: the table shows what was observed, and no program is graded on it.\n\n"
      << "This file is generated by a test (grader/tests/kit_answers_test.cpp), which fails if the file is out of date and then says what "
         "to do. On a system that\n"
      << "has a column in the table, the test checks that column and the last one, and leaves the others unchanged.\n";
  std::string group;
  std::map<std::string, Source> named;
  for (const Fact& fact : facts) {
    if (fact.group != group) {
      group = fact.group;
      out << "\n## " << static_cast<char>(std::toupper(static_cast<unsigned char>(group[0]))) << group.substr(1) << "\n\n"
          << "| fact | situation | Windows | source" << heads << " | under the probe |\n|---|---|---|---|" << rule << "---|\n";
    }
    out << "| `" << fact.id << "` | " << cell(fact.situation) << " | " << (fact.sources.empty() ? "not known" : cell(fact.windows))
        << " | ";
    for (const Source& source : fact.sources) {
      out << (&source == &fact.sources.front() ? "" : ", ") << source.kind << " "
          << (source.kind == "D" ? "[" + source.title + "]" : source.title);
      named[source.title] = source;
    }
    for (Answers& column : columns) out << " | " << column[fact.id];
    out << " |\n";
  }
  if (!kNotCorrected.empty()) out << "\n## Not corrected\n\n";
  for (const auto& [id, why] : kNotCorrected) out << "- `" << id << "`: " << why << ".\n";
  out << "\n## Sources\n\n";
  for (const auto& [title, source] : named)
    if (source.kind == "W") out << "W " << title << ": " << source.where << ".\n\n";
  for (const auto& [title, source] : named)
    if (source.kind == "D") out << "[" << title << "]: " << source.where << "\n";
  return out.str();
}

bool on_windows() { return slot_facts("--platform").starts_with("Windows"); }

TEST(KitAnswers, AreThoseOfWindowsUnderTheProbe) {
  const std::vector<Fact> facts = all_facts();
  EXPECT_GT(facts.size(), 50u);
  std::set<std::string> uncorrected;
  for (const auto& [id, why] : kNotCorrected) uncorrected.insert(id);
  std::vector<std::string> wrong = not_as_windows(facts, under_the_probe(facts));
  std::erase_if(wrong, [&](const std::string& answer) { return uncorrected.erase(answer.substr(0, answer.find(' '))) > 0; });
  EXPECT_THAT(wrong, IsEmpty());
  if (!on_windows()) {
    EXPECT_THAT(uncorrected, IsEmpty()) << "these hold by now";
  }
}

TEST(KitAnswers, OnWindowsNeedNoProbe) {
  if (!on_windows()) GTEST_SKIP() << "this is not Windows";
  EXPECT_THAT(not_as_windows(all_facts(), answers_of(slot_facts(""))), IsEmpty());
}

// On a system whose own mailslots are used, nothing is corrected, and no recording may claim so.
TEST(KitAnswers, AreCalledCorrectedOnlyWhereTheyAre) {
  const std::string system = split(slot_facts("--platform"), '\n').at(0);
  EXPECT_EQ(platform_of_a_run({"--system-slots"}), system);
  if (!on_windows()) {
    EXPECT_EQ(platform_of_a_run({}), system + ", corrected");
  }
}

TEST(KitAnswers, StandInTheTable) {
  const std::string platform = split(slot_facts("--platform"), '\n').at(0);
  const std::size_t own = std::find(kTabled.begin(), kTabled.end(), platform) - kTabled.begin();
  if (own == kTabled.size()) GTEST_SKIP() << "the table has no column for " << platform;
  const std::vector<Fact> facts = all_facts();
  std::vector<Answers> columns;
  for (const std::string& tabled : kTabled) columns.push_back(column_of(tabled));
  columns[own] = column_of(facts, answers_of(slot_facts("")));
  columns.push_back(column_of(facts, under_the_probe(facts)));
  for (const Fact& fact : facts)  // systems may differ there, and the probe does not change them
    if (fact.sources.empty() && columns.back()[fact.id] == columns[own][fact.id]) columns.back()[fact.id] = "the system's own answer";
  const std::string fresh = table(facts, columns);
  if (fresh == text_of(kTable)) return;
  const fs::path copy = fs::path(LAB_GRADER).parent_path() / "ANSWERS.md";
  std::ofstream(copy, std::ios::binary) << fresh;
  std::ostringstream changed;
  const std::vector<std::string> was = split(text_of(kTable), '\n'), is = split(fresh, '\n');
  for (const std::string& line : was)
    if (std::find(is.begin(), is.end(), line) == is.end()) changed << "- " << line << "\n";
  for (const std::string& line : is)
    if (std::find(was.begin(), was.end(), line) == was.end()) changed << "+ " << line << "\n";
  ADD_FAILURE() << changed.str() << utf8(kTable) << " is stale. Look at what has changed, and if it is meant so: cp " << utf8(copy) << " "
                << utf8(kTable);
}

}  // namespace
}  // namespace lab::tests

// The labs' scenarios try what each lab's contract requires, and reach the stage unchanged.
#include "labs/labs.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <stdexcept>
#include <utility>

#include "compile/todos.h"
#include "rubric/rubric.h"
#include "text/codes.h"

namespace lab::labs {

using namespace scenario;

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;

std::vector<Scenario> all_of(const std::string& lab, const std::vector<std::string>& programs) {
  std::vector<Scenario> all;
  for (const Group& group : groups_for(lab, programs, 1)) all.insert(all.end(), group.begin(), group.end());
  return all;
}

Scenario named(const std::vector<Scenario>& all, const std::string& name) {
  for (const Scenario& scenario : all)
    if (scenario.name == name) return scenario;
  throw std::out_of_range("no scenario " + name);
}

std::vector<std::size_t> lengths(const Scenario& scenario, Step::Kind kind) {
  std::vector<std::size_t> out;
  for (const Step& step : scenario.steps)
    if (step.kind == kind) out.push_back(step.text.size());
  return out;
}

const std::vector<std::string> kReceiver{"MailReceiver"}, kSender{"MailSender"}, kBoth{"MailReceiver", "MailSender"}, kChat{"MailChat"};
const std::vector<std::string> kBroadcast{"BroadcastSender", "BroadcastReceiver"}, kStates{"StateWatcher", "FirstAndAll"};

TEST(Scenarios, NamesAreUniqueForEachProgram) {
  for (const rubric::Lab& lab : rubric::read_labs(std::filesystem::path(LAB_SOURCE_DIR) / "labs")) {
    std::vector<std::string> programs = lab.programs;
    programs.insert(programs.end(), lab.borrows.begin(), lab.borrows.end());
    std::set<std::string> names;
    for (const Scenario& scenario : all_of(lab.number, programs))
      EXPECT_TRUE(names.insert(scenario.program + "." + scenario.name).second) << scenario.name;
    EXPECT_FALSE(names.empty()) << lab.name;
  }
}

// The words for a run of this scenario with these arguments.
text::Bilingual words_of(const std::string& lab, const std::string& program, const std::string& scenario, const std::string& arguments) {
  trace::Run run;
  run.lab = lab;
  run.program = program;
  run.scenario = scenario;
  run.programs.emplace_back().arguments = arguments;
  return run_in_words(run);
}

TEST(Scenarios, AreDescribedInWords) {
  for (const rubric::Lab& lab : rubric::read_labs(std::filesystem::path(LAB_SOURCE_DIR) / "labs")) {
    std::vector<std::string> programs = lab.programs;
    programs.insert(programs.end(), lab.borrows.begin(), lab.borrows.end());
    for (const Scenario& scenario : all_of(lab.number, programs)) {
      const text::Bilingual words = words_of(lab.number, scenario.program, scenario.name, scenario.arguments);
      EXPECT_NE(words.en, "") << scenario.program << "." << scenario.name;
      EXPECT_NE(words.ko, "") << scenario.program << "." << scenario.name;
    }
  }
}

TEST(Scenarios, TheRangeOfAPartAdderIsInItsWords) {
  EXPECT_THAT(words_of("05", "PartAdder", "range_1_5", "1 5").en, testing::HasSubstr("1 5"));
  EXPECT_THAT(words_of("05", "PartAdder", "wrong_none", "").en, testing::HasSubstr("no arguments"));
  EXPECT_EQ(words_of("99", "PartAdder", "range_1_5", "1 5").en, "");
}

TEST(Scenarios, FailWithErrorsThatHaveANameInSentences) {
  for (const rubric::Lab& lab : rubric::read_labs(std::filesystem::path(LAB_SOURCE_DIR) / "labs"))
    for (const Scenario& scenario : all_of(lab.number, lab.programs))
      for (const Fault& fault : scenario.faults)
        EXPECT_THAT(text::error_name(text::Language::kEnglish, fault.error), testing::HasSubstr("(ERROR_")) << scenario.name;
}

TEST(Reasons, NameChecksForTheirHintsThatALabHas) {
  std::set<std::string> checks;  // without their programs
  for (const rubric::Lab& lab : rubric::read_labs(std::filesystem::path(LAB_SOURCE_DIR) / "labs"))
    for (const rubric::Check& check : lab.checks) checks.insert(check.id.substr(check.id.find('.') + 1));
  for (const auto table : reason_tables())
    for (const trace::Reason& reason : table)
      if (!reason.hints_of.empty()) {
        EXPECT_THAT(checks, Contains(reason.hints_of)) << reason.id;
      }
}

// "| [06](06.en.md) | a chat | two directions, two threads | 01, 02 |" in the table of handout 00.
std::string to_do_first(const std::string& lab, const std::string& language) {
  const auto file = std::filesystem::path(LAB_SOURCE_DIR) / "handouts" / ("00." + language + ".md");
  std::ifstream in(file, std::ios::binary);
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("| [" + lab + "]("))
      return line.substr(0, line.find_last_not_of(" |") + 1).substr(line.rfind("| ", line.size() - 3) + 2);
  return "no row";
}

TEST(Labs, NameTheSameLabsToDoFirstAsHandout00) {
  for (const rubric::Lab& lab : rubric::read_labs(std::filesystem::path(LAB_SOURCE_DIR) / "labs")) {
    std::string first;
    for (const std::string& number : lab.after) first += (first.empty() ? "" : ", ") + number;
    for (const char* language : {"en", "ko"}) EXPECT_EQ(to_do_first(lab.number, language), first.empty() ? "-" : first) << lab.name;
  }
}

TEST(Todos, HaveKoreanTextsForAllThatTheStubsHave) {
  for (const rubric::Lab& lab : rubric::read_labs(std::filesystem::path(LAB_SOURCE_DIR) / "labs")) {
    std::set<int> numbers;
    for (const std::string& program : lab.programs) {
      std::ifstream stub(lab.file.parent_path() / (program + ".cpp"));
      std::vector<std::string> lines;
      for (std::string line; std::getline(stub, line);) lines.push_back(line);
      for (const auto& [number, line] : compile::todo_lines(lines)) numbers.insert(number);
    }
    ASSERT_FALSE(numbers.empty()) << lab.name;
    EXPECT_EQ(*numbers.rbegin(), static_cast<int>(numbers.size())) << lab.name;
    EXPECT_EQ(lab.todos_in_korean.size(), numbers.size()) << lab.name;
  }
}

TEST(Scenarios, AreForTheProgramsThatAreThere) {
  EXPECT_TRUE(groups_for("01", {}, 1).empty());
  EXPECT_TRUE(groups_for("02", kReceiver, 1).empty());
  for (const Scenario& run : all_of("03", {"BroadcastReceiver"})) EXPECT_EQ(run.program, "BroadcastReceiver");
  for (const Scenario& run : all_of("04", {"FirstAndAll"})) EXPECT_EQ(run.program, "FirstAndAll");
  EXPECT_THROW(groups_for("99", kReceiver, 1), std::invalid_argument);
  EXPECT_THROW(named(all_of("02", kSender), "your_receiver"), std::out_of_range);
  EXPECT_THAT(named(all_of("02", kBoth), "your_receiver").peers, ElementsAre("MailReceiver"));
}

TEST(Scenarios, TheReceiverGetsTheLengthsOfTheContract) {
  const auto all = all_of("01", kReceiver);
  EXPECT_THAT(lengths(named(all, "messages"), Step::Kind::kPost), IsSupersetOf({1u, 5u, 49u}));
  EXPECT_THAT(lengths(named(all, "long"), Step::Kind::kPost), ElementsAre(50, 51, 200, 4));
  const auto forgets = lengths(named(all, "forgets"), Step::Kind::kPost);
  EXPECT_EQ(forgets.at(0), 40u);
  EXPECT_EQ(forgets.at(1), 3u);
  EXPECT_EQ(lengths(named(all, "empty"), Step::Kind::kPost).at(1), 0u);
  EXPECT_EQ(named(all, "oversized").steps.at(0).bytes, 4000u);
  EXPECT_TRUE(named(all, "filled").steps.at(0).fills);
}

TEST(Scenarios, NoMessageOfTheFirstRunIsShorterThanOneBefore) {
  const auto sizes = lengths(named(all_of("01", kReceiver), "messages"), Step::Kind::kPost);
  EXPECT_TRUE(std::is_sorted(sizes.begin(), sizes.end() - 1));  // the last one is `exit`
}

TEST(Scenarios, SeveralMessagesAreQueuedBeforeTheFirstIsRead) {
  const Scenario run = named(all_of("01", kReceiver), "messages");
  const auto queued = std::count_if(run.steps.begin(), run.steps.end(), [](const Step& step) { return step.at_creation; });
  EXPECT_GE(queued, 3);
  EXPECT_LT(queued, static_cast<std::ptrdiff_t>(run.steps.size()) - 1);  // and some arrive later
}

TEST(Scenarios, TheSenderGetsTheLengthsOfTheContract) {
  const auto all = all_of("02", kSender);
  EXPECT_THAT(lengths(named(all, "lines"), Step::Kind::kType), IsSupersetOf({2u, 49u}));  // the Enter key counts here
  EXPECT_THAT(lengths(named(all, "long"), Step::Kind::kType), ElementsAre(50, 51, 52, 201, 5));
  EXPECT_EQ(named(all, "lines").steps.back().text, "exit\nafter exit\n");
}

TEST(Scenarios, ThreeComputersHaveTheSlotThatIsBroadcastTo) {
  const auto all = all_of("03", kBroadcast);
  for (const char* name : {"all", "one", "end_of_input", "too_long", "refused_open", "refused_write", "unreachable"}) {
    const Scenario run = named(all, name);
    EXPECT_THAT(run.computers, ElementsAre("PC1", "PC2", "PC3")) << name;
    EXPECT_THAT(run.slots, ElementsAre("PC1:mailbox", "PC2:mailbox", "PC3:mailbox")) << name;
    EXPECT_EQ(run.arguments, name == std::string("one") ? "PC2" : "") << name;
  }
  EXPECT_EQ(named(all, "all").steps.back().text, "exit\nafter exit\n");
  EXPECT_EQ(named(all, "end_of_input").steps.back().kind, Step::Kind::kEndInput);
}

TEST(Scenarios, LinesOfTheLimitAndOneCharacterMoreAreTypedInBothEncodings) {
  const Scenario run = named(all_of("03", kBroadcast), "too_long");
  const auto sizes = lengths(run, Step::Kind::kType);  // the Enter key counts here
  EXPECT_THAT(sizes, IsSupersetOf({424u / 2 + 1, 424u / 2 + 2, 424u + 1, 424u + 2}));
  EXPECT_THAT(sizes, Contains(201u));
  for (const Step& longer : run.steps)  // so that a truncated line is not mistaken for another one
    for (const Step& line : run.steps)
      if (longer.text.size() > line.text.size()) {
        EXPECT_NE(longer.text.substr(0, line.text.size() - 1) + "\n", line.text);
      }
}

TEST(Scenarios, TheNetworkRefusesAtTheOpenOrAtTheWrite) {
  const auto all = all_of("03", kBroadcast);
  const auto refusal = [&](const char* name) {
    const Scenario run = named(all, name);
    EXPECT_EQ(run.faults.size(), 1u) << name;
    const Fault& fault = run.faults.at(0);
    EXPECT_EQ(fault.target, "mailbox");
    EXPECT_EQ(fault.nth, 1u);
    return std::pair(fault.api, fault.error);
  };
  EXPECT_EQ(refusal("refused_open"), std::pair(Api::kCreateFile, 3025u));
  EXPECT_EQ(refusal("refused_write"), std::pair(Api::kWriteFile, 3025u));
  EXPECT_EQ(refusal("unreachable"), std::pair(Api::kWriteFile, 53u));
}

TEST(Scenarios, TheReceiverIsTriedOnTwoComputers) {
  const auto all = all_of("03", kBroadcast);
  std::set<std::size_t> sizes;  // a buffer size that happens to fit one name does not fit the other
  for (const char* name : {"messages", "elsewhere"}) {
    const Scenario run = named(all, name);
    ASSERT_EQ(run.computers.size(), 1u);
    EXPECT_EQ(run.facts.at("computer"), run.computers[0]);
    EXPECT_EQ(run.steps.back().text, "exit");
    sizes.insert(run.computers[0].size());
  }
  EXPECT_EQ(sizes.size(), 2u);
}

TEST(Scenarios, TheWatcherMeetsEachOrderEachClockAndTheCodesOfTheContract) {
  const auto all = all_of("04", kStates);
  std::set<std::uint32_t> codes;
  for (const char* name : {"held", "ended_before", "timeout", "code_259"}) {
    const Scenario run = named(all, name);
    ASSERT_EQ(run.workers.size(), 1u);
    codes.insert(run.workers[0].exit_code);
    EXPECT_EQ(run.facts.at("exit_code"), std::to_string(run.workers[0].exit_code));
    EXPECT_EQ(run.arguments, run.facts.at("milliseconds") + " \"Child.exe " + run.workers[0].arguments + "\"");
    EXPECT_EQ(run.start_until_ended, name == std::string("ended_before"));
    EXPECT_EQ(run.hurried, name == std::string("timeout"));
    EXPECT_TRUE(run.faults.empty());
  }
  EXPECT_THAT(codes, ElementsAre(0, 7, 258, 259));
  EXPECT_TRUE(named(all, "no_program").files.empty());
}

TEST(Scenarios, EachWaitOfTheWatcherFailsInSomeRunWhicheverFunctionItIs) {
  const auto all = all_of("04", kStates);
  for (const auto& [name, nth] : {std::pair("first_wait_fails", 1u), std::pair("second_wait_fails", 2u)}) {
    std::set<Api> functions;
    for (const Fault& fault : named(all, name).faults) {
      functions.insert(fault.api);
      EXPECT_EQ(fault.target, "Child");
      EXPECT_EQ(fault.nth, nth);
      EXPECT_EQ(fault.error, 6u);
    }
    EXPECT_THAT(functions, ElementsAre(Api::kWaitForSingleObject, Api::kWaitForMultipleObjects));
  }
}

TEST(Scenarios, EachOfThreeIsTheFirstToEndOnceAndTheLast) {
  const auto all = all_of("04", kStates);
  std::set<int> first, last;
  for (const char* name : {"first_first", "second_first", "third_first"}) {
    const Scenario run = named(all, name);
    ASSERT_EQ(run.release.size(), 3u);
    EXPECT_EQ(run.facts.at("first"), std::to_string(run.release.front()));
    EXPECT_FALSE(run.start_until_ended);
    first.insert(run.release.front());
    last.insert(run.release.back());
  }
  EXPECT_EQ(first.size(), 3u);
  EXPECT_EQ(last.size(), 3u);
  EXPECT_TRUE(named(all, "ended_before").start_until_ended);
}

TEST(Scenarios, SixtyFiveProgramsAreOneTooMany) {
  const std::string arguments = named(all_of("04", kStates), "too_many").arguments;
  EXPECT_EQ(std::count(arguments.begin(), arguments.end(), ' ') + 1, 65);
}

// The stage checks whether an earlier run in the group used the time-outs that a later one tests.
TEST(Scenarios, ARunThatDependsOnOthersComesAfterThemInTheirGroup) {
  for (const auto& [groups, first] :
       {std::pair(groups_for("01", kReceiver, 1), "messages"), std::pair(groups_for("06", kChat, 1), "chat")}) {
    int found = 0;
    for (const Group& group : groups)
      for (std::size_t i = 0; i < group.size(); ++i)
        if (group[i].only_after_finite_read) {
          ++found;
          EXPECT_GT(i, 0u);
          EXPECT_EQ(group[0].name, first);
        }
    EXPECT_EQ(found, 1);
  }
}

// A premise names the check that judges it: every such id in the source exists in a rubric.
TEST(Premises, AreJudgedByChecksOfTheRubric) {
  std::set<std::string> known;
  const std::filesystem::path root = LAB_SOURCE_DIR;
  for (const rubric::Lab& lab : rubric::read_labs(root / "labs"))
    for (const rubric::Check& check : lab.checks) known.insert(check.id);
  static const std::regex kId(R"re("([A-Z]\w*\.[A-Z]\w*)")re");
  std::size_t seen = 0;
  for (const auto& folder : std::filesystem::directory_iterator(root / "grader" / "labs")) {
    std::ifstream in(folder.path() / "checks.cpp", std::ios::binary);
    const std::string source(std::istreambuf_iterator<char>(in), {});
    for (auto match = std::sregex_iterator(source.begin(), source.end(), kId); match != std::sregex_iterator(); ++match, ++seen)
      EXPECT_THAT(known, Contains((*match)[1].str())) << folder.path();
  }
  EXPECT_GT(seen, 30u) << "the pattern no longer finds the premises";
}

TEST(ScenarioAsJson, HasStepsAsTheStageReadsThem) {
  const auto receiver = all_of("01", kReceiver);
  const nlohmann::json messages = named(receiver, "messages");
  EXPECT_EQ(messages["steps"][0], (nlohmann::json{{"do", "post"}, {"slot", "mailbox"}, {"text", "a"}, {"bytes", 0}, {"at", "creation"}}));
  EXPECT_FALSE(messages["steps"].back().contains("at"));
  EXPECT_EQ(nlohmann::json(named(receiver, "hurried"))["only_after"], "finite_read");
  EXPECT_EQ(nlohmann::json(named(receiver, "taken"))["slots"], nlohmann::json({"mailbox"}));
  EXPECT_EQ(nlohmann::json(named(receiver, "failed_read"))["faults"][0],
            (nlohmann::json{{"api", "ReadFile"}, {"target", "mailbox"}, {"nth", 2}, {"error", 1117}}));
  const nlohmann::json terminated = named(receiver, "terminated");
  EXPECT_EQ(terminated["steps"][0]["text"].get<std::string>().back(), '\0');
  const nlohmann::json peer = named(all_of("02", kBoth), "your_receiver");
  EXPECT_EQ(peer["steps"][0], (nlohmann::json{{"do", "start"}}));
  EXPECT_EQ(peer["steps"][1], (nlohmann::json{{"do", "type"}, {"text", "a\n"}}));
  EXPECT_EQ(peer["peers"], nlohmann::json({"MailReceiver"}));
  const nlohmann::json end = named(all_of("06", kChat), "end_of_input");
  EXPECT_EQ(end["steps"].back(), (nlohmann::json{{"do", "end_input"}}));
  EXPECT_EQ(end["arguments"], "A B");
  EXPECT_THAT(nlohmann::json(named(all_of("06", kChat), "late_peer"))["steps"],
              Contains(nlohmann::json{{"do", "create"}, {"slot", "chat\\B"}}));
}

TEST(ScenarioAsJson, HasTheComputersOfALanAndNoneWhereThereIsNone) {
  const auto broadcast = all_of("03", kBroadcast);
  const nlohmann::json sender = named(broadcast, "one");
  EXPECT_EQ(sender["computers"], nlohmann::json({"PC1", "PC2", "PC3"}));
  EXPECT_EQ(sender["slots"], nlohmann::json({"PC1:mailbox", "PC2:mailbox", "PC3:mailbox"}));
  EXPECT_EQ(nlohmann::json::parse(sender.dump()), sender);
  EXPECT_EQ(nlohmann::json(named(broadcast, "elsewhere"))["computers"], nlohmann::json({"LAB-17"}));
  EXPECT_FALSE(nlohmann::json(named(all_of("01", kReceiver), "messages")).contains("computers"));
  EXPECT_EQ(nlohmann::json(named(all_of("04", kStates), "timeout"))["clock"], "hurried");
}

TEST(ScenarioAsJson, AMessageThatFillsTheReadersRoomIsSaidToDoSo) {
  const nlohmann::json json = named(all_of("01", kReceiver), "filled");
  EXPECT_EQ(json["steps"][0]["fills"], true);
  EXPECT_FALSE(json["steps"][1].contains("fills"));
}

TEST(ScenarioAsJson, WithNextIsSaidWhereItHolds) {
  Scenario scenario;
  scenario.steps = {{Step::Kind::kType, "", "a\n", 0, false, true}, {Step::Kind::kEndInput, "", ""}};
  const nlohmann::json json = scenario;
  EXPECT_EQ(json["steps"][0]["with_next"], true);
  EXPECT_FALSE(json["steps"][1].contains("with_next"));
}

}  // namespace
}  // namespace lab::labs

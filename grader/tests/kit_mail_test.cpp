// Tests labs 01 and 02 end to end: checks of a receiver and a sender that are handed in together, alone, broken, or with malicious intent.
#include <sstream>

#include "compile/programs.h"
#include "tests/kit_command.h"
#include "tests/phrases.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const fs::path kReceiver = kRoot / "solutions" / "01_mailslot_receiver" / "MailReceiver.cpp";
const fs::path kSender = kRoot / "solutions" / "02_mailslot_sender" / "MailSender.cpp";
const std::string kTalks = "MailSender.TalksToYourReceiver";

struct Checked {
  Folder results;
  Answer answer;
  Verdicts verdicts;

  Checked(const std::vector<std::string>& labs, const HandIn& folder)
      : answer(check(labs, folder, results)), verdicts(results.path() / "v.json") {}

  // The lines of a run's recording as JSON.
  std::vector<nlohmann::json> recording(const std::string& run) const {
    std::vector<nlohmann::json> lines;
    std::istringstream in(text_of(results.path() / "runs" / (run + ".jsonl")));
    for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
    EXPECT_FALSE(lines.empty()) << run;
    return lines;
  }

  // How the program under test ended.
  std::string end_of(const std::string& run) const {
    for (const nlohmann::json& line : recording(run))
      if (line.at("t") == "program") return line.value("end", "running");
    return "no program";
  }

 private:
  static Answer check(const std::vector<std::string>& labs, const HandIn& folder, const Folder& results) {
    std::vector<std::string> arguments{"check"};
    arguments.insert(arguments.end(), labs.begin(), labs.end());
    arguments.insert(arguments.end(), {"--from", folder.path(), "--jobs", "8", "--json", utf8(results.path() / "v.json"), "--runs",
                                       utf8(results.path() / "runs")});
    return lab(arguments);
  }
};

// All checks of the sender get their points except the one that needs a receiver, which is skipped.
void expect_judged_without_receiver(const Checked& checked, int status) {
  EXPECT_EQ(checked.verdicts.outcome(kTalks), "skipped");
  for (const auto& [id, check] : checked.verdicts.checks)
    if (id.rfind("MailSender.", 0) == 0 && id != kTalks) {
      EXPECT_EQ(checked.verdicts.outcome(id), "passed") << id;
    }
  EXPECT_EQ(checked.answer.status, status) << checked.answer.err;
}

TEST(KitMail, AReceiverAndASenderThatAreHandedInTogetherTalk) {
  const HandIn folder;
  folder.add(kReceiver);
  folder.add(kSender);
  const Checked checked({"01", "02"}, folder);
  EXPECT_EQ(checked.answer.status, 0) << checked.answer.out << checked.answer.err;
  EXPECT_EQ(checked.verdicts.outcome(kTalks), "passed");

  bool peer = false;
  for (const nlohmann::json& line : checked.recording("02/MailSender.your_receiver"))
    if (line.at("t") == "program" && line.value("role", "") == "peer") {
      peer = true;
      EXPECT_EQ(line.at("name"), "MailReceiver");
      EXPECT_THAT(line.at("stdout").get<std::string>(), AllOf(HasSubstr("hello"), HasSubstr("GoodBye!")));
    }
  EXPECT_TRUE(peer);
  const Answer shown = lab({"show", utf8(checked.results.path() / "runs" / "02" / "MailSender.your_receiver.jsonl")});
  EXPECT_THAT(shown.out, AllOf(HasSubstr("\nMailReceiver "), HasSubstr("\nmailbox "), HasSubstr("write=\"hello"),
                               Says("report_printed", {{"program", "MailReceiver"}})));
}

TEST(KitMail, AChatThatDoesNothingYetHasThePointOfItsMailslotOnly) {
  const HandIn folder;
  folder.add(programs_of("06") / "wrong" / "only_makes_its_slot" / "MailChat.cpp");
  const Checked checked({"06"}, folder);
  for (const auto& [id, check] : checked.verdicts.checks)
    EXPECT_EQ(checked.verdicts.outcome(id) == "passed", id == "MailChat.CreatesItsOwnSlot") << id;
}

TEST(KitMail, ASenderAloneIsJudgedWithoutAReceiver) {
  const HandIn folder;
  folder.add(kSender);
  const Checked checked({"02"}, folder);
  expect_judged_without_receiver(checked, 1);
  EXPECT_THAT(checked.answer.out, AllOf(HasSubstr("MailReceiver"), Not(HasSubstr(said("outcome_not_built")))));
}

TEST(KitMail, ABrokenReceiverCostsTheSenderOnlyTheirTalk) {
  const HandIn folder;
  folder.add(kSender);
  folder.add("MailReceiver.cpp", "int main() { return missing; }\n");
  const Checked checked({"01", "02"}, folder);
  expect_judged_without_receiver(checked, 1);
  for (const auto& [id, check] : checked.verdicts.checks)
    if (id.rfind("MailReceiver.", 0) == 0) {
      EXPECT_EQ(checked.verdicts.outcome(id), "not_built") << id;
    }
}

TEST(KitMail, AReceiverThatCannotBeStartedHereCostsTheSenderOnlyTheirTalk) {
  const HandIn folder;
  folder.add(kSender);
  folder.add("MailReceiver.exe", program_headers(std::string("\x4c\x01", 2), 0x0102, "\x0b\x01"));
  const Checked checked({"01", "02"}, folder);
  expect_judged_without_receiver(checked, 3);
  EXPECT_EQ(checked.verdicts.outcome("MailReceiver.CreatesTheSlot"), "not_gradable");
  EXPECT_THAT(checked.answer.out, Says("not_gradable_32_bit", {{"program", "MailReceiver"}}));
}

TEST(KitMail, AReceiverAloneHasItsPointsAndTheSenderIsMissed) {
  const HandIn folder;
  folder.add(kReceiver);
  const Checked checked({"01", "02"}, folder);
  EXPECT_EQ(checked.answer.status, 1) << checked.answer.err;
  EXPECT_EQ(checked.verdicts.points_of("MailReceiver"), checked.verdicts.whole.at("labs").at(0).at("max_score"));
  EXPECT_EQ(checked.verdicts.outcome(kTalks), "not_built");
  EXPECT_THAT(checked.answer.out, AllOf(Says("not_built_missing", {{"program", "MailSender"}, {"folder", folder.path()}}),
                                        Says("report_next_to_add", {{"check", "MailSender.OpensTheSlotForWriting"}})));
}

TEST(KitMail, RecordingsSayWhetherASourceOrAnExeWasJudged) {
  const Folder cache;
  const auto built =
      compile::build_programs(kReceiver.parent_path(), {"MailReceiver"}, {cache.path(), kRoot / "grader" / "compile" / "student"}, 1);
  ASSERT_EQ(built.at(0).reason, "") << built[0].log;
  const HandIn source, exe;
  source.add(kReceiver);
  exe.add(built[0].exe);
  for (const auto& [folder, from] : {std::pair(&source, "source"), std::pair(&exe, "exe")}) {
    const Checked checked({"01"}, *folder);
    EXPECT_EQ(checked.answer.status, 0) << checked.answer.out << checked.answer.err;
    EXPECT_EQ(checked.recording("01/MailReceiver.messages").at(0).at("facts").at("built_from"), from);
  }
}

// The system reuses the number of a closed handle, here for another mailslot: a pending read on the first mailslot must not continue
// waiting because of that.
TEST(KitMail, APendingReadEndsWhenItsMailslotIsClosedThoughItsHandleIsGivenAgain) {
  const HandIn folder;
  folder.add("MailReceiver.cpp",
             "#include <windows.h>\n#include <stdio.h>\n"
             "char text[64];\nOVERLAPPED overlapped;\n"
             "int main() {\n"
             "  HANDLE first = CreateMailslotA(\"\\\\\\\\.\\\\mailslot\\\\first\", 0, MAILSLOT_WAIT_FOREVER, NULL);\n"
             "  overlapped.hEvent = CreateEventA(NULL, TRUE, FALSE, NULL);\n"
             "  ReadFile(first, text, sizeof text, NULL, &overlapped);\n"
             "  CloseHandle(first);\n"
             "  HANDLE second = CreateMailslotA(\"\\\\\\\\.\\\\mailslot\\\\mailbox\", 0, MAILSLOT_WAIT_FOREVER, NULL);\n"
             "  WaitForSingleObject(overlapped.hEvent, INFINITE);\n"
             "  printf(\"%s\", first == second ? \"the same handle\" : \"another handle\");\n"
             "  return 0;\n}\n");
  const Checked checked({"01"}, folder);
  EXPECT_EQ(checked.end_of("01/MailReceiver.messages"), "itself");
  EXPECT_EQ(checked.recording("01/MailReceiver.messages").back().at("stdout"), "the same handle");
}

TEST(KitMail, ASenderThatFloodsIsEndedAndHarmsOnlyItself) {
  const HandIn folder;
  folder.add(kReceiver);
  folder.add(kHostile / "floods_the_slot" / "MailSender.cpp");
  const Checked checked({"01", "02"}, folder);
  EXPECT_EQ(checked.answer.status, 1) << "no fault of the grader's\n" << checked.answer.out << checked.answer.err;
  EXPECT_EQ(checked.end_of("02/MailSender.lines"), "flood");
  EXPECT_EQ(checked.verdicts.points_of("MailReceiver"), checked.verdicts.whole.at("labs").at(0).at("max_score"));
  EXPECT_LT(checked.verdicts.points_of("MailSender"), 6);
}

TEST(KitMail, AReceiverThatNeverReadsIsEndedAtStillnessAndCostsTheSenderOnlyTheirTalk) {
  const HandIn folder;
  folder.add(kSender);
  folder.add(kHostile / "never_reads" / "MailReceiver.cpp");
  const Checked checked({"01", "02"}, folder);
  EXPECT_EQ(checked.answer.status, 1) << "no fault of the grader's\n" << checked.answer.out << checked.answer.err;
  EXPECT_EQ(checked.end_of("01/MailReceiver.messages"), "blocked") << "no limit ended it";
  EXPECT_LT(checked.verdicts.points_of("MailReceiver"), 6);
  EXPECT_EQ(checked.verdicts.outcome(kTalks), "failed");
  for (const auto& [id, check] : checked.verdicts.checks)
    if (id.rfind("MailSender.", 0) == 0 && id != kTalks) {
      EXPECT_EQ(checked.verdicts.outcome(id), "passed") << id;
    }
  EXPECT_EQ(checked.recording("01/MailReceiver.messages").back().at("stdout"), "ready") << "what its C runtime had not written yet is seen";
}

// A number that is not the mailslot's handle may be another of the heir's handles, and a read from it fails for a different reason.
TEST(KitHeir, HasReadWhateverItsNumberStandsFor) {
  const HandIn folder;
  folder.add(programs_of("07") / "wrong" / "writes_decimal_reads_hex" / "SlotHeir.cpp");
  const Folder out;
  const std::string json = utf8(out.path() / "v.json");
  lab({"check", "07", "--from", folder.path(), "--json", json});
  EXPECT_EQ(Verdicts(json).because("SlotHeir.TellsTheHeirItsHandle"), "heir_reads_no_handle");
}

}  // namespace
}  // namespace lab::tests

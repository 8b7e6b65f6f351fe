// lab.toml files are read completely; every mistake is reported with the file, the line, and what to write instead.
#include "rubric/rubric.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/phrases.h"
#include "text/problem.h"

namespace lab::rubric {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using tests::kAnything;
using tests::Says;

const std::string kGood = R"(number = "05"
title = { en = "Adder manager", ko = "덧셈 관리자" }
programs = ["PartAdder", "AdderManager"]

[[check]]
id = "PartAdder.AddsItsRange"
points = 2
step = 1
title = { en = "Adds.", ko = "더합니다." }
hints = [ { en = "What is a sum?", ko = "합이란?" }, { en = "Add.", ko = "더하세요." } ]

[[check]]
id = "AdderManager.WaitsForBothWorkers"
points = 4
step = 3
title = { en = "Waits.", ko = "기다립니다." }
hints = [
  { en = "Wait.", ko = "기다리세요." },
]
)";

class Rubric : public ::testing::Test {
 protected:
  Rubric()
      : folder_(std::filesystem::path(LAB_BUILD_DIR) /
                ("rubric_test_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~Rubric() override { std::filesystem::remove_all(folder_); }

  void lab(const std::string& name, const std::string& toml) {
    std::filesystem::create_directories(folder_ / name);
    std::ofstream(folder_ / name / "lab.toml", std::ios::binary) << toml;
  }

  std::string problem(const std::string& from, const std::string& to) {
    std::string toml = kGood;
    const std::size_t at = toml.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    lab("05_adder_manager", toml.replace(at, from.size(), to));
    try {
      read_labs(folder_);
    } catch (const text::Problem& problem) {
      return problem.what();
    }
    return "no problem";
  }

  std::filesystem::path folder_;
};

TEST_F(Rubric, IsReadWhole) {
  lab("05_adder_manager", kGood);
  const auto labs = read_labs(folder_);
  ASSERT_THAT(labs, SizeIs(1));
  const Lab& lab = labs[0];
  EXPECT_EQ(lab.number, "05");
  EXPECT_EQ(lab.name, "05_adder_manager");
  EXPECT_EQ(lab.title.en, "Adder manager");
  EXPECT_EQ(lab.title.ko, "덧셈 관리자");
  EXPECT_THAT(lab.programs, ElementsAre("PartAdder", "AdderManager"));
  ASSERT_THAT(lab.checks, SizeIs(2));
  EXPECT_EQ(lab.checks[0].id, "PartAdder.AddsItsRange");
  EXPECT_EQ(lab.checks[0].step, 1);
  ASSERT_THAT(lab.checks[0].hints, SizeIs(2));
  EXPECT_EQ(lab.checks[0].hints[1].ko, "더하세요.");
  ASSERT_NE(lab.check("AdderManager.WaitsForBothWorkers"), nullptr);
  EXPECT_EQ(lab.check("AdderManager.WaitsForBothWorkers")->points, 4);
  EXPECT_EQ(lab.check("AdderManager.WaitsForBothWorkers")->title.in(text::Language::kEnglish), "Waits.");
  EXPECT_EQ(lab.check("AdderManager.WaitsForBothWorkers")->title.in(text::Language::kKorean), "기다립니다.");
  EXPECT_EQ(lab.max_score(), 6);
  EXPECT_EQ(lab.file, folder_ / "05_adder_manager" / "lab.toml");
  EXPECT_EQ(lab.check("AdderManager.Flies"), nullptr);
  EXPECT_EQ(numbered(labs, "05"), &lab);
  EXPECT_EQ(numbered(labs, "5"), nullptr);
  EXPECT_EQ(check_of(labs, "05", "PartAdder.AddsItsRange"), &lab.checks[0]);
  EXPECT_EQ(check_of(labs, "06", "PartAdder.AddsItsRange"), nullptr);
  EXPECT_EQ(check_of(labs, "05", "PartAdder.Flies"), nullptr);
}

TEST_F(Rubric, LabsComeByNumberAndOtherFoldersArePassedOver) {
  std::string other = kGood;
  other.replace(other.find("05"), 2, "01");
  lab("05_adder_manager", kGood);
  lab("01_receiver", other);
  std::filesystem::create_directories(folder_ / "notes");
  const auto labs = read_labs(folder_);
  ASSERT_THAT(labs, SizeIs(2));
  EXPECT_EQ(labs[0].number, "01");
}

TEST_F(Rubric, ALabMayBorrowProgramsOfOthers) {
  std::string borrower = kGood;
  borrower.replace(borrower.find("05"), 2, "06");
  for (std::size_t at; (at = borrower.find("PartAdder")) != std::string::npos;) borrower.replace(at, 9, "Teller");
  for (std::size_t at; (at = borrower.find("AdderManager")) != std::string::npos;) borrower.replace(at, 12, "Printer");
  const std::size_t behind_programs = borrower.find("\n\n[[check]]");
  lab("05_adder_manager", kGood);
  lab("06_teller", std::string(borrower).insert(behind_programs, "\nborrows = [\"PartAdder\"]"));
  const auto labs = read_labs(folder_);
  ASSERT_THAT(labs, SizeIs(2));
  EXPECT_THAT(labs[0].borrows, IsEmpty());
  EXPECT_THAT(labs[1].borrows, ElementsAre("PartAdder"));
  EXPECT_EQ(home_of(labs, "PartAdder"), &labs[0]);
  EXPECT_EQ(home_of(labs, "Teller"), &labs[1]);
  EXPECT_EQ(home_of(labs, "Nobody"), nullptr);

  for (const char* wrong : {"Teller", "Nobody"}) {  // the lab's own program, and one that belongs to no lab
    lab("06_teller", std::string(borrower).insert(behind_programs, std::string("\nborrows = [\"") + wrong + "\"]"));
    try {
      read_labs(folder_);
      ADD_FAILURE() << wrong;
    } catch (const text::Problem& problem) {
      EXPECT_THAT(problem.what(),
                  AllOf(HasSubstr("06_teller/lab.toml"), Says("lab_toml_borrows", {{"file", kAnything}, {"program", wrong}})));
    }
  }
}

TEST_F(Rubric, EveryLabOfTheKitIsSound) {
  const auto labs = read_labs(std::filesystem::path(LAB_SOURCE_DIR) / "labs");
  for (const Lab& lab : labs) EXPECT_GT(lab.max_score(), 0) << lab.name;
}

// This mistake with this key, in this line.
auto SaysAt(const char* id, int line, const char* key) {
  nlohmann::json args = {{"file", kAnything}, {"line", line}, {"key", key}, {"example", kAnything}};
  return Says(id, args);
}

TEST_F(Rubric, ALabMayNameThoseToDoFirst) {
  std::string later = kGood;
  later.insert(later.find("\n\n[[check]]"), "\nafter = [\"01\", \"04\"]");
  lab("05_adder_manager", later);
  EXPECT_THAT(read_labs(folder_)[0].after, ElementsAre("01", "04"));
  EXPECT_THAT(problem("\n\n[[check]]", "\nafter = \"04\"\n\n[[check]]"),
              AllOf(SaysAt("lab_toml_wrong", 4, "after"), HasSubstr("after = [\"01\", \"02\"]")));
}

TEST_F(Rubric, MistakesAreToldWithFileAndLineAndWhatToWrite) {
  EXPECT_THAT(problem("points = 4", "points = "),
              AllOf(HasSubstr("lab.toml:14:"), Says("lab_toml_syntax", {{"file", kAnything}, {"line", 14}, {"detail", kAnything}})));
  EXPECT_THAT(problem("points = 4", "points = \"4\""),
              AllOf(HasSubstr("05_adder_manager/lab.toml:14:"), SaysAt("lab_toml_wrong", 14, "points"), HasSubstr("points = 4")));
  EXPECT_THAT(problem("points = 4", "points = -1"), SaysAt("lab_toml_wrong", 14, "points"));
  EXPECT_THAT(problem("points = 4", "points = 2.5"), SaysAt("lab_toml_wrong", 14, "points"));
  EXPECT_THAT(problem("points = 4\n", ""), AllOf(SaysAt("lab_toml_missing", 12, "points"), HasSubstr("points = 4")));
  EXPECT_THAT(problem("points = 4", "point = 4"),
              AllOf(Says("lab_toml_unknown_key", {{"file", kAnything}, {"line", 14}, {"key", "point"}, {"known", kAnything}}),
                    HasSubstr("points")));
  EXPECT_THAT(problem("\n\n[[check]]", "\nborrows = []\n\n[[check]]"),
              AllOf(SaysAt("lab_toml_wrong", 4, "borrows"), HasSubstr("borrows = [\"MailReceiver\"]")));
  EXPECT_THAT(problem("number = \"05\"\n", ""), AllOf(SaysAt("lab_toml_missing", 1, "number"), HasSubstr("number = \"05\"")));
  EXPECT_THAT(problem("number = \"05\"", "number = \"06\""),
              Says("lab_toml_number", {{"file", kAnything}, {"line", 1}, {"number", "06"}, {"folder", "05_adder_manager"}}));
  EXPECT_THAT(problem("ko = \"덧셈 관리자\"", ""), HasSubstr("lab.toml:2:"));
  EXPECT_THAT(problem(", ko = \"더합니다.\"", ""), AllOf(SaysAt("lab_toml_missing", 9, "ko"), HasSubstr("ko = ")));
  EXPECT_THAT(problem("title = { en = \"Adds.\", ko = \"더합니다.\" }", "title = \"Adds.\""), SaysAt("lab_toml_wrong", 9, "title"));
  EXPECT_THAT(problem("hints = [ { en = \"What is a sum?\", ko = \"합이란?\" }, { en = \"Add.\", ko = \"더하세요.\" } ]", "hints = []"),
              SaysAt("lab_toml_wrong", 10, "hints"));
  EXPECT_THAT(problem("{ en = \"Add.\", ko = \"더하세요.\" }", "\"Add.\""), SaysAt("lab_toml_wrong", 10, "hints"));
  EXPECT_THAT(problem("[\"PartAdder\", \"AdderManager\"]", "[1]"), SaysAt("lab_toml_wrong", 3, "programs"));
  EXPECT_THAT(problem("AdderManager.WaitsForBothWorkers", "PartAdder.AddsItsRange"),
              Says("lab_toml_twice", {{"file", kAnything}, {"line", 13}, {"check", "PartAdder.AddsItsRange"}}));
  EXPECT_THAT(
      problem("AdderManager.WaitsForBothWorkers", "Manager.Waits"),
      Says("lab_toml_suite", {{"file", kAnything}, {"line", 13}, {"check", "Manager.Waits"}, {"programs", "PartAdder, AdderManager"}}));
  EXPECT_THAT(
      problem("AdderManager.WaitsForBothWorkers", "AdderManager."),
      Says("lab_toml_suite", {{"file", kAnything}, {"line", 13}, {"check", "AdderManager."}, {"programs", "PartAdder, AdderManager"}}));
}

TEST_F(Rubric, ALabNeedsChecks) {
  lab("05_adder_manager", kGood.substr(0, kGood.find("[[check]]")));
  EXPECT_THROW(read_labs(folder_), text::Problem);
}

TEST_F(Rubric, FoldersWithoutLabsAreToldApartFromMissingOnes) {
  const auto id = [](const std::filesystem::path& folder) -> std::string {
    try {
      read_labs(folder);
    } catch (const text::Problem& problem) {
      return problem.id();
    }
    return "";
  };
  EXPECT_EQ(id(folder_ / "absent"), "folder_missing");
  EXPECT_EQ(id(folder_), "no_labs");
}

std::vector<Lab> some_labs() {
  std::vector<Lab> labs(3);
  labs[0].number = "02";
  labs[0].name = "02_mailslot_sender";
  labs[1].number = "05";
  labs[1].name = "05_adder_manager";
  labs[2].number = "15";
  labs[2].name = "15_mailslot_5";
  return labs;
}

TEST(FindLab, GoesByNumberOrAnyPartOfTheName) {
  const auto labs = some_labs();
  EXPECT_EQ(&find_lab(labs, "05"), &labs[1]);
  EXPECT_EQ(&find_lab(labs, "5"), &labs[1]);
  EXPECT_EQ(&find_lab(labs, "15"), &labs[2]);
  EXPECT_EQ(&find_lab(labs, "adder"), &labs[1]);
  EXPECT_EQ(&find_lab(labs, "Adder_M"), &labs[1]);
  EXPECT_EQ(&find_lab(labs, "05_adder_manager"), &labs[1]);
  EXPECT_EQ(&find_lab(labs, "sender"), &labs[0]);
}

TEST(FindLab, ListsTheLabsWhenTheNameFitsNoneOrSeveral) {
  const auto labs = some_labs();
  const auto problem = [&](const std::string& name) -> std::string {
    try {
      find_lab(labs, name);
    } catch (const text::Problem& problem) {
      return problem.id() + ": " + problem.what();
    }
    return "found";
  };
  EXPECT_THAT(problem("09"), AllOf(HasSubstr("unknown_lab"), HasSubstr("02_mailslot_sender, 05_adder_manager, 15_mailslot_5")));
  EXPECT_THAT(problem(""), HasSubstr("unknown_lab"));
  EXPECT_THAT(problem("mailslot"), AllOf(HasSubstr("ambiguous_lab"),
                                         Says("ambiguous_lab", {{"name", "mailslot"}, {"labs", "02_mailslot_sender, 15_mailslot_5"}})));
  EXPECT_THAT(problem("0"), HasSubstr("ambiguous_lab"));
}

TEST_F(Rubric, HashChangesWithWhatDecidesPointsAndWithNothingElse) {
  lab("05_adder_manager", kGood);
  const auto labs = read_labs(folder_);
  const std::string before = hash(labs);
  EXPECT_THAT(before, SizeIs(16));
  auto other = labs;
  other[0].checks[0].title.en = "Another title";
  other[0].checks[0].hints.clear();
  EXPECT_EQ(hash(other), before);
  other[0].checks[0].points = 3;
  EXPECT_NE(hash(other), before);
  other = labs;
  other[0].checks.pop_back();
  EXPECT_NE(hash(other), before);
}

}  // namespace
}  // namespace lab::rubric

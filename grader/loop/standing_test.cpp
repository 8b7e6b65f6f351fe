// Tests the saved verdicts: they are written, read back and merged, and never trusted beyond what is plausible.
#include "loop/standing.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <thread>

#include "tests/folder.h"

namespace lab::loop {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::Pair;
using trace::Outcome;
using trace::Verdict;

const rubric::Lab kLab{"05",
                       "05_adder_manager",
                       {"Adder manager", "덧셈 관리자"},
                       {"A", "B"},
                       {},
                       {{"A.One", 2, {"one", "하나"}, {{"first?", "첫째?"}, {"second?", "둘째?"}}, 1},
                        {"A.Two", 3, {"two", "둘"}, {{"hm?", "음?"}}, 2},
                        {"B.Three", 4, {"three", "셋"}, {}, 3}},
                       {}};

constexpr trace::Reason kWhy{.id = "why", .en = "{n}", .ko = "{n}"};
const trace::Reason* reason(std::string_view id) { return id == kWhy.id ? &kWhy : nullptr; }

Verdict verdict(const std::string& check, Outcome outcome) {
  const rubric::Check& about = *kLab.check(check);
  return {check, outcome, outcome == Outcome::kPassed ? about.points : 0, about.points, {&kWhy, {{"n", 1}}}};
}

Standing some() {
  Standing standing;
  standing.lab = "05";
  take_verdicts(standing, {verdict("A.One", Outcome::kPassed), verdict("A.Two", Outcome::kFailed), verdict("B.Three", Outcome::kSkipped)},
                {{"A.cpp", "1111"}}, "kit", 1000);
  standing.hints["A.Two"] = 1;
  return standing;
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Standing, ComesBackAsItWasWritten) {
  const tests::Folder folder;
  const fs::path file = standing_file(folder.path() / "not there yet", "05");
  ASSERT_TRUE(write_standing(file, some()));
  const Standing read = read_standing(file, kLab, reason);
  EXPECT_EQ(read.lab, "05");
  EXPECT_EQ(read.kit, "kit");
  EXPECT_EQ(read.at, 1000);
  EXPECT_THAT(read.sources, ElementsAre(Pair("A.cpp", "1111")));
  EXPECT_THAT(read.hints, ElementsAre(Pair("A.Two", 1)));
  ASSERT_EQ(read.verdicts.size(), 3u);
  EXPECT_EQ(read.verdict("A.Two")->outcome, Outcome::kFailed);
  EXPECT_EQ(trace::as_json(read.verdict("A.Two")->because), (nlohmann::json{{"id", "why"}, {"args", {{"n", 1}}}}));
  EXPECT_EQ(score(read), 2);
}

TEST(Standing, SaysNothingWithoutAFileThatIsOne) {
  const tests::Folder folder;
  EXPECT_FALSE(read_standing(folder.path() / "absent.json", kLab, reason).judged());
  EXPECT_FALSE(read_standing(folder.path(), kLab, reason).judged()) << "a folder";
  const std::string whole = [&] {
    write_standing(folder.path() / "whole.json", some());
    return text_of(folder.path() / "whole.json");
  }();
  for (const std::string& bytes :
       {std::string(), std::string("\xff\xfe\0\0", 4), std::string("{}"), std::string("[1, 2]"), whole.substr(0, whole.size() / 2),
        std::string(2'000'000, ' ') + whole, std::string(100'000, '['),
        std::string(R"({"schema": "win-ipc-lab/standing/1", "lab": "06", "checks": [{"id": "A.One", "outcome": "passed"}]})"),
        std::string(R"({"schema": "somebody else's", "lab": "05", "checks": [{"id": "A.One", "outcome": "passed"}]})")})
    EXPECT_FALSE(read_standing(folder.write("broken.json", bytes), kLab, reason).judged()) << bytes.substr(0, 80);
}

// A student's program could write the file, so its claims are limited by the lab.
TEST(Standing, BelievesOnlyWhatTheLabCanHave) {
  const tests::Folder folder;
  const fs::path file =
      folder.write("05.json", R"({"schema": "win-ipc-lab/standing/1", "lab": "05", "kit": 7, "at": "noon", "sources": ["A.cpp"],
    "checks": [{"id": "No.Such", "outcome": "passed"}, {"id": "B.Three", "outcome": "wonderful", "points": 900, "because": "text"},
               {"id": "A.One", "outcome": "passed", "points": 1000}, 5, null],
    "hints": {"A.One": 1e99, "A.Two": 2147483648000, "No.Such": 2, "B.Three": -5}})");
  const Standing read = read_standing(file, kLab, reason);
  ASSERT_EQ(read.verdicts.size(), 2u);
  EXPECT_EQ(read.verdicts[0].check, "A.One") << "in the lab's order";
  EXPECT_EQ(read.verdict("B.Three")->outcome, Outcome::kGraderError);
  EXPECT_FALSE(read.verdict("B.Three")->because);
  EXPECT_EQ(score(read), 2);
  EXPECT_EQ(read.at, 0);
  EXPECT_THAT(read.hints, ElementsAre(Pair("A.Two", 100), Pair("B.Three", 0)));
}

TEST(Standing, LeavesAVerdictOutWhoseReasonIsNotKnown) {
  const tests::Folder folder;
  const fs::path file = folder.write("05.json", R"({"schema": "win-ipc-lab/standing/1", "lab": "05",
    "checks": [{"id": "A.One", "outcome": "failed", "because": {"id": "of_another_kit", "args": {}}},
               {"id": "A.Two", "outcome": "failed", "because": {"id": "why", "args": {"n": 1}}}]})");
  const Standing read = read_standing(file, kLab, reason);
  EXPECT_EQ(read.verdict("A.One"), nullptr);
  ASSERT_NE(read.verdict("A.Two"), nullptr);
  EXPECT_EQ(read.verdict("A.Two")->because.reason, &kWhy);
}

TEST(Standing, IsNeverHalfThereForAReader) {
  const tests::Folder folder;
  const fs::path file = standing_file(folder.path(), "05");
  ASSERT_TRUE(write_standing(file, some()));
  const auto write_often = [&] {
    for (int i = 0; i < 200; ++i) EXPECT_TRUE(write_standing(file, some()));
  };
  std::thread one(write_often), other(write_often);
  for (int i = 0; i < 200; ++i) EXPECT_EQ(read_standing(file, kLab, reason).verdicts.size(), 3u);
  one.join();
  other.join();
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1) << "nothing else is left behind";
}

TEST(Standing, CannotBeWrittenOverAFolder) {
  const tests::Folder folder;
  fs::create_directories(folder.path() / "05.json" / "full");
  EXPECT_FALSE(write_standing(folder.path() / "05.json", some()));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST(Standing, KeepsOtherChecksOfTheSameSources) {
  Standing standing = some();
  take_verdicts(standing, {verdict("A.Two", Outcome::kPassed)}, {{"A.cpp", "1111"}}, "kit", 2000);
  EXPECT_EQ(standing.verdicts.size(), 3u);
  EXPECT_EQ(score(standing), 5);
  EXPECT_EQ(standing.at, 2000);
  EXPECT_TRUE(standing.hints.empty()) << "a check that passes forgets its hints";
}

TEST(Standing, ForgetsTheHintsOfAReasonThatIsNoMore) {
  static constexpr trace::Reason kOther{.id = "other", .hint = {"Other?", "다른?"}, .en = "{n}", .ko = "{n}"};
  Verdict otherwise = verdict("A.Two", Outcome::kFailed);
  otherwise.because = {&kOther, {{"n", 1}}};
  Standing standing = some();
  take_verdicts(standing, {otherwise}, {{"A.cpp", "2222"}}, "kit", 2000);
  EXPECT_TRUE(standing.hints.empty()) << "the first of them is another one now";
  standing.hints["A.Two"] = 2;
  take_verdicts(standing, {otherwise}, {{"A.cpp", "3333"}}, "kit", 3000);
  EXPECT_THAT(standing.hints, ElementsAre(Pair("A.Two", 2)));
}

TEST(Standing, DropsOtherChecksOfOtherSourcesOrAnotherKit) {
  Standing standing = some();
  take_verdicts(standing, {verdict("A.Two", Outcome::kFailed)}, {{"A.cpp", "2222"}}, "kit", 2000);
  EXPECT_EQ(standing.verdicts.size(), 1u);
  EXPECT_THAT(standing.hints, ElementsAre(Pair("A.Two", 1))) << "hints are of the check, not of the source";
  Standing other = some();
  take_verdicts(other, {verdict("A.Two", Outcome::kFailed)}, {{"A.cpp", "1111"}}, "newer kit", 2000);
  EXPECT_EQ(other.verdicts.size(), 1u);
}

TEST(Standing, KnowsWhatToFixFirst) {
  const auto next = [](const std::vector<Verdict>& verdicts) {
    const std::vector<const Verdict*> found = to_fix(verdicts, kLab);
    return found.empty() ? "" : found.front()->check;
  };
  EXPECT_EQ(next(some().verdicts), "A.Two");
  EXPECT_EQ(next({verdict("A.One", Outcome::kSkipped), verdict("A.Two", Outcome::kGraderError), verdict("B.Three", Outcome::kNotBuilt)}),
            "B.Three");
  EXPECT_EQ(next({verdict("A.One", Outcome::kPassed)}), "");
  EXPECT_EQ(next({verdict("B.Three", Outcome::kFailed), verdict("A.Two", Outcome::kCrashed)}), "A.Two") << "it is of the lower step";
  EXPECT_FALSE(full_points(some(), kLab));
  Standing part = some();
  part.verdicts.resize(1);
  EXPECT_FALSE(full_points(part, kLab)) << "the others were never judged";
}

TEST(Sources, AreTheFilesThatDecide) {
  const tests::Folder folder;
  folder.write("A.cpp", "one");
  folder.write("sub/B.H", "two");
  folder.write("x64/Release/A.exe", "MZ");
  folder.write("notes.txt", "no");
  folder.write("A.cpp~", "no");
  const Fingerprints before = fingerprints(folder.path());
  EXPECT_THAT(before, ElementsAre(Pair("A.cpp", testing::_), Pair("sub/B.H", testing::_), Pair("x64/Release/A.exe", testing::_)));
  EXPECT_EQ(look_at(folder.path()).size(), 3u);
  EXPECT_EQ(look_at(folder.path()).at("A.cpp").bytes, 3u);
  folder.write("A.cpp", "two");
  fs::remove(folder.path() / "sub" / "B.H");
  folder.write("C.hpp", "");
  EXPECT_THAT(differing(before, fingerprints(folder.path())), ElementsAre("A.cpp", "C.hpp", "sub/B.H"));
  EXPECT_TRUE(look_at(folder.path() / "not there").empty());
}

}  // namespace
}  // namespace lab::loop

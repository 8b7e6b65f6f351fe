// Tests what lab class makes of hand-ins, or parts of them, that it cannot read or does not use: they were handed in, so they cost no
// points.
#include "class/archive_samples.h"
#include "tests/kit_grading.h"
#include "tests/phrases.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

class KitClassLeftOut : public KitGrading {
 protected:
  KitClassLeftOut() {
    fs::remove_all(folder.path() / "class");
    std::replace(all_.begin(), all_.end(), std::string("01"), std::string("05"));
  }

  std::string page(const std::string& student) const { return text_of(page_of(student)); }
  std::string overview() const { return text_of(out() / "overview.html"); }
  void grade(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), all_.begin(), all_.end());
    const Answer answer = lab(more);
    EXPECT_EQ(answer.status, 0) << answer.out << answer.err;
  }

  std::vector<std::string> all_ = command();
};

TEST_F(KitClassLeftOut, LeavesTheGradeOfAnUnreadableHandInOpen) {
  folder.write("class/rar_150_9999_lab.rar", "Rar!\x1a\x07 not really");
  folder.write("class/zip_151_9998_lab.zip", "not a zip");
  { const classes::ArchiveWriter empty(folder.path() / "class" / "empty_152_9997_lab.zip"); }
  grade({"--zero"});
  const std::string open = " of 20, 20 open";
  EXPECT_EQ(grades(), (std::map<std::string, std::string>{{"150", open}, {"151", open}, {"152", open}}));
  EXPECT_THAT(text_of(gradebook()), AllOf(HasSubstr("program not found"), Not(HasSubstr("not handed in"))));
  EXPECT_THAT(text_of(out() / "gradebook-canvas.csv"), Not(HasSubstr(",0\r\n")));
  EXPECT_THAT(page("150"), HasSubstr("rar_150_9999_lab.rar"));
  EXPECT_THAT(page("152"), HasSubstr("empty_152_9997_lab.zip"));
  EXPECT_THAT(overview(), AllOf(ContainsRegex("Not read or not used</span>[^\n]*: 3</h3>"), HasSubstr("rar_150_9999_lab.rar"),
                                Not(ContainsRegex("Not handed in</span>[^\n]*: [0-9]+</h3>"))));
}

TEST_F(KitClassLeftOut, LeavesTheGradeOfAnEmptyFolderToZero) {
  fs::create_directories(folder.path() / "class" / "kim");
  fs::create_directories(folder.path() / "class" / "lee");
  grade({"--zero"});
  EXPECT_EQ(grades(), (std::map<std::string, std::string>{{"kim", "0 of 20, 0 open"}, {"lee", "0 of 20, 0 open"}}));
}

#ifndef _WIN32
TEST_F(KitClassLeftOut, LeavesOnlyTheProgramOpenThatItDidNotUse) {
  hand_in("link", kSolutions);
  fs::remove(folder.path() / "class" / "link" / "AdderManager.cpp");
  fs::create_directories(folder.path() / "class" / "alone");
  for (const char* student : {"link", "alone"})
    fs::create_symlink(kSolutions / "AdderManager.cpp", folder.path() / "class" / student / "AdderManager.cpp");
  hand_in("other", kSolutions);
  fs::remove(folder.path() / "class" / "other" / "AdderManager.cpp");
  fs::create_symlink(kSolutions / "AdderManager.cpp", folder.path() / "class" / "other" / "movie.mp4");
  grade({"--zero"});
  EXPECT_EQ(grades()["alone"], " of 20, 20 open");
  const nlohmann::json result = nlohmann::json::parse(text_of(result_of("link")));
  EXPECT_GT(result.at("score"), 0);
  EXPECT_EQ(result.at("score").get<int>() + result.at("unjudged_points").get<int>(), 20) << "nothing failed";
  EXPECT_THAT(page("link"), HasSubstr("The grader could not read or use everything that was handed in: AdderManager.cpp."));
  EXPECT_EQ(nlohmann::json::parse(text_of(result_of("other"))).at("unjudged_points"), 0) << "a film is no program";
  EXPECT_THAT(overview(), ContainsRegex("Not read or not used</span>[^\n]*: 3</h3>"));
}
#endif

}  // namespace
}  // namespace lab::tests

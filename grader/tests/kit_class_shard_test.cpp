// Tests a class graded by several workers, and gradings that are interrupted repeatedly.
#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

#include "tests/kit_grading.h"
#include "tests/phrases.h"
#ifndef _WIN32
#include "tests/disk.h"
#include "tests/kit_running.h"
#endif

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class KitSharding : public KitGrading {
 protected:
  KitSharding() { hand_in("han", programs_of("01") / "wrong" / "no_goodbye"); }

  fs::path shard(int number) const { return folder.path() / ("shard" + std::to_string(number)); }
  Answer grade_shard(const std::string& which, int number, std::map<std::string, std::string> environment = {}) const {
    std::vector<std::string> one = command();
    one.back() = utf8(shard(number));
    one.insert(one.end(), {"--shard", which});
    return lab(one, std::move(environment));
  }
  Answer merge(const std::vector<fs::path>& shards) const {
    std::vector<std::string> all{"merge", utf8(out())};
    for (const fs::path& one : shards) all.push_back(utf8(one));
    return lab(all);
  }
  // The verdicts of all students without times, which differ from run to run.
  std::map<std::string, std::map<std::string, std::string>> verdicts() const {
    std::map<std::string, std::map<std::string, std::string>> all;
    for (const char* student : {"an", "choi", "han", "kang", "yoon"}) all[student] = Verdicts(result_of(student)).in_short();
    return all;
  }
};

TEST_F(KitSharding, GivesTheGradesOfOneMachine) {
  ASSERT_EQ(lab(command()).status, 0);
  const std::string expected = text_of(gradebook()), about = text_of(out() / "class.json");
  const auto of_one_machine = verdicts();
  fs::remove_all(out());

  EXPECT_THAT(unwrapped(grade_shard("1/2", 1).out), HasSubstr(graded(3, 0)));
  ASSERT_EQ(lab({"export", utf8(shard(1)), "--detail", "own"}).status, 0);
  const Answer half = merge({shard(1)});
  EXPECT_THAT(unwrapped(half.out), Says("class_detail", {{"detail", "own"}})) << "what was chosen for a part holds for the class";
  EXPECT_EQ(half.status, 75) << half.err;
  EXPECT_THAT(half.out, Says("merge_missing_shard", {{"number", 2}, {"of", 2}, {"count", 2}, {"names", "choi, kang"}}));

  EXPECT_THAT(unwrapped(grade_shard("auto", 2, {{"GTEST_SHARD_INDEX", "1"}, {"GTEST_TOTAL_SHARDS", "2"}}).out), HasSubstr(graded(2, 0)));
  const Answer whole = merge({shard(2), shard(1)});
  EXPECT_EQ(whole.status, 0) << whole.out << whole.err;
  EXPECT_EQ(text_of(gradebook()), expected);
  EXPECT_EQ(text_of(out() / "class.json"), about);
  EXPECT_EQ(verdicts(), of_one_machine);
  EXPECT_THAT(unwrapped(lab(command()).out), HasSubstr(graded(0, 5))) << "one machine goes on with what several have done";
}

TEST_F(KitSharding, MergesOnlyWhatBelongsTogether) {
  ASSERT_EQ(grade_shard("1/2", 1).status, 0);
  ASSERT_EQ(grade_shard("2/2", 2).status, 0);
  const auto refused = [&](const char* id, const fs::path& one, const fs::path& other) {
    const Answer answer = merge({one, other});
    EXPECT_EQ(answer.status, 2) << id;
    EXPECT_THAT(answer.err, Says(id, {{"one", utf8(one)}, {"other", utf8(other)}}));
    EXPECT_FALSE(fs::exists(gradebook())) << id;
  };
  refused("merge_same_shard", shard(1), shard(1));
  const fs::path changed = folder.path() / "changed", file = changed / "class.json";
  fs::copy(shard(2), changed, fs::copy_options::recursive);
  const nlohmann::ordered_json about = nlohmann::ordered_json::parse(text_of(file));
  const auto with = [&](const char* key, const nlohmann::ordered_json& value) {
    nlohmann::ordered_json other = about;
    other[key] = value;
    std::ofstream(file) << other.dump();
  };
  with("labs", {"05"});
  refused("merge_other_labs", shard(1), changed);
  with("grader", "another");
  refused("merge_other_grader", shard(1), changed);
  with("students", {"an", "choi"});
  refused("merge_other_class", shard(1), changed);
  with("shard", {{"number", 2}, {"of", 3}});
  refused("merge_other_count", shard(1), changed);
  with("grader", about.at("grader"));
  const fs::path result = changed / "units" / classes::folder_name("choi") / classes::kResultFile;
  nlohmann::ordered_json verdict = nlohmann::ordered_json::parse(text_of(result));
  verdict["rubric"] = "another";
  std::ofstream(result) << verdict.dump();
  refused("merge_other_rubric", shard(1), changed);
  EXPECT_EQ(merge({shard(1), folder.path() / "class"}).status, 2);
  EXPECT_EQ(grade_shard("2/2", 1).status, 2) << "the folder has another part";
  EXPECT_EQ(grade_shard("3/2", 3).status, 2);
  EXPECT_EQ(grade_shard("auto", 3).status, 2);
}

#ifndef _WIN32
// Runs the script for Slurm, with a scheduler that records its requests and a grader with a given exit status.
TEST(SlurmScript, GradesItsPartAndQueuesWhatIsLeft) {
  const Folder folder;
  for (const char* program : {"lab", "scontrol", "sleep"}) {
    const fs::path file = folder.write(program, "#!/bin/sh\necho \"${0##*/} $*\" >> asked\n[ \"${0##*/}\" != lab ] || exit \"$STATUS\"\n");
    fs::permissions(file, fs::perms::owner_all);
  }
  const auto run = [&](const char* status, const char* restarts) {
    fs::remove(folder.path() / "asked");
    const std::string line = "cd '" + utf8(folder.path()) + "' && PATH=.:$PATH STATUS=" + status + " SLURM_RESTART_COUNT=" + restarts +
                             " SLURM_ARRAY_JOB_ID=77 SLURM_ARRAY_TASK_ID=3 bash '" + utf8(kRoot / "kits" / "slurm" / "grade.sh") +
                             "' 'my class' --lab 05";
    EXPECT_EQ(WEXITSTATUS(std::system(line.c_str())), std::stoi(status));
    return text_of(folder.path() / "asked");
  };
  const std::string graded = "lab class my class --lab 05 --jobs 1 --out part3 --shard auto\n";
  EXPECT_EQ(run("0", "0"), graded);
  EXPECT_EQ(run("2", "0"), graded) << "the same command would fail again";
  EXPECT_EQ(run("75", "4"), graded + "scontrol requeue 77_3\nsleep 60\n");
  EXPECT_EQ(run("137", "5"), graded) << "five times are enough";
}

// Kills all grading processes at a random moment, as if the machine were switched off.
TEST_F(KitSharding, KeepsEveryGradeWhenItIsKilledAgainAndAgain) {
  const auto began = std::chrono::steady_clock::now();
  const Answer undisturbed = lab(command());
  const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
  ASSERT_EQ(undisturbed.status, 0) << undisturbed.err;
  const std::string expected = text_of(gradebook());
  const auto of_undisturbed = verdicts();
  fs::remove_all(out());
  constexpr unsigned kSeed = 20261129;
  std::mt19937 random(kSeed);
  std::map<std::string, fs::file_time_type> finished;
  for (int kill = 0; kill < 4; ++kill) {
    Running grading(command(), {{"LAB_ROOT", utf8(kRoot)}}, false);
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % static_cast<unsigned>(whole.count())));
    grading.send(kill == 3 ? SIGTERM : SIGKILL);
    grading.end();
    for (const char* student : {"an", "choi", "han", "kang", "yoon"}) {
      if (!fs::exists(result_of(student))) continue;
      const auto written = fs::last_write_time(result_of(student));
      EXPECT_EQ(finished.emplace(student, written).first->second, written) << student << " was graded twice";
    }
  }
  const Answer last = lab(command());
  EXPECT_EQ(last.status, 0) << last.out << last.err;
  const int kept = static_cast<int>(finished.size());
  EXPECT_THAT(unwrapped(last.out), HasSubstr(graded(5 - kept, kept)));
  EXPECT_EQ(text_of(gradebook()), expected) << "seed " << kSeed;
  EXPECT_EQ(verdicts(), of_undisturbed) << "seed " << kSeed;
}

// Partially written results do not count, and existing ones are kept.
TEST_F(KitSharding, KeepsEveryGradeWhenTheDiskIsFull) {
  const Disk disk(out());
  if (!disk.is_there()) GTEST_SKIP() << "this user cannot mount a disk";
  ASSERT_EQ(lab(command()).status, 0);
  const std::string expected = text_of(gradebook());
  const auto of_undisturbed = verdicts();
  for (const std::uintmax_t left : {0, 24'000, 400'000}) {  // nothing fits; a verdict without its evidence; the units but no table
    fs::remove_all(result_of("choi").parent_path());
    fs::remove_all(result_of("an").parent_path());
    disk.fill(left);
    const Answer full = lab(command());
    EXPECT_TRUE(full.status == 75 || full.status == 0) << full.out << full.err;
    if (left < 100'000) EXPECT_EQ(full.status, 75) << left << full.out << full.err;
    if (left < 100'000) EXPECT_FALSE(fs::exists(result_of("choi"))) << left;
    std::istringstream lines(text_of(gradebook()));
    int students = -1;  // the first line is a heading
    for (std::string line; std::getline(lines, line); ++students) EXPECT_THAT(expected, HasSubstr(line + "\n")) << "half a line";
    EXPECT_GE(students, 3) << "those that were graded before";
    disk.empty();
    const int done = static_cast<int>(units());
    const Answer next = lab(command());
    EXPECT_EQ(next.status, 0) << next.out << next.err;
    EXPECT_THAT(unwrapped(next.out), HasSubstr(graded(5 - done, done)));
    EXPECT_EQ(text_of(gradebook()), expected) << left;
    EXPECT_EQ(verdicts(), of_undisturbed) << left;
  }
}
#endif

}  // namespace
}  // namespace lab::tests

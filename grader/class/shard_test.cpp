// Tests how a worker determines its part of a class.
#include "class/shard.h"

#include <gmock/gmock.h>

#include <map>

#include "text/problem.h"

namespace lab::classes {
namespace {

using Variables = std::map<std::string, std::string>;

Shard read(const std::string& text, const Variables& variables = {}) {
  return shard_of(text, [&](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  });
}

std::string refused(const std::string& text, const Variables& variables = {}) {
  try {
    read(text, variables);
  } catch (const text::Problem& problem) {
    return problem.in(text::Language::kEnglish);
  }
  return "";
}

Variables slurm(const char* id, const char* first, const char* last, const char* count) {
  return {{"SLURM_ARRAY_TASK_ID", id}, {"SLURM_ARRAY_TASK_MIN", first}, {"SLURM_ARRAY_TASK_MAX", last}, {"SLURM_ARRAY_TASK_COUNT", count}};
}

TEST(Shard, CountsFromOne) {
  EXPECT_EQ(read("1/3"), (Shard{1, 3}));
  EXPECT_EQ(read("3/3"), (Shard{3, 3}));
  for (const char* wrong : {"0/3", "4/3", "1/0", "3", "a/b", "1/3x", "-1/3", "", "1/2/3", "1/99999999999", "auto/x"})
    EXPECT_NE(refused(wrong), "") << wrong;
}

TEST(Shard, HasEachPlaceOnce) {
  for (std::size_t place = 0; place < 20; ++place) {
    int found = 0;
    for (int number = 1; number <= 3; ++number) found += Shard{number, 3}.has(place) ? 1 : 0;
    EXPECT_EQ(found, 1) << place;
  }
  EXPECT_TRUE((Shard{1, 3}.has(0)));
}

TEST(Shard, ReadsWhatEachSystemSets) {
  EXPECT_EQ(read("auto", {{"GTEST_SHARD_INDEX", "0"}, {"GTEST_TOTAL_SHARDS", "4"}}), (Shard{1, 4}));
  EXPECT_EQ(read("auto", {{"JOB_COMPLETION_INDEX", "3"}, {"JOB_COMPLETIONS", "4"}}), (Shard{4, 4}));
  EXPECT_EQ(read("auto/4", {{"JOB_COMPLETION_INDEX", "3"}}), (Shard{4, 4}));
  EXPECT_EQ(read("auto", {{"CI_NODE_INDEX", "1"}, {"CI_NODE_TOTAL", "4"}}), (Shard{1, 4}));
  EXPECT_EQ(read("auto", slurm("1", "1", "4", "4")), (Shard{1, 4}));
  EXPECT_EQ(read("auto", slurm("0", "0", "3", "4")), (Shard{1, 4}));
  EXPECT_EQ(read("auto", slurm("30", "10", "30", "3")), (Shard{3, 3})) << "--array=10-30:10";
}

// A wrong guess would leave submissions ungraded, or grade them twice.
TEST(Shard, RefusesAnEnvironmentThatDoesNotSay) {
  EXPECT_THAT(refused("auto"), testing::HasSubstr("GTEST_SHARD_INDEX"));
  EXPECT_THAT(refused("auto", {{"JOB_COMPLETION_INDEX", "3"}}), testing::HasSubstr("JOB_COMPLETIONS"));
  EXPECT_NE(refused("auto", {{"CI_NODE_INDEX", "0"}, {"CI_NODE_TOTAL", "4"}}), "");
  EXPECT_NE(refused("auto", {{"GTEST_SHARD_INDEX", "4"}, {"GTEST_TOTAL_SHARDS", "4"}}), "");
  EXPECT_NE(refused("auto", slurm("3", "1", "7", "3")), "") << "--array=1,3,7 has no even steps, which 1, 4, 7 would have";
  EXPECT_NE(refused("auto/5", slurm("3", "1", "4", "4")), "");
}

}  // namespace
}  // namespace lab::classes

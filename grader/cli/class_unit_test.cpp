// Tests what an instructor reads about a process that graded a submission and failed.
#include "cli/class_unit.h"

#include <gtest/gtest.h>

namespace lab::cli {
namespace {

compile::Finished failed(const std::string& err) {
  compile::Finished finished;
  finished.exit_status = 2;
  finished.err = err;
  return finished;
}

TEST(WhyEnded, LeavesProgressOutOfTheProblem) {
  EXPECT_EQ(why_ended(failed("running your programs: 11 of 34, about 3 s left\nlab: r/units/a cannot be written. Check\nthe path.\n")),
            "r/units/a cannot be written. Check the path.");
  EXPECT_EQ(why_ended(failed("lab: no.\n")), "no.");
}

TEST(WhyEnded, IsTheEndOfOtherOutput) {
  EXPECT_EQ(why_ended(failed("terminate called\n")), "terminate called");
  EXPECT_EQ(why_ended(failed("")), "exit status 2.");
}

}  // namespace
}  // namespace lab::cli

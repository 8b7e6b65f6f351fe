// Tests reading recordings from several folders.
#include "cli/run_files.h"

#include <gmock/gmock.h>

#include "tests/folder.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

using testing::HasSubstr;

trace::Run not_built() {
  trace::Run run;
  run.lab = "05";
  run.program = "AdderManager";
  run.scenario = "build";
  run.outcome = trace::Run::Outcome::kNotBuilt;
  run.reason = "missing";
  return run;
}

TEST(RunFiles, OfTwoChecksAreNamed) {
  const tests::Folder folder;
  for (const char* check : {"a", "b"}) keep_runs({not_built()}, folder.path() / check);
  EXPECT_EQ(read_runs({folder.path() / "a"}, true, text::Language::kEnglish).size(), 1u);
  EXPECT_EQ(read_runs({folder.path() / "a", folder.path() / "b"}, false, text::Language::kEnglish).size(), 2u);
  try {
    read_runs({folder.path() / "a", folder.path() / "b"}, true, text::Language::kEnglish);
    FAIL() << "they are from two checks";
  } catch (const text::Problem& problem) {
    EXPECT_EQ(problem.id(), "mixed_recordings");
    for (const char* check : {"a", "b"})
      EXPECT_THAT(problem.what(), HasSubstr(text::utf8(folder.path() / check / "05" / "AdderManager.build.jsonl")));
  }
}

}  // namespace
}  // namespace lab::cli

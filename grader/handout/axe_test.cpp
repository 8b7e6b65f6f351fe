// Checks the handouts' pages with axe-core (tests/axe.h).
#include <gmock/gmock.h>

#ifndef _WIN32

#include "handout/site_samples.h"
#include "tests/axe.h"

namespace lab::handout {
namespace {

using HandoutsByAxe = tests::AxeTest;

TEST_F(HandoutsByAxe, FindsNothing) {
  for (const SiteFile& file : site(kit_source())) folder.write(file.name, file.html);
  for (const char* name : {"index.html", "index.ko.html", "05.en.html", "05.ko.html", "commands.en.html", "sample-TwoHandles.html",
                           "run-05-wrong-no_wait-AdderManager-worker_1_first.ko.html"}) {
    open(folder.path() / name);
    EXPECT_THAT(violations(name), ::testing::IsEmpty());
  }
}

}  // namespace
}  // namespace lab::handout

#endif

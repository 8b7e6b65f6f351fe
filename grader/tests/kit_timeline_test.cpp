// Tests the timelines of real runs in a browser: known-wrong programs are run and judged, and no text on their pages may collide with
// anything. LAB_RUNS selects a folder written by `lab selftest --runs` instead.
#include <cstdlib>
#include <set>

#include "tests/kit_command.h"

#ifndef _WIN32

#include "tests/collisions.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;

// Runs a sample of each lab's known-wrong programs, which is always the same.
void play_some(const fs::path& runs) {
  constexpr std::size_t kEvery = 25;
  for (const std::string lab_number : {"01", "02", "03", "04", "05", "06", "07"}) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(programs_of(lab_number) / "wrong")) names.push_back(utf8(entry.path().filename()));
    std::sort(names.begin(), names.end());
    std::string only;
    for (std::size_t i = 0; i < names.size(); i += kEvery) only += (only.empty() ? "wrong/" : ",wrong/") + names[i];
    const Answer answer = lab({"selftest", lab_number, "--only", only, "--runs", utf8(runs / lab_number)});
    ASSERT_EQ(answer.status, 0) << answer.out << answer.err;
  }
}

// The folders that contain recordings of one program.
std::vector<fs::path> folders_with_recordings(const fs::path& below) {
  std::set<fs::path> folders;
  for (const auto& entry : fs::recursive_directory_iterator(below))
    if (entry.path().extension() == ".jsonl") folders.insert(entry.path().parent_path());
  return {folders.begin(), folders.end()};
}

TEST(KitTimeline, NothingCollidesWithWords) {
  const Folder folder;
  const char* const given = std::getenv("LAB_RUNS");
  const fs::path runs = given ? fs::path(given) : folder.path() / "runs";
  if (!given) play_some(runs);
  const std::vector<fs::path> all = folders_with_recordings(runs);
  ASSERT_GE(all.size(), 7u);
  Browser browser;
  browser.resize(1280, 800);
  std::size_t timelines = 0;
  int words = 0;
  std::vector<std::string> found;
  for (const fs::path& one : all) {
    const fs::path page = folder.path() / "page.html";
    const Answer answer = lab({"judge", utf8(one), "--html", utf8(page)});
    ASSERT_LE(answer.status, 3) << answer.err;
    browser.open_page(page);
    const Collisions on_page = collisions(browser);
    words += on_page.words;
    timelines += browser.evaluate("document.querySelectorAll('.chart').length").get<std::size_t>();
    for (const std::string& collision : on_page.found) found.push_back(utf8(fs::relative(one, runs)) + ": " + collision);
  }
  EXPECT_THAT(found, testing::IsEmpty());
  EXPECT_GE(timelines, all.size() / 2);
  EXPECT_GT(words, 1000);
  RecordProperty("timelines", static_cast<int>(timelines));
  RecordProperty("words", words);
}

}  // namespace
}  // namespace lab::tests

#endif

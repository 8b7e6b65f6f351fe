// Tests a student's progress through the labs: if the first TODOs are done and the rest is as in the stub, no check gives its points too
// early, and every failure points to a TODO that is not done.
#include <algorithm>
#include <regex>
#include <set>
#include <sstream>
#include <utility>

#include "rubric/rubric.h"
#include "tests/kit_command.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;

// The solution up to TODO `done`, and the stub from there on, with all TODO comments; the markers are those of cut.h.
std::string with_todos(const std::string& solution, int done) {
  static const std::regex todo("\\s*//\\[todo (\\d+)\\] (.*)"), stub("\\s*//\\[stub\\] ?(.*)"), end("\\s*//\\[end\\]\\s*");
  enum { kOutside, kDone, kToDo } where = kOutside;
  std::istringstream in(solution);
  std::string out;
  int number = 0;
  std::smatch found;
  for (std::string line; std::getline(in, line);) {
    if (std::regex_match(line, found, todo)) {
      const bool begins = std::exchange(number, std::stoi(found[1])) != number;
      out += "// " + (begins ? "TODO " + found[1].str() + ": " : "") + found[2].str() + "\n";
      where = number <= done ? kDone : kToDo;
    } else if (std::regex_match(line, found, stub)) {
      if (where == kToDo) out += found[1].str() + "\n";
    } else if (std::regex_match(line, end)) {
      where = kOutside;
    } else if (where != kToDo) {
      out += line + "\n";
    }
  }
  return out;
}

std::vector<std::string> all_labs() {
  std::vector<std::string> names;
  for (const rubric::Lab& each : rubric::read_labs(kRoot / "labs")) names.push_back(each.name);
  return names;
}

// The number of the TODO that the failure points to; 0: none.
int todo_shown(const nlohmann::json& because) {
  std::smatch found;
  const std::string code = because.value("belongs_here", false) ? because.at("code").get<std::string>() : "";
  return std::regex_search(code, found, std::regex("TODO (\\d+)")) ? std::stoi(found[1]) : 0;
}

class KitSteps : public testing::TestWithParam<std::string> {};

TEST_P(KitSteps, NoCheckGivesItsPointsTooEarlyAndFailuresPointToWhatIsNotDone) {
  // These checks may pass one TODO early. Lab 04: the code of the previous TODO is already a wait that does not spin. Lab 06: no check
  // detects that its last TODO is missing, as its handout says: exiting the process ends the second thread, and handles that a thread is
  // using are excused.
  const std::set<std::string> early = {"StateWatcher.WaitsWithoutSpinning", "MailChat.StopsOnExit", "MailChat.ClosesItsHandles"};
  const std::vector<rubric::Lab> labs = rubric::read_labs(kRoot / "labs");
  const rubric::Lab& tried = rubric::find_lab(labs, GetParam());
  int last = 0;
  for (const rubric::Check& check : tried.checks) last = std::max(last, check.step);
  for (int done = 0; done <= last; ++done) {
    const HandIn hand_in;
    for (const auto& file : fs::directory_iterator(kRoot / "solutions" / tried.name))
      if (file.path().extension() == ".cpp") hand_in.add(utf8(file.path().filename()), with_todos(text_of(file.path()), done));
    const Folder folder;
    const Answer answer = lab({"check", tried.number, "--from", hand_in.path(), "--json", utf8(folder.path() / "v.json")});
    const Verdicts verdicts(folder.path() / "v.json");
    EXPECT_EQ(verdicts.checks.size(), tried.checks.size()) << answer.out << answer.err;
    if (done == 0) {
      EXPECT_EQ(verdicts.score(), 0) << answer.out;
    }
    for (const rubric::Check& check : tried.checks) {
      EXPECT_NE(verdicts.outcome(check.id), "not_built") << answer.out << "TODO " << done;
      const bool too_early = verdicts.outcome(check.id) == "passed" && check.step > done + (early.count(check.id) ? 1 : 0);
      EXPECT_FALSE(too_early) << check.id << " after TODO " << done;
      if (verdicts.outcome(check.id) == "failed" || verdicts.outcome(check.id) == "timed_out") {
        EXPECT_GT(todo_shown(verdicts.checks.at(check.id).at("because")), done) << check.id << "\n" << answer.out;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Labs, KitSteps, testing::ValuesIn(all_labs()), [](const auto& lab) { return "Lab" + lab.param.substr(0, 2); });

}  // namespace
}  // namespace lab::tests

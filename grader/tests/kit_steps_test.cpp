// A student's way through the labs: with the first TODOs done and the others as in the stub, no check gives its points too early.
#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "tests/kit_command.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;

// The solution as far as TODO `done`, and from there on the stub; the markers are those of cut.h.
std::string with_todos(const std::string& solution, int done) {
  static const std::regex todo("\\s*//\\[todo (\\d+)\\].*"), stub("\\s*//\\[stub\\] ?(.*)"), end("\\s*//\\[end\\]\\s*");
  enum { kOutside, kDone, kToDo } where = kOutside;
  std::istringstream in(solution);
  std::string out;
  std::smatch found;
  for (std::string line; std::getline(in, line);) {
    if (std::regex_match(line, found, todo)) {
      where = std::stoi(found[1]) <= done ? kDone : kToDo;
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

// Check -> the number of its TODO, as the rubric has it.
std::map<std::string, int> steps_of(const fs::path& rubric) {
  static const std::regex id("id = \"(.*)\""), step("step = (\\d+)");
  std::map<std::string, int> steps;
  std::istringstream in(text_of(rubric));
  std::smatch found;
  std::string check;
  for (std::string line; std::getline(in, line);) {
    if (std::regex_match(line, found, id)) check = found[1];
    if (std::regex_match(line, found, step)) steps[check] = std::stoi(found[1]);
  }
  return steps;
}

class KitSteps : public testing::TestWithParam<std::string> {};

TEST_P(KitSteps, NoCheckGivesItsPointsTooEarly) {
  // What the TODO before has done is a wait that does not spin already.
  const std::set<std::string> early = {"StateWatcher.WaitsWithoutSpinning"};
  const std::string number = GetParam().substr(0, 2);
  const std::map<std::string, int> steps = steps_of(kRoot / "labs" / GetParam() / "lab.toml");
  ASSERT_FALSE(steps.empty());
  int last = 0;
  for (const auto& [check, step] : steps) last = std::max(last, step);
  for (int done = 0; done <= last; ++done) {
    const HandIn hand_in;
    for (const auto& file : fs::directory_iterator(kRoot / "solutions" / GetParam()))
      if (file.path().extension() == ".cpp") hand_in.add(utf8(file.path().filename()), with_todos(text_of(file.path()), done));
    const Folder folder;
    const Answer answer = lab({"check", number, "--from", hand_in.path(), "--json", utf8(folder.path() / "v.json")});
    const Verdicts verdicts(folder.path() / "v.json");
    EXPECT_EQ(verdicts.checks.size(), steps.size()) << answer.out << answer.err;
    if (done == 0) {
      EXPECT_EQ(verdicts.score(), 0) << answer.out;
    }
    for (const auto& [check, step] : steps) {
      EXPECT_NE(verdicts.outcome(check), "not_built") << answer.out << "TODO " << done;
      const bool too_early = verdicts.outcome(check) == "passed" && step > done + (early.count(check) ? 1 : 0);
      EXPECT_FALSE(too_early) << check << " after TODO " << done;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Labs, KitSteps,
                         testing::Values("01_mailslot_receiver", "02_mailslot_sender", "03_broadcast", "04_signaled_states",
                                         "05_adder_manager"),
                         [](const auto& lab) { return "Lab" + lab.param.substr(0, 2); });

}  // namespace
}  // namespace lab::tests

// Tests that a machine that pauses, is overloaded or changes its clock does not change a verdict. With LAB_CHECKS=N, each program is judged
// N times under each condition; otherwise, once. POSIX only.
#ifndef _WIN32
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/kit_command.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Short = std::map<std::string, std::string>;

// A program whose verdict depends on the order of events, or on time.
struct Subject {
  const char* lab;
  const char* program;
  const char* known;  // the folder of a known program that replaces the solution's program
};
constexpr Subject kSubjects[] = {
    {"05", "AdderManager", ""},
    {"05", "AdderManager", "wrong/no_wait"},
    {"05", "AdderManager", "wrong/waits_100_ms"},
    {"06", "MailChat", "right/simply_ends"},
};

// The hand-in for a subject: the lab's solution with the known program in it.
class Judged {
 public:
  explicit Judged(const Subject& subject) : lab_(subject.lab) {
    for (const auto& file : fs::directory_iterator(kRoot / "solutions" / programs_of(lab_).parent_path().filename()))
      hand_in_.add(file.path());
    if (*subject.known) hand_in_.add(programs_of(lab_) / subject.known / (std::string(subject.program) + ".cpp"));
  }

  // Runs one check. `wrapper`: the command that starts the grader.
  Short verdict(const std::vector<std::string>& wrapper = {}, const std::map<std::string, std::string>& environment = {}) const {
    const Folder out;
    const std::string json = utf8(out.path() / "verdicts.json");
    const Answer answer = lab({"check", lab_, "--from", hand_in_.path(), "--json", json}, environment, wrapper);
    EXPECT_NE(answer.status, 2) << answer.err;
    return Verdicts(json).in_short();
  }

 private:
  std::string lab_;
  HandIn hand_in_;
};

// Returns "" if the process has exited.
std::string read_process(const fs::path& process, const char* file) {
  std::ifstream in(process / file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// The processes in this kit's Wine prefixes whose command lines contain `word`.
std::vector<int> wine_processes(const std::string& word) {
  const std::string prefix = "WINEPREFIX=" + utf8(kRoot / "build" / "wine");
  std::vector<int> found;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const int pid = std::atoi(entry.path().filename().c_str());
    if (pid > 0 && pid != getpid() && read_process(entry, "cmdline").find(word) != std::string::npos &&
        read_process(entry, "environ").find(prefix) != std::string::npos)
      found.push_back(pid);
  }
  return found;
}

// Keeps processes stopped during its lifetime.
class Stopped {
 public:
  explicit Stopped(std::vector<int> pids) : pids_(std::move(pids)) {
    for (const int pid : pids_) kill(pid, SIGSTOP);
  }
  Stopped(const Stopped&) = delete;
  Stopped& operator=(const Stopped&) = delete;
  ~Stopped() {
    for (const int pid : pids_) kill(pid, SIGCONT);
  }

 private:
  std::vector<int> pids_;
};

bool is_ready(const std::future<Short>& verdict) { return verdict.wait_for(0s) == std::future_status::ready; }

// Stops the processes named by `word`, after the program under test has started, for longer than a run may stall.
Short with_a_pause(const Judged& judged, const char* program, const std::string& word) {
  std::future<Short> verdict = std::async(std::launch::async, [&] { return judged.verdict(); });
  while (!is_ready(verdict) && wine_processes(std::string(program) + ".exe").empty()) std::this_thread::yield();
  EXPECT_FALSE(is_ready(verdict)) << program << " was never seen";
  const std::vector<int> stopped = wine_processes(word);
  EXPECT_FALSE(stopped.empty());
  {
    const Stopped pause(stopped);
    std::this_thread::sleep_for(11s);
  }
  return verdict.get();
}

// Gives the kit's Windows programs one share of `shares` of the processor time, as a processor quota does.
Short with_a_quota(const Judged& judged, int shares) {
  constexpr auto kShare = 10ms;
  std::future<Short> verdict = std::async(std::launch::async, [&] { return judged.verdict(); });
  while (!is_ready(verdict)) {
    {
      const Stopped pause(wine_processes(""));
      verdict.wait_for(kShare * (shares - 1));
    }
    verdict.wait_for(kShare);
  }
  return verdict.get();
}

// Calls `disturb` repeatedly while `body` runs.
Short beside(const std::function<void()>& disturb, const std::function<Short()>& body) {
  std::atomic<bool> done{false};
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < 2 * std::max(1u, std::thread::hardware_concurrency()); ++i)
    threads.emplace_back([&] {
      while (!done) disturb();
    });
  const Short verdict = body();
  done = true;
  for (std::thread& thread : threads) thread.join();
  return verdict;
}

Short at_nice_19(const Judged& judged, const Subject&) {
  return beside([] {}, [&] { return judged.verdict({"nice", "-n", "19"}); });
}

Short on_one_processor(const Judged& judged, const Subject&) { return judged.verdict({"taskset", "-c", "0"}); }

// Eight gradings at once must agree; if not, the one that differs is returned.
Short among_eight(const Judged& judged, const Subject&) {
  std::vector<std::future<Short>> verdicts;
  for (int i = 0; i < 8; ++i) verdicts.push_back(std::async(std::launch::async, [&] { return judged.verdict(); }));
  const Short first = verdicts.front().get();
  Short other = first;
  for (std::size_t i = 1; i < verdicts.size(); ++i)
    if (const Short one = verdicts[i].get(); one != first) other = one;
  return other;
}

Short on_a_slow_disk(const Judged& judged, const Subject&) {
  const Folder folder;
  return beside(
      [&] {
        const fs::path file = folder.path() / std::to_string(std::hash<std::thread::id>()(std::this_thread::get_id()));
        std::ofstream(file, std::ios::binary) << std::string(1 << 22, 'x');
        sync();
      },
      [&] { return judged.verdict(); });
}

// The time of the system's clock in that environment, in seconds.
std::int64_t seconds_in(const std::map<std::string, std::string>& environment) {
  compile::Command command;
  command.argv = {"date", "+%s"};
  command.environment = environment;
  return std::atoll(compile::run(command).out.c_str());
}

// Makes the system's clock jump back and forth by hours.
Short with_a_jumping_clock(const Judged& judged, const Subject&) {
  const Folder folder;
  const fs::path clock = folder.path() / "clock";
  std::ofstream(clock, std::ios::binary) << std::string(sizeof(std::int64_t), '\0');
  const auto set = [&](std::int64_t seconds) {  // in place, because the processes have mapped the file
    std::fstream(clock, std::ios::in | std::ios::out | std::ios::binary).write(reinterpret_cast<const char*>(&seconds), sizeof seconds);
  };
  const std::map<std::string, std::string> environment = {{"LD_PRELOAD", LAB_JUMPING_CLOCK}, {"LAB_CLOCK", utf8(clock)}};
  constexpr std::int64_t kHour = 3600;
  set(3 * kHour);
  EXPECT_GT(seconds_in(environment) - seconds_in({}), 2 * kHour) << "the clock does not jump";
  std::future<Short> verdict = std::async(std::launch::async, [&] { return judged.verdict({}, environment); });
  for (int i = 0; !is_ready(verdict); ++i) {
    set(i % 2 ? -2 * kHour : 3 * kHour);
    verdict.wait_for(5ms);
  }
  return verdict.get();
}

// Grades with less memory than a grading would use: pages are constantly dropped and read again.
Short short_of_memory(const Judged& judged, const fs::path& group) {
  return judged.verdict({"sh", "-c", "echo $$ >" + utf8(group / "cgroup.procs") + " && exec \"$@\"", "sh"});
}

Short while_the_stage_is_stopped(const Judged& judged, const Subject& subject) {
  return with_a_pause(judged, subject.program, "stage.exe");
}
Short while_everything_is_stopped(const Judged& judged, const Subject& subject) { return with_a_pause(judged, subject.program, ""); }
Short with_a_tenth_of_a_processor(const Judged& judged, const Subject&) { return with_a_quota(judged, 10); }

struct Condition {
  const char* name;
  std::function<Short(const Judged&, const Subject&)> verdict;
};
void PrintTo(const Condition& condition, std::ostream* out) { *out << condition.name; }

class KitMachine : public testing::TestWithParam<Condition> {};

void expect_the_same(const Subject& subject, const std::function<Short(const Judged&)>& disturbed) {
  const char* const checks = std::getenv("LAB_CHECKS");
  const Judged judged(subject);
  const Short expected = judged.verdict();
  for (int i = 0; i < (checks ? std::atoi(checks) : 1); ++i) EXPECT_EQ(disturbed(judged), expected) << subject.lab << ' ' << subject.known;
}

TEST_P(KitMachine, ChangeNoVerdict) {
  for (const Subject& subject : kSubjects)
    expect_the_same(subject, [&](const Judged& judged) { return GetParam().verdict(judged, subject); });
}

const Condition kConditions[] = {
    {"Nice19", at_nice_19},
    {"OneProcessor", on_one_processor},
    {"EightAtOnce", among_eight},
    {"SlowDisk", on_a_slow_disk},
    {"TenthOfAProcessor", with_a_tenth_of_a_processor},
    {"JumpingClock", with_a_jumping_clock},
};
INSTANTIATE_TEST_SUITE_P(Condition, KitMachine, testing::ValuesIn(kConditions),
                         [](const auto& condition) { return std::string(condition.param.name); });

// Each pause is longer than a run may stall, so these tests judge only one program each.
TEST(KitMachinePauses, OfTheStageChangeNoVerdict) {
  expect_the_same(kSubjects[0], [](const Judged& judged) { return while_the_stage_is_stopped(judged, kSubjects[0]); });
}
TEST(KitMachinePauses, OfEverythingChangeNoVerdict) {
  expect_the_same(kSubjects[0], [](const Judged& judged) { return while_everything_is_stopped(judged, kSubjects[0]); });
}

TEST(KitMachineMemory, PressureChangesNoVerdict) {
  const bool unified = fs::exists("/sys/fs/cgroup/cgroup.procs");
  const fs::path group = fs::path(unified ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory") / ("lab-test-" + std::to_string(getpid()));
  std::error_code failed;
  if (!fs::create_directory(group, failed)) GTEST_SKIP() << "needs a memory control group: " << failed.message();
  std::ofstream limit(group / (unified ? "memory.max" : "memory.limit_in_bytes"));
  limit << (150 << 20) << std::flush;
  if (limit.good())
    for (const Subject& subject : kSubjects) expect_the_same(subject, [&](const Judged& judged) { return short_of_memory(judged, group); });
  std::ofstream(fs::path(group.parent_path()) / "cgroup.procs") << read_process(group, "cgroup.procs");
  fs::remove(group, failed);
  if (!limit.good()) GTEST_SKIP() << "needs a memory control group";
}

}  // namespace
}  // namespace lab::tests
#endif

// stage.exe: reads groups of scenarios from standard input, one group per line, plays them, and writes the recordings to standard output.
//
//   stage [--jobs N] [--bare] [--system-slots] < groups.jsonl > runs.jsonl
//   stage --lan [--duplicate] > happenings.jsonl
//   stage --join COMPUTER FOLDER PROGRAM.exe [ARGUMENTS]
//
// Up to N runs take place at a time. Runs that depend on what earlier runs in their group have shown come last, after those have ended.
// Each recording is written as soon as it is complete, followed by a line {"t":"played"}; if a scenario depends on something that did not
// happen, only that line is written. While runs are in progress, a line {"t":"pulse"} is written about once a second. --bare launches the
// programs under test without directing or recording anything. --system-slots sends messages through the system's mailslots even if these
// do not behave as documented, to test on Wine what is done on Windows. Exit status: 0 every run is complete, 2 the input could not be
// read, 3 the output could not be written. For --lan and --join, see stage/lan.h.
#include <windows.h>

#include <fcntl.h>
#include <io.h>

#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "stage/bare.h"
#include "stage/closed.h"
#include "stage/director.h"
#include "stage/lan.h"
#include "stage/mailslots.h"
#include "stage/recording.h"
#include "win32/error.h"

namespace {

using namespace lab;
using scenario::Assignment;
using Outcome = trace::Run::Outcome;

std::string probe_beside_this_program() {
  wchar_t path[1024];
  const DWORD length = GetModuleFileNameW(nullptr, path, 1024);
  std::wstring whole(path, length);
  whole.erase(whole.rfind(L'\\') + 1);
  return win32::narrow(whole) + "probe.dll";
}

constexpr int kOutputGone = 3;

class Output {
 public:
  void write(const std::string& text) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return;
    std::fprintf(stderr, "the output is gone\n");
    std::_Exit(kOutputGone);
  }

  // Shows the reader that runs are in progress, at most once a second.
  void pulse() {
    constexpr std::uint64_t kBetweenMs = 1000;
    const std::uint64_t now = GetTickCount64();
    std::uint64_t last = pulsed_ms_;
    if (now - last >= kBetweenMs && pulsed_ms_.compare_exchange_strong(last, now)) write("{\"t\":\"pulse\"}\n");
  }

 private:
  std::mutex mutex_;
  std::atomic<std::uint64_t> pulsed_ms_{GetTickCount64()};
};

// What every run needs.
struct Tools {
  std::string probe_dll;
  bool corrected_slots;
  std::string platform;
  Output& output;
};

// What the runs in a group have shown so far.
struct Seen {
  std::atomic<bool> finite_wait{false}, finite_read{false};
};

// The recording of one run, or why there is none.
trace::Run play_once(const Assignment& run, const Tools& tools, Seen& seen) {
  try {
    stage::Director director(run, tools.probe_dll, tools.corrected_slots);
    const stage::Ended ended = director.play([&] { tools.output.pulse(); });
    if (director.wire().finite_wait != 0) seen.finite_wait = true;
    if (director.wire().finite_read != 0) seen.finite_read = true;
    return stage::recording(run, director.wire(), ended);
  } catch (const win32::Error& error) {
    const bool not_a_program = error.code() == ERROR_BAD_EXE_FORMAT || error.code() == ERROR_EXE_MACHINE_TYPE_MISMATCH;
    return not_a_program ? stage::no_recording(run, Outcome::kNotGradable, "not_a_program", error.what())
                         : stage::no_recording(run, Outcome::kGraderError, "cannot_play", error.what());
  } catch (const std::exception& error) {
    return stage::no_recording(run, Outcome::kGraderError, "cannot_play", error.what());
  }
}

// A failure that the system causes once in thousands of starts, or while the machine is overloaded, does not happen twice.
std::string play(const Assignment& run, const Tools& tools, Seen& seen) {
  trace::Run played = play_once(run, tools, seen);
  if (stage::may_differ_next_time(played)) played = play_once(run, tools, seen);
  played.platform = tools.platform;
  std::ostringstream text;
  trace::write(text, played);
  return text.str();
}

bool looks_back(const Assignment& run) { return run.scenario.only_after_finite_wait || run.scenario.only_after_finite_read; }

// The runs to carry out, handed out in an order in which no player waits for a run that has not been started.
class Plan {
 public:
  explicit Plan(const std::vector<stage::Group>& groups) : seen_(groups.size()), done_(groups.size()) {
    std::vector<std::size_t> planned(groups.size());
    for (const bool dependent : {false, true})
      for (std::size_t group = 0; group < groups.size(); ++group)
        for (const Assignment& run : groups[group])
          if (looks_back(run) == dependent) runs_.push_back({&run, group, planned[group]++});
  }

  struct Next {
    const Assignment* run;
    std::size_t group;
    std::size_t behind;  // how many runs in its group come before it; a dependent run waits until they are complete
  };
  // Returns the next run after waiting until it may begin; nullptr if all have been handed out.
  const Next* take() {
    const std::size_t at = next_++;
    if (at >= runs_.size()) return nullptr;
    const Next& run = runs_[at];
    std::unique_lock<std::mutex> lock(mutex_);
    if (looks_back(*run.run)) played_.wait(lock, [&] { return done_[run.group] >= run.behind; });
    return &run;
  }
  void played(const Next& run) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      ++done_[run.group];
    }
    played_.notify_all();
  }
  Seen& seen(const Next& run) { return seen_[run.group]; }

 private:
  std::vector<Seen> seen_;
  std::vector<std::size_t> done_;
  std::vector<Next> runs_;
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;
  std::condition_variable played_;
};

void play_runs(Plan& plan, bool bare, const Tools& tools) {
  while (const Plan::Next* next = plan.take()) {
    const scenario::Scenario& scenario = next->run->scenario;
    Seen& seen = plan.seen(*next);
    const bool wanted = (!scenario.only_after_finite_wait || seen.finite_wait) && (!scenario.only_after_finite_read || seen.finite_read);
    std::string recording;
    if (wanted && bare)
      stage::launch_bare(*next->run);
    else if (wanted)
      recording = play(*next->run, tools, seen);
    tools.output.write(recording + "{\"t\":\"played\"}\n");
    plan.played(*next);
  }
}

int on_lan(const std::vector<std::wstring>& words) {
  _setmode(_fileno(stdout), _O_BINARY);
  try {
    if (words[0] == L"--lan") return stage::open_lan(words.size() > 1 && words[1] == L"--duplicate");
    stage::Start start;
    start.computer = win32::narrow(words[1]);
    start.folder = win32::narrow(words[2]);
    start.exe = win32::narrow(words[3]);
    if (words.size() > 4) start.arguments = win32::narrow(words[4]);
    start.probe_dll = probe_beside_this_program();
    return stage::join_lan(start);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "stage: %s\n", error.what());
    return 2;
  }
}

}  // namespace

int wmain(int argc, wchar_t** argv) {
  const std::wstring first = argc > 1 ? argv[1] : L"";
  if (first == L"--lan" || (first == L"--join" && argc >= 5)) return on_lan(std::vector<std::wstring>(argv + 1, argv + argc));
  unsigned jobs = 1;
  bool bare = false;
  bool system_slots = false;
  bool understood = true;
  for (int i = 1; i < argc; ++i) {
    const std::wstring word = argv[i];
    if (word == L"--bare")
      bare = true;
    else if (word == L"--system-slots")
      system_slots = true;
    else if (word == L"--jobs" && i + 1 < argc)
      jobs = static_cast<unsigned>(_wtoi(argv[++i]));
    else
      understood = false;
  }
  if (!understood || jobs < 1 || jobs > 64) {
    std::fprintf(stderr,
                 "usage: stage [--jobs N] [--bare] [--system-slots] < groups.jsonl > runs.jsonl, with N from 1 to 64\n"
                 "       stage --lan [--duplicate] > happenings.jsonl\n"
                 "       stage --join COMPUTER FOLDER PROGRAM.exe [ARGUMENTS]\n");
    return 2;
  }
  stage::close_process();
  stage::close_thread();
  _setmode(_fileno(stdout), _O_BINARY);
  SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
  // The process that starts the stage may not have written its input yet, so the stage first does everything that does not need it.
  Output output;
  const bool corrected = !system_slots && !stage::mailslots_answer_as_documented();
  const Tools tools = {probe_beside_this_program(), corrected, stage::platform(corrected), output};
  std::vector<stage::Group> groups;
  try {
    for (std::string line; std::getline(std::cin, line);)
      if (!line.empty()) groups.push_back(scenario::read_assignments(line));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "stage: %s\n", error.what());
    return 2;
  }
  const stage::BareSlots slots(bare ? groups : std::vector<stage::Group>());
  Plan plan(groups);
  std::vector<std::thread> players;
  for (unsigned i = 0; i < jobs; ++i)
    players.emplace_back([&] {
      stage::close_thread();
      play_runs(plan, bare, tools);
    });
  for (std::thread& player : players) player.join();
  return 0;
}

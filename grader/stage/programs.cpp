// Starts and ends programs, and enforces their limits.
#include "stage/programs.h"

#include <algorithm>
#include <utility>

#include "probe/wire_event.h"

namespace lab::stage {
namespace {

constexpr std::uint32_t kMostFailedCalls = 8;
constexpr std::uint64_t kBetweenLooksMs = 100;
constexpr std::uint64_t kRests = 9;  // a program can keep starting others, and each makes a scan take longer

// The access rights that the stage needs; see stage/standstill.h.
constexpr DWORD kWanted =
    SYNCHRONIZE | PROCESS_QUERY_INFORMATION | PROCESS_CREATE_THREAD | PROCESS_VM_OPERATION | PROCESS_VM_READ | PROCESS_VM_WRITE;
// The most time that counts between two looks.
constexpr std::uint64_t kMostCountedMs = std::uint64_t{2} * kTickMs;
// A run that makes some progress now and then may take this many times as long as one that stalls.
constexpr std::uint64_t kMostStalls = 2;
// No scenario's programs start this many. If there were more, the stage would soon have no CPU time left to terminate them.
constexpr std::uint32_t kMostProcesses = 64;

}  // namespace

Programs::Programs(const scenario::Assignment& run, SharedRecord& record)
    : run_(run), scenario_(run.scenario), record_(record), wire_(record.wire()), known_(wire::kMaxPrograms) {}

void Programs::start(const std::string& probe_dll) {
  std::vector<std::string> names = {scenario_.program};
  names.insert(names.end(), scenario_.peers.begin(), scenario_.peers.end());
  for (const std::string& name : names) {
    const bool first = actors_.empty();
    const std::string exe = name + ".exe";
    const std::string arguments = first ? scenario_.arguments : "";
    wire::Program& entry = wire_.programs[actors_.size()];
    const std::string computer = scenario_.computers.empty() ? "" : scenario_.computers.front();
    actors_.push_back(
        std::make_unique<Actor>(Start{run_.folder, exe, arguments, computer, probe_dll}, first && wire_.plan.staged_input != 0));
    entry.pid = actors_.back()->pid();
    entry.role = first ? wire::Role::kActor : wire::Role::kPeer;
    entry.parent = -1;
    entry.suspended = first && !scenario_.peers.empty();
    put_text(entry.name, name);
    put_text(entry.command_line, exe + " " + arguments);
    entry.ready = 1;
  }
  wire_.program_count = static_cast<std::uint32_t>(actors_.size());
  for (std::size_t i = 0; i < actors_.size(); ++i)
    if (!wire_.programs[i].suspended) actors_[i]->resume();
  counted_at_ms_ = GetTickCount64();
}

void Programs::meet() {
  if (!trespass_) trespass_ = wire_.trespass;
  for (std::uint32_t i = 0; i < wire_.program_count && i < wire::kMaxPrograms; ++i) {
    wire::Program& program = wire_.programs[i];
    if (!program.ready) continue;
    if (program.attached) known_[i].attached = true;
    if (!program.opened) {
      if (!is_actor(i)) known_[i].process.reset(OpenProcess(kWanted, FALSE, program.pid));
      if (program.role == wire::Role::kStandin) fake_workers_.push_back(static_cast<int>(i));
      program.opened = 1;
    }
    if (program.role != wire::Role::kStandin) ended(i);
  }
}

void Programs::await_wake(DWORD ms) {
  HANDLE any[MAXIMUM_WAIT_OBJECTS];
  DWORD count = 0;
  any[count++] = record_.wake();
  for (std::uint32_t i = 0; i < actors_.size() && count < MAXIMUM_WAIT_OBJECTS; ++i)
    if (!known_[i].signaled) any[count++] = actors_[i]->process();
  WaitForMultipleObjects(count, any, FALSE, ms);
}

std::vector<std::uint32_t> Programs::watched() {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < wire_.program_count && i < wire::kMaxPrograms; ++i)
    if (wire_.programs[i].attached && wire_.programs[i].role != wire::Role::kStandin && process_of(i) && !ended(i)) found.push_back(i);
  return found;
}

std::uint32_t Programs::actor_of(std::uint32_t program) const {
  for (std::uint32_t hops = 0; !is_actor(program) && hops < wire::kMaxPrograms; ++hops) {
    const std::int32_t parent = program < wire::kMaxPrograms ? wire_.programs[program].parent : 0;
    program = parent < 0 ? 0 : static_cast<std::uint32_t>(parent);
  }
  return is_actor(program) ? program : 0;
}

bool Programs::ended(std::uint32_t program) {
  if (program >= wire::kMaxPrograms) return false;
  Known& known = known_[program];
  if (known.signaled) return true;
  const HANDLE process = process_of(program);
  if (!process || WaitForSingleObject(process, 0) != WAIT_OBJECT_0) return false;
  known.signaled = true;
  DWORD code = 0;
  GetExitCodeProcess(process, &code);
  // Wine needs stack space to pass an exception to a program. If the stack is used up or damaged, it ends the program: Wine 8.0 with exit
  // code 0, Wine 10.0 with 1.
  if (code <= 1 && wire_.programs[program].exception && !wire_.programs[program].detached) code = wire_.programs[program].exception;
  wire_.programs[program].exit_code = code;
  wire::add_event(wire_, wire::EventKind::kSignaled, static_cast<std::int32_t>(program), -1, static_cast<std::int64_t>(code));
  wire_.programs[program].gone = 1;
  actors_[actor_of(program)]->take_unwritten(wire_.unwritten[program]);
  return true;
}

bool Programs::over() {
  for (std::uint32_t i = 0; i < actors_.size(); ++i)
    if (!ended(i)) return false;
  return true;
}

bool Programs::limits_reached() {
  if (stopped_) return true;
  if (wire_.overflow) end(Verdict::kFlood);
  count_time();
  if (stalled_ms_ >= run_.wall_ms || played_ms_ >= kMostStalls * run_.wall_ms)
    end(prints_on(kEverybody) ? Verdict::kFlood : Verdict::kTimeout);
  look_at_time(kBetweenLooksMs, kRests);
  for (std::uint32_t i = 0; i < actors_.size(); ++i) {
    if (!actors_[i]->drain() || actors_[i]->processes() > kMostProcesses) end(Verdict::kFlood, i);
    if (cpu_ms(i) >= run_.cpu_ms) end(prints_on(i) ? Verdict::kFlood : Verdict::kLoop, i);
  }
  return stopped_;
}

bool Programs::prints_on(std::uint32_t actor) const {
  for (std::uint32_t i = 0; i < wire_.program_count && i < wire::kMaxPrograms; ++i)
    if ((actor == kEverybody || actor_of(i) == actor) && wire_.programs[i].printed >= wire::kPrintedInARow) return true;
  return false;
}

bool Programs::look_at_time(std::uint64_t between_ms, std::uint64_t rests) {
  if (!time_.is_due(between_ms, rests)) return false;
  std::vector<DWORD> pids;
  for (const std::uint32_t program : watched()) pids.push_back(wire_.programs[program].pid);
  time_.look(pids);
  return true;
}

std::uint32_t Programs::cpu_ms(std::uint32_t actor) const {
  // Printing has its own limit. The CPU time that it takes, character by character, is used by the probe, not by the program.
  constexpr std::uint32_t kPrintedPerMs = 1000;
  std::uint32_t ms = 0;
  std::uint32_t printing_ms = 0;
  for (std::uint32_t i = 0; i < wire_.program_count && i < wire::kMaxPrograms; ++i)
    if (wire_.programs[i].role != wire::Role::kStandin && actor_of(i) == actor) {
      ms += time_.ms_of(wire_.programs[i].pid);
      printing_ms += wire_.programs[i].printed_in_all / kPrintedPerMs;
    }
  return ms - std::min(ms, printing_ms);
}

void Programs::count_time() {
  const std::uint64_t now = GetTickCount64();
  const std::uint64_t counted = now < counted_at_ms_ ? 0 : std::min(now - counted_at_ms_, kMostCountedMs);
  counted_at_ms_ = now;
  played_ms_ += counted;
  stalled_ms_ += counted;
  if (std::exchange(progress_, progress()) != progress_) stalled_ms_ = 0;
}

std::uint64_t Programs::progress() const {
  std::uint64_t moved = wire_.order;
  for (std::uint32_t i = 0; i < wire_.program_count && i < wire::kMaxPrograms; ++i) moved += time_.ms_of(wire_.programs[i].pid);
  return moved;
}

void Programs::end(Verdict why, std::uint32_t because_of) {
  if (over() || stopped_) return;
  stopped_ = true;
  for (std::uint32_t i = 0; i < actors_.size(); ++i) {
    if (ended(i)) continue;
    if (because_of == i || because_of == kEverybody) {
      known_[i].verdict = why;
      wire::add_event(wire_, wire::EventKind::kEnded, static_cast<std::int32_t>(i), -1, static_cast<std::int64_t>(wire::kEndedByGrader));
    }
    actors_[i]->end(wire::kEndedByGrader);
    ended(i);
  }
}

bool Programs::may_fail_call(std::uint32_t actor) { return known_[actor].failed_calls++ < kMostFailedCalls; }

Ended Programs::finish() {
  Ended result;
  result.trespass = trespass_ ? trespass_ : wire_.trespass.load();
  // The program under test can overwrite the count, but the programs that the stage has started exist in any case.
  const std::uint32_t programs =
      std::clamp<std::uint32_t>(wire_.program_count, static_cast<std::uint32_t>(actors_.size()), wire::kMaxPrograms);
  for (std::uint32_t i = 0; i < programs; ++i) {
    Ended::Program program;
    const Known& known = known_[i];
    program.by_grader = known.verdict == Verdict::kNone && known.failed_calls > 0 ? Verdict::kBlocked : known.verdict;
    if (is_actor(i)) program.pid = actors_[i]->pid();
    program.signaled = ended(i);
    program.released = known.released;
    program.attached = known.attached || wire_.programs[i].attached;
    result.programs.push_back(std::move(program));
  }
  for (std::size_t i = 0; i < actors_.size(); ++i) {
    actors_[i]->drain();
    actors_[i]->end(wire::kEndedByGrader);  // fake workers that are still held, and everything else that is left
    result.programs[i].output = actors_[i]->output();
    result.programs[i].errors = actors_[i]->errors();
    result.programs[i].output_cut = actors_[i]->output_cut();
  }
  return result;
}

}  // namespace lab::stage

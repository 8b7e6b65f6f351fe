// The course of a run: programs come and go, gates open, limits fall.
#include "stage/director.h"

#include <algorithm>
#include <string_view>

#include "probe/slots.h"
#include "probe/wire_event.h"
#include "win32/error.h"

namespace lab::stage {
Director::Director(const Scenario& scenario, const std::string& probe_dll, bool corrected_slots)
    : scenario_(scenario),
      record_(run_key(scenario), SharedRecord::Open::kNew),
      wire_(record_.wire()),
      known_(wire::kMaxPrograms),
      probe_dll_(probe_dll) {
  wire_.plan.corrected_slots = corrected_slots;
  prepare();
}

Director::~Director() = default;

void Director::prepare() {
  wire::Plan& plan = wire_.plan;
  plan.hurried = scenario_.hurried;
  plan.gate_start_until_ended = scenario_.start_until_ended;
  for (const Fault& fault : scenario_.faults) {
    if (plan.fault_count == wire::kMaxFaults) break;
    wire::Fault& order = plan.faults[plan.fault_count++];
    order.api = fault.api;
    order.nth = fault.nth;
    order.error = fault.error;
    put_text(order.target, fault.target);
  }
  const auto names = [](const std::vector<std::string>& from, wchar_t(*to)[wire::kNameChars], std::uint32_t& count) {
    for (const std::string& name : from)
      if (count < wire::kMaxNames) put_text(to[count++], name);
  };
  names(scenario_.standins, plan.standins, plan.standin_count);
  names(scenario_.children, plan.children, plan.child_count);
  for (const Step& step : scenario_.steps) {
    plan.staged_input = plan.staged_input || step.kind == Step::Kind::kType || step.kind == Step::Kind::kEndInput;
    plan.gate_creation = plan.gate_creation || step.at_creation;
  }
  for (const std::string& computer : scenario_.computers)
    if (plan.computer_count < wire::kMaxComputers) put_text(plan.computers[plan.computer_count++], computer);
  put_text(plan.domain, kLanDomain);
  if (plan.computer_count) slots_.push_back(make_system_slot(run_key(scenario_), wire::kLanSlot));
  wire_.magic = wire::kMagic;
  for (const std::string& name : scenario_.slots) create_slot(name);
}

// The program under test is the first in the record. It waits for a step where there are others that come before it.
void Director::start_programs() {
  std::vector<std::string> names = {scenario_.program};
  names.insert(names.end(), scenario_.peers.begin(), scenario_.peers.end());
  for (const std::string& name : names) {
    const bool first = actors_.empty();
    const std::string exe = first ? scenario_.exe : name + ".exe";
    const std::string arguments = first ? scenario_.arguments : "";
    wire::Program& entry = wire_.programs[actors_.size()];
    const std::string computer = scenario_.computers.empty() ? "" : scenario_.computers.front();
    actors_.push_back(
        std::make_unique<Actor>(Start{scenario_.folder, exe, arguments, computer, probe_dll_}, first && wire_.plan.staged_input != 0));
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
}

Ended Director::play() {
  start_programs();
  began_ms_ = GetTickCount64();
  while (!over()) {
    await_wake(kTickMs);
    meet_programs();
    open_gates();
    if (limits_reached()) break;
    if (quiescent() && !over()) act();
  }
  Ended result;
  // The count stands where the program under test can write: what the stage has started is there whatever it says.
  const std::uint32_t programs =
      std::clamp<std::uint32_t>(wire_.program_count, static_cast<std::uint32_t>(actors_.size()), wire::kMaxPrograms);
  for (std::uint32_t i = 0; i < programs; ++i) {
    Ended::Program program;
    const Known& known = known_[i];
    program.by_grader = known.verdict == Verdict::kNone && known.failed_calls > 0 ? Verdict::kBlocked : known.verdict;
    program.signaled = ended(i);
    result.programs.push_back(std::move(program));
  }
  for (std::size_t i = 0; i < actors_.size(); ++i) {
    actors_[i]->drain();
    actors_[i]->end(wire::kEndedByGrader);  // fake workers that are still held, and whatever else was left behind
    result.programs[i].output = actors_[i]->output();
    result.programs[i].errors = actors_[i]->errors();
    result.programs[i].output_cut = actors_[i]->output_cut();
  }
  return result;
}

// Whether every program that the stage started has ended.
bool Director::over() {
  for (std::uint32_t i = 0; i < actors_.size(); ++i)
    if (!ended(i)) return false;
  return true;
}

void Director::await_wake(DWORD ms) {
  HANDLE any[MAXIMUM_WAIT_OBJECTS];
  DWORD count = 0;
  any[count++] = record_.wake();
  for (std::uint32_t i = 0; i < actors_.size() && count < MAXIMUM_WAIT_OBJECTS; ++i)
    if (!known_[i].signaled) any[count++] = actors_[i]->process();
  WaitForMultipleObjects(count, any, FALSE, ms);
}

// Takes a handle to each program that has come since, and records each that has gone.
void Director::meet_programs() {
  for (std::uint32_t i = 0; i < wire_.program_count && i < wire::kMaxPrograms; ++i) {
    wire::Program& program = wire_.programs[i];
    if (!program.ready) continue;
    if (!program.opened) {
      if (!is_actor(i)) known_[i].process.reset(OpenProcess(SYNCHRONIZE | PROCESS_QUERY_INFORMATION, FALSE, program.pid));
      if (program.role == wire::Role::kStandin) starts_.push_back(static_cast<int>(i));
      program.opened = 1;
    }
    if (program.role != wire::Role::kStandin) ended(i);
  }
}

// Whether the program's process object is Signaled; recorded the first time.
bool Director::ended(std::uint32_t program) {
  if (program >= wire::kMaxPrograms) return false;
  Known& known = known_[program];
  if (known.signaled) return true;
  const HANDLE process = is_actor(program) ? actors_[program]->process() : known.process.get();
  if (!process || WaitForSingleObject(process, 0) != WAIT_OBJECT_0) return false;
  known.signaled = true;
  DWORD code = 0;
  GetExitCodeProcess(process, &code);
  wire_.programs[program].exit_code = code;
  wire::add_event(wire_, wire::EventKind::kSignaled, static_cast<std::int32_t>(program), -1, static_cast<std::int64_t>(code));
  wire_.programs[program].gone = 1;
  return true;
}

bool Director::held(std::uint32_t program) {
  const wire::Program& entry = wire_.programs[program];
  return entry.role == wire::Role::kStandin && !entry.released && !entry.suspended && !ended(program);
}

// Threads that stand at a gate go on as soon as what they wait for has come about; that does not wait for quiescence.
void Director::open_gates() {
  for (wire::Thread& thread : wire_.threads) {
    const auto about = static_cast<std::uint32_t>(thread.about);
    if (!wire::awaits_command(thread)) continue;
    if (thread.reason == wire::WaitReason::kSlotGate && pass_slot_gate(thread)) continue;
    nudge_reader(thread);
    if (about >= wire::kMaxPrograms) continue;
    if (thread.reason == wire::WaitReason::kOpenGate && wire_.programs[about].opened) send(thread, wire::Command::kGoOn);
    if (thread.reason == wire::WaitReason::kStartGate && wire_.programs[about].opened) {
      if (held(about)) release(static_cast<int>(about));
      if (ended(about)) send(thread, wire::Command::kGoOn);
    }
  }
}

// Tells a fake worker to end, and waits until its process object is Signaled: what happens next in the run happens after that.
void Director::release(int program) {
  wire::Program& entry = wire_.programs[program];
  const auto start = std::find(starts_.begin(), starts_.end(), program) - starts_.begin() + 1;
  const std::uint32_t code = exit_code_for(static_cast<std::uint32_t>(program), static_cast<int>(start));
  entry.exit_code = code;
  entry.released = 1;
  wire::add_event(wire_, wire::EventKind::kReleased, program, -1, static_cast<std::int64_t>(code));
  Known& known = known_[static_cast<std::size_t>(program)];
  known.go.reset(CreateEventW(nullptr, TRUE, FALSE, record_.name_of(wire::kGoSuffix, static_cast<std::uint32_t>(program)).c_str()));
  if (known.go) SetEvent(known.go.get());
  while (known.process && !ended(static_cast<std::uint32_t>(program)) && !over() && !limits_reached())
    WaitForSingleObject(known.process.get(), kTickMs);
}

std::uint32_t Director::exit_code_for(std::uint32_t program, int start) const {
  const std::string arguments = arguments_of(shared_text(wire_.programs[program].command_line));
  for (const Worker& worker : scenario_.workers)
    if (worker.arguments == arguments) return worker.exit_code;
  const auto nth = static_cast<std::size_t>(start - 1);
  return nth < scenario_.workers.size() ? scenario_.workers[nth].exit_code : 0;
}

bool Director::limits_reached() {
  if (stopped_) return true;
  if (wire_.overflow) end(Verdict::kFlood);
  if (GetTickCount64() - began_ms_ >= scenario_.wall_ms) end(Verdict::kTimeout);
  for (std::uint32_t i = 0; i < actors_.size(); ++i) {
    if (!actors_[i]->drain()) end(Verdict::kFlood, i);
    if (actors_[i]->cpu_ms() >= scenario_.cpu_ms) end(Verdict::kLoop, i);
  }
  return stopped_;
}

// Ends the run because of one of the programs that the stage started, or, with kEverybody, of all that are left.
void Director::end(Verdict why, std::uint32_t because_of) {
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

std::wstring run_key(const Scenario& scenario) {
  wchar_t key[64];
  wire::key_of(key, win32::widen(scenario.folder + "\\x").c_str());
  return key;
}

std::string shared_text(const wchar_t* text, std::size_t room) {
  std::wstring copy(text, room);
  copy.resize(std::min(copy.find(L'\0'), room));
  return win32::narrow(copy);
}

std::string arguments_of(const std::string& command_line) {
  std::string_view rest = command_line;
  const bool quoted = !rest.empty() && rest.front() == '"';
  const std::size_t end = quoted ? rest.find('"', 1) : rest.find_first_of(" \t");
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(quoted ? end + 1 : end);
  std::string out;
  while (!rest.empty()) {
    const std::size_t start = rest.find_first_not_of(" \t");
    if (start == std::string_view::npos) break;
    const std::size_t stop = std::min(rest.find_first_of(" \t", start), rest.size());
    if (!out.empty()) out += ' ';
    out += rest.substr(start, stop - start);
    rest.remove_prefix(stop);
  }
  return out;
}

}  // namespace lab::stage

// The course of a run.
#include "stage/director.h"

#include <algorithm>
#include <vector>

#include "probe/wire_event.h"

namespace lab::stage {

using scenario::Fault;
using scenario::Scenario;
using scenario::Step;

namespace {

constexpr std::uint32_t kMostExpiredReads = 20;

bool is_parked(const wire::Thread& thread) {
  return thread.state == wire::ThreadState::kBlocked &&
         (thread.reason == wire::WaitReason::kAskedOften || thread.reason == wire::WaitReason::kSleptOften);
}

void fill(wire::Plan& plan, const Scenario& scenario) {
  plan.hurried = scenario.hurried;
  plan.gate_start_until_ended = scenario.start_until_ended;
  for (const Fault& fault : scenario.faults) {
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
  names(scenario.standins, plan.standins, plan.standin_count);
  names(scenario.children, plan.children, plan.child_count);
  for (const Step& step : scenario.steps) {
    plan.staged_input = plan.staged_input || step.kind == Step::Kind::kType || step.kind == Step::Kind::kEndInput;
    plan.gate_creation = plan.gate_creation || step.at_creation;
  }
  for (const std::string& computer : scenario.computers)
    if (plan.computer_count < wire::kMaxComputers) put_text(plan.computers[plan.computer_count++], computer);
  put_text(plan.domain, kLanDomain);
}

}  // namespace

Director::Director(const scenario::Assignment& run, const std::string& probe_dll, bool corrected_slots)
    : scenario_(run.scenario),
      probe_dll_(probe_dll),
      record_(run_key(run), SharedRecord::Open::kNew),
      wire_(record_.wire()),
      programs_(run, record_),
      fake_workers_(run.scenario, record_, programs_),
      steps_(run, record_, programs_),
      quiescence_(record_, programs_, fake_workers_),
      standstill_(record_, programs_, quiescence_),
      readers_(wire_),
      unknown_waits_(wire::kMaxPrograms) {
  wire_.plan.corrected_slots = corrected_slots;
  fill(wire_.plan, scenario_);
  if (wire_.plan.computer_count) steps_.create_lan();
  wire_.magic = wire::kMagic;
  for (const std::string& name : scenario_.slots) steps_.create_slot(name);
}

Ended Director::play(const std::function<void()>& on_look) {
  programs_.start(probe_dll_);
  while (!programs_.over()) {
    programs_.await_wake(kTickMs);
    on_look();
    programs_.meet();
    open_gates();
    if (programs_.limits_reached()) break;
    if (is_its_turn() && !programs_.over())
      act();
    else if (readers_.held_too_long(GetTickCount64()))
      let_reader_go();
  }
  return programs_.finish();
}

bool Director::is_its_turn() {
  unknown_.reset();
  if (quiescence_.reached()) return true;
  if (!standstill_.reached() || !quiescence_.reached(true)) return false;
  for (const std::uint32_t program : programs_.watched()) {
    const bool waits = std::any_of(std::begin(wire_.threads), std::end(wire_.threads), [&](const wire::Thread& thread) {
      return thread.state == wire::ThreadState::kRunning && thread.program == program;
    });
    if (!waits && !wire_.programs[program].callbacks_due) continue;
    unknown_ = program;
    if (!unknown_waits_[program]) wire::add_event(wire_, wire::EventKind::kUnknownWait, static_cast<std::int32_t>(program));
    unknown_waits_[program] = true;
  }
  return true;
}

void Director::open_gates() {
  for (wire::Thread& thread : wire_.threads) {
    const auto about = static_cast<std::uint32_t>(thread.about);
    if (!wire::awaits_command(thread)) continue;
    if (thread.reason == wire::WaitReason::kSlotGate && steps_.pass_slot_gate(thread)) continue;
    if (thread.reason == wire::WaitReason::kTimer && is_expired(thread)) record_.send(thread, wire::Command::kExpire);
    if (about >= wire::kMaxPrograms) continue;
    if (thread.reason == wire::WaitReason::kOpenGate && wire_.programs[about].opened) record_.send(thread, wire::Command::kGoOn);
    if (thread.reason == wire::WaitReason::kStartGate && wire_.programs[about].opened) {
      if (fake_workers_.is_held(about)) fake_workers_.release(static_cast<int>(about));
      if (programs_.ended(about)) record_.send(thread, wire::Command::kGoOn);
    }
  }
}

bool Director::let_reader_go() {
  wire::Thread* const reader = readers_.next();
  if (reader) record_.send(*reader, wire::Command::kGoOn);
  return reader != nullptr;
}

void Director::act() {
  if (let_reader_go()) return;
  // While a thread is waiting in an unknown call, each time-out takes a whole standstill to elapse. So a thread that waits again and again
  // must not keep the others from their turn.
  const bool others_turn = unknown_ && time_out_expired_;
  time_out_expired_ = !others_turn && expire_earliest(wire::WaitReason::kTimedWait);
  if (time_out_expired_) return;
  if (!asked_go_on_) {
    asked_go_on_ = true;
    const bool askers = let_askers_go();
    if (expire_earliest(wire::WaitReason::kSleptOften) || askers) return;
  }
  if (do_next_step()) {
    asked_go_on_ = false;
    return;
  }
  if (release_next_worker()) {
    asked_go_on_ = false;
    return;
  }
  if (let_askers_go() || expire_earliest(wire::WaitReason::kSleptOften)) return;
  if (expired_reads_ < kMostExpiredReads && expire_earliest(wire::WaitReason::kTimedRead)) {
    ++expired_reads_;
    return;
  }
  fail_blocked();
}

std::int64_t Director::deadline(const wire::Thread& thread) const {
  return thread.reason == wire::WaitReason::kTimer ? wire_.programs[thread.program % wire::kMaxPrograms].timer_due_us.load()
                                                   : thread.deadline_us;
}

bool Director::is_expired(const wire::Thread& timer) const { return deadline(timer) > 0 && deadline(timer) <= wire_.clock_us; }

wire::WaitReason Director::expires_as(const wire::Thread& thread) const {
  if (thread.reason != wire::WaitReason::kTimer || deadline(thread) == 0) return thread.reason;
  return thread.sleeps >= wire::kIdleSleeps ? wire::WaitReason::kSleptOften : wire::WaitReason::kTimedWait;
}

bool Director::expire_earliest(wire::WaitReason reason) {
  wire::Thread* earliest = nullptr;
  for (wire::Thread& thread : wire_.threads)
    if (thread.state == wire::ThreadState::kBlocked && expires_as(thread) == reason &&
        (!earliest || deadline(thread) < deadline(*earliest)))
      earliest = &thread;
  if (!earliest) return false;
  if (earliest->sleeps >= wire::kEndlessSleeps)
    programs_.end(Verdict::kLoop, programs_.actor_of(*earliest));
  else
    record_.send(*earliest, wire::Command::kExpire);
  return true;
}

bool Director::let_askers_go() {
  bool any = false;
  for (wire::Thread& thread : wire_.threads) {
    if (thread.state != wire::ThreadState::kBlocked || thread.reason != wire::WaitReason::kAskedOften) continue;
    any = true;
    const auto about = static_cast<std::uint32_t>(thread.about);
    const bool about_program = about < wire::kMaxPrograms && wire_.programs[about].answers >= wire::kEndlessAnswers;
    if (about_program || thread.vain >= wire::kEndlessAnswers || thread.expired >= wire::kEndlessAnswers)
      programs_.end(Verdict::kLoop, programs_.actor_of(thread));
    else
      record_.send(thread, wire::Command::kGoOn);
  }
  return any;
}

bool Director::do_next_step() {
  const bool done = steps_.do_next();
  SetEvent(record_.wake());  // a reader of the posted message continues at once, and so does the next step
  return done;
}

// On the hurried clock, a fake worker runs until an hour has passed. When nothing else can run, the clock is advanced to that hour.
bool Director::release_next_worker() {
  const int next = fake_workers_.next();
  if (next < 0) return false;
  if (scenario_.hurried && wire_.clock_us < wire::kHurriedHourUs) wire_.clock_us = wire::kHurriedHourUs;
  wire::add_event(wire_, wire::EventKind::kStill, -1);
  fake_workers_.release(next);
  return true;
}

void Director::fail_blocked() {
  if (unknown_) return programs_.end(Verdict::kUnknownWait, programs_.actor_of(*unknown_));
  const wire::Thread* sleeper = nullptr;
  for (wire::Thread& thread : wire_.threads) {
    if (thread.state != wire::ThreadState::kBlocked || thread.reason == wire::WaitReason::kTimer || is_parked(thread)) continue;
    if (thread.reason == wire::WaitReason::kForever) {  // Sleep cannot fail
      sleeper = &thread;
      continue;
    }
    const std::uint32_t actor = programs_.actor_of(thread);
    if (!programs_.may_fail_call(actor)) {
      programs_.end(Verdict::kBlocked, actor);
      return;
    }
    record_.send(thread, wire::Command::kFail);
    return;
  }
  if (sleeper) return programs_.end(Verdict::kBlocked, programs_.actor_of(*sleeper));
  programs_.end(Verdict::kBlocked);
}

}  // namespace lab::stage

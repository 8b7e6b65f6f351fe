// The two sides of the LAN: the process that keeps it open, directs threads and reports what happens, and the processes that join it.
#include "stage/lan.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <iterator>

#include "probe/slots.h"
#include "stage/actor.h"
#include "stage/mailslots.h"
#include "stage/readers.h"
#include "stage/recording.h"
#include "stage/shared_record.h"
#include "win32/error.h"

namespace lab::stage {
namespace {

using nlohmann::json;

class Lan {
 public:
  explicit Lan(bool doubled)
      : record_(wire::kLanKey, SharedRecord::Open::kNew), wire_(record_.wire()), slot_(make_system_slot(wire::kLanKey, wire::kLanSlot)) {
    wire_.plan.corrected_slots = 1;  // also on Windows, where the system knows nothing about the virtual LAN
    wire_.plan.live = 1;
    wire_.plan.doubled = doubled;
    put_text(wire_.plan.domain, kLanDomain);
    // The first entry is the LAN itself: a process that joins checks there whether the LAN is still open.
    wire_.programs[0].pid = GetCurrentProcessId();
    wire_.programs[0].role = wire::Role::kForeign;
    wire_.programs[0].ready = 1;
    wire_.program_count = 1;
    wire_.magic = wire::kMagic;
  }

  // Returns false if the reader of the output is gone.
  bool go_on() {
    WaitForSingleObject(record_.wake(), kTickMs);
    meet_programs();
    for (wire::Thread& thread : wire_.threads) direct(thread);
    tell_calls();
    tell_departures();
    if (GetTickCount64() - told_ms_ >= kPulseMs) tell({{"t", "still_open"}});  // otherwise, a vanished reader would go unnoticed
    if (!full_ && is_full()) {
      full_ = true;
      tell({{"t", "full"}});
    }
    return heard_;
  }

  void tell(const json& what) {
    const std::string text = line(what);
    told_ms_ = GetTickCount64();
    heard_ = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  }

 private:
  struct Known {
    win32::Handle process;
    bool left = false;
  };

  std::uint32_t programs() const { return std::min<std::uint32_t>(wire_.program_count, wire::kMaxPrograms); }

  json from(std::uint32_t number, const char* what) const {
    const wire::Program& program = wire_.programs[std::min(number, wire::kMaxPrograms - 1)];
    return {{"t", what}, {"program", shared_text(program.name)}, {"computer", computer_name(program.computer)}};
  }

  std::string computer_name(std::int32_t computer) const {
    const bool known = computer >= 0 && computer < static_cast<std::int32_t>(wire::kMaxComputers);
    return known ? shared_text(wire_.plan.computers[computer]) : "";
  }

  void meet_programs() {
    for (std::uint32_t i = 1; i < programs(); ++i) {
      wire::Program& program = wire_.programs[i];
      if (!program.ready || program.opened) continue;
      known_[i].process.reset(OpenProcess(SYNCHRONIZE | PROCESS_QUERY_INFORMATION, FALSE, program.pid));
      tell(from(i, "joined"));
      program.opened = 1;
    }
  }

  // Reports a program's calls before its departure.
  void tell_departures() {
    for (std::uint32_t i = 1; i < programs(); ++i) {
      Known& known = known_[i];
      if (!wire_.programs[i].opened || known.left || WaitForSingleObject(known.process.get(), 0) == WAIT_TIMEOUT) continue;
      tell_calls();
      DWORD code = 0;
      GetExitCodeProcess(known.process.get(), &code);
      wire_.programs[i].gone = 1;
      known.left = true;
      for (wire::Thread& thread : wire_.threads)
        if (thread.program == i) thread.state = wire::ThreadState::kFree;
      json out = from(i, "left");
      out["exit_code"] = code;
      tell(out);
    }
  }

  // A reader continues when there is something to read or when its time-out has elapsed; any other blocked thread continues at once.
  void direct(wire::Thread& thread) {
    if (!wire::awaits_command(thread)) return;
    const bool timed = thread.reason == wire::WaitReason::kTimedRead;
    if (thread.reason != wire::WaitReason::kRead && !timed) return record_.send(thread, wire::Command::kGoOn);
    if (is_readable(wire_, thread)) return record_.send(thread, wire::Command::kGoOn);
    if (!timed) return;
    Wait& wait = waits_[static_cast<std::size_t>(&thread - wire_.threads)];
    if (wait.block != thread.block) wait = {thread.block, GetTickCount64()};
    if (GetTickCount64() - wait.since_ms >= wire_.slots[static_cast<std::uint32_t>(thread.about) % wire::kMaxSlots].timeout_ms)
      record_.send(thread, wire::Command::kExpire);
  }

  void tell_calls() {
    const std::uint32_t count = std::min<std::uint32_t>(wire_.record_count, wire::kMaxRecords);
    std::vector<const wire::Record*> over;
    told_.resize(count);
    for (std::uint32_t i = 0; i < count; ++i) {
      if (told_[i] || wire_.records[i].state != wire::kDone) continue;
      told_[i] = true;
      over.push_back(&wire_.records[i]);
    }
    std::sort(over.begin(), over.end(), [](const wire::Record* a, const wire::Record* b) { return a->end_order < b->end_order; });
    for (const wire::Record* call : over) tell_call(*call);
  }

  void tell_call(const wire::Record& call) {
    switch (call.api) {
      case wire::Api::kCreateMailslot:
        return tell_named(call, "created");
      case wire::Api::kCreateFile:
        if (wire::slot_path(win32::widen(message_or_name(wire_, call)).c_str()).valid) tell_named(call, "opened");
        return;
      case wire::Api::kWriteFile:
        if (call.slot >= 0) tell_written(call);
        return;
      case wire::Api::kReadFile:
        if (call.slot >= 0 && call.result) tell_message(call, "read");
        return;
      default:
        return;
    }
  }

  void tell_named(const wire::Record& call, const char* what) {
    json out = from(call.program, what);
    out["name"] = message_or_name(wire_, call);
    out["error"] = call.error;
    tell(out);
  }

  void tell_message(const wire::Record& call, const char* what) {
    json out = from(call.program, what);
    out["text"] = message_or_name(wire_, call);
    tell(out);
  }

  void tell_written(const wire::Record& call) {
    json out = from(call.program, "wrote");
    out["text"] = message_or_name(wire_, call);
    out["bytes"] = call.call_flags;
    out["error"] = call.error;
    out["to"] = json::array();
    const wire::Slot& slot = wire_.slots[static_cast<std::uint32_t>(call.slot) % wire::kMaxSlots];
    if (!slot.is_address && !call.error) out["to"].push_back(computer_name(slot.computer));
    const std::uint32_t count = std::min<std::uint32_t>(wire_.event_count, wire::kMaxEvents);
    for (std::uint32_t i = 0; i < count; ++i) {
      const wire::Event& event = wire_.events[i];
      const bool meanwhile = event.ready && event.order > call.begin_order && event.order < call.end_order;
      if (meanwhile && event.kind == wire::EventKind::kDelivered && event.by == call.program && event.slot >= 0)
        out["to"].push_back(computer_name(wire_.slots[static_cast<std::uint32_t>(event.slot) % wire::kMaxSlots].computer));
    }
    tell(out);
  }

  // No part of the record is reused: it has room for several thousand messages and calls.
  bool is_full() const {
    return wire_.record_count >= wire::kMaxRecords || wire_.event_count >= wire::kMaxEvents || wire_.message_count >= wire::kMaxMessages ||
           wire_.slots[wire::kMaxSlots - 1].state != wire::SlotState::kFree;
  }

  struct Wait {
    std::uint32_t block = 0;
    ULONGLONG since_ms = 0;
  };

  static constexpr ULONGLONG kPulseMs = 1000;

  SharedRecord record_;
  wire::Wire& wire_;
  win32::FileHandle slot_;  // the one that underlies the addresses
  Known known_[wire::kMaxPrograms];
  Wait waits_[wire::kMaxThreads];
  std::vector<bool> told_;
  ULONGLONG told_ms_ = 0;
  bool heard_ = true, full_ = false;
};

// The computer's index; a new computer gets the next one. -1 if there are too many.
std::int32_t computer_of(wire::Plan& plan, const std::string& name) {
  const std::wstring wide = win32::widen(name);
  for (std::uint32_t i = 0; i < plan.computer_count; ++i)
    if (CompareStringOrdinal(plan.computers[i], -1, wide.c_str(), -1, TRUE) == CSTR_EQUAL) return static_cast<std::int32_t>(i);
  if (plan.computer_count == wire::kMaxComputers) return -1;
  put_text(plan.computers[plan.computer_count], name);
  return static_cast<std::int32_t>(plan.computer_count++);
}

// Ctrl+C is meant for the program; this process ends when the program does.
BOOL WINAPI ignore_control(DWORD) { return TRUE; }

// A lock: programs take their entries one at a time.
class Joining {
 public:
  explicit Joining(const SharedRecord& record) : mutex_(CreateMutexW(nullptr, FALSE, record.name_of(wire::kJoinSuffix).c_str())) {
    if (!mutex_) win32::throw_last_error("CreateMutex");
    WaitForSingleObject(mutex_.get(), INFINITE);
  }
  ~Joining() { ReleaseMutex(mutex_.get()); }
  Joining(const Joining&) = delete;
  Joining& operator=(const Joining&) = delete;

 private:
  win32::Handle mutex_;
};

// Adds the program to the record before its first instruction runs; returns null if there is no room.
wire::Program* enter(SharedRecord& record, const Start& start, DWORD pid) {
  const Joining alone(record);
  wire::Wire& lan = record.wire();
  const std::int32_t computer = computer_of(lan.plan, start.computer);
  const std::uint32_t number = lan.program_count;
  if (computer < 0 || number >= wire::kMaxPrograms) return nullptr;
  wire::Program& entry = lan.programs[number];
  entry.pid = pid;
  entry.computer = computer;
  entry.parent = -1;
  entry.role = wire::Role::kActor;
  put_text(entry.name, start.exe.substr(0, start.exe.rfind('.')));
  entry.ready = 1;
  lan.program_count = number + 1;
  return &entry;
}

}  // namespace

LanStatus open_lan(bool doubled) {
  try {
    Lan lan(doubled);
    lan.tell({{"t", "open"}});
    while (lan.go_on()) {
    }
  } catch (const win32::Error& error) {
    if (error.code() == ERROR_ALREADY_EXISTS) return kLanThere;
    throw;
  }
  return kLanOver;
}

LanStatus join_lan(const Start& start) {
  try {
    SharedRecord record(wire::kLanKey, SharedRecord::Open::kExisting);
    const wire::Wire& lan = record.wire();
    const win32::Handle holder(OpenProcess(SYNCHRONIZE, FALSE, lan.programs[0].pid));
    if (lan.magic != wire::kMagic || lan.bytes != sizeof lan || !holder) return kNoLan;
    SetConsoleCtrlHandler(ignore_control, TRUE);
    STARTUPINFOW startup = {};
    startup.cb = sizeof startup;
    ProbedProcess program(start, startup, 0);
    const wire::Program* entry = enter(record, start, program.pid());
    if (!entry) {
      program.end(wire::kEndedByGrader);
      return kLanFull;
    }
    const HANDLE either[] = {program.process(), holder.get()};
    SetEvent(record.wake());
    while (!entry->opened && WaitForSingleObject(holder.get(), kTickMs) == WAIT_TIMEOUT) {
    }
    program.resume();
    if (WaitForMultipleObjects(static_cast<DWORD>(std::size(either)), either, FALSE, INFINITE) == WAIT_OBJECT_0) return kLanOver;
    program.end(wire::kEndedByGrader);
    return kLanClosed;
  } catch (const win32::Error& error) {
    if (error.code() == ERROR_FILE_NOT_FOUND && std::string(error.what()).starts_with("OpenFileMapping")) return kNoLan;
    std::fprintf(stderr, "%s\n", error.what());
    return kLanCannotStart;
  }
}

}  // namespace lab::stage

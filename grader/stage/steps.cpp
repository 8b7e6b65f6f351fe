// Does what the scenario says.
#include "stage/steps.h"

#include <algorithm>

#include "probe/slots.h"
#include "probe/wire_event.h"
#include "stage/mailslots.h"
#include "win32/error.h"

namespace lab::stage {

using scenario::Step;

namespace {

constexpr UINT kCodePage949 = 949;  // the ANSI code page of a Korean Windows

std::string narrow_949(const std::wstring& text) {
  if (text.empty()) return "";
  const int wide = static_cast<int>(text.size());
  std::string out(static_cast<std::size_t>(WideCharToMultiByte(kCodePage949, 0, text.data(), wide, nullptr, 0, nullptr, nullptr)), '\0');
  WideCharToMultiByte(kCodePage949, 0, text.data(), wide, out.data(), static_cast<int>(out.size()), nullptr, nullptr);
  return out;
}

// The size of the buffer that was last passed to ReadFile for this mailslot, in bytes of whole characters and at most kMost; 0 if there was
// no such call.
std::size_t room_of_reader(const wire::Wire& wire, std::int32_t slot) {
  constexpr std::uint32_t kMost = 64 * 1024;
  std::uint32_t room = 0;
  for (std::uint32_t i = 0; i < std::min<std::uint32_t>(wire.record_count, wire::kMaxRecords); ++i) {
    const wire::Record& record = wire.records[i];
    if (record.state != wire::kEmpty && record.api == wire::Api::kReadFile && record.slot == slot) room = record.call_flags;
  }
  room = std::min(room, kMost);
  return wire.slots[slot].wide ? room & ~1u : room;
}

// The step's text in the encoding of the program that created the slot, repeated or cut to `size` bytes (0: unchanged).
std::string bytes_of(const Step& step, bool wide, std::size_t size) {
  const std::wstring text = win32::widen(step.text);
  std::string bytes = wide ? std::string(reinterpret_cast<const char*>(text.data()), text.size() * sizeof(wchar_t)) : narrow_949(text);
  if (size == 0 || bytes.empty()) return bytes;
  const std::string once = bytes;
  while (bytes.size() < size) bytes += once;
  bytes.resize(size);
  return bytes;
}

}  // namespace

std::string as_typed(const std::string& text) {
  std::string keys;
  for (const char c : text) keys += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return narrow_949(win32::widen(keys));
}

Steps::Steps(const scenario::Assignment& run, SharedRecord& record, Programs& programs)
    : run_(run), scenario_(run.scenario), record_(record), wire_(record.wire()), programs_(programs) {}

void Steps::create_lan() { slots_.push_back(make_system_slot(run_key(run_), wire::kLanSlot)); }

bool Steps::do_next() {
  const std::size_t first = next_;
  bool more = true;
  while (more && next_ < scenario_.steps.size()) {
    const Step& step = scenario_.steps[next_++];
    do_step(step, static_cast<std::int32_t>(next_ - 1));
    more = step.with_next;
  }
  return next_ > first;
}

void Steps::do_step(const Step& step, std::int32_t number) {
  switch (step.kind) {
    case Step::Kind::kPost:
      post(step, number);
      break;
    case Step::Kind::kType:
      wire::add_event(wire_, wire::EventKind::kTyped, 0, -1, 0, -1, number);
      programs_.under_test().type(as_typed(step.text));
      tell_input_readers();
      break;
    case Step::Kind::kEndInput:
      wire::add_event(wire_, wire::EventKind::kInputEnded, 0);
      programs_.under_test().end_input();
      tell_input_readers();
      break;
    case Step::Kind::kCreate:
      create_slot(step.slot);
      break;
    case Step::Kind::kStart:
      if (wire_.programs[0].suspended.exchange(0)) programs_.under_test().resume();
      break;
  }
}

void Steps::post(const Step& step, std::int32_t number) {
  const auto [computer, name_there] = place_of(step.slot);
  const std::int32_t slot = wire::find_slot(wire_, name_there.c_str(), computer);
  if (slot < 0) {
    wire::add_event(wire_, wire::EventKind::kRefused, -1, -1, ERROR_FILE_NOT_FOUND, -1, number);
    return;
  }
  const std::size_t size = step.fills ? room_of_reader(wire_, slot) : step.bytes;
  const std::string bytes = bytes_of(step, wire_.slots[slot].wide != 0, size);
  DWORD error = wire::refusal(wire_, slot, bytes.size());
  // Recorded before the message arrives, because the program may read it at once.
  if (!error)
    wire::add_event(wire_, wire::EventKind::kPosted, wire_.slots[slot].owner, -1, static_cast<std::int64_t>(bytes.size()), slot, number);
  if (!error && wire_.plan.corrected_slots) {
    wire::append(wire_, slot, bytes.data(), bytes.size());
  } else if (!error) {
    wchar_t name[160];
    wire::system_name(name, run_key(run_).c_str(), slot);
    const win32::FileHandle writer(
        CreateFileW(name, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr));
    DWORD written = 0;
    if (!writer || !WriteFile(writer.get(), bytes.data(), static_cast<DWORD>(bytes.size()), &written, nullptr))
      win32::throw_last_error("WriteFile to the program's mailslot");
    wire_.slots[slot].written.fetch_add(1);
  } else {
    wire::add_event(wire_, wire::EventKind::kRefused, wire_.slots[slot].owner, -1, static_cast<std::int64_t>(error), slot, number);
  }
}

std::pair<std::int32_t, std::wstring> Steps::place_of(const std::string& name) const {
  const std::size_t colon = name.find(':');
  if (colon == std::string::npos) return {0, win32::widen(name)};
  const auto at = std::find(scenario_.computers.begin(), scenario_.computers.end(), name.substr(0, colon));
  return {static_cast<std::int32_t>(at - scenario_.computers.begin()), win32::widen(name.substr(colon + 1))};
}

void Steps::create_slot(const std::string& name) {
  const auto [computer, name_there] = place_of(name);
  const std::int32_t slot = wire::new_slot(wire_, name_there.c_str(), -1, computer);
  if (slot < 0) return;
  slots_.push_back(make_system_slot(run_key(run_), slot));
  wire_.slots[slot].state = wire::SlotState::kOpen;
  wire::add_event(wire_, wire::EventKind::kSlotCreated, -1, -1, 0, slot);
}

bool Steps::pass_slot_gate(wire::Thread& thread) {
  const auto slot = static_cast<std::uint32_t>(thread.about);
  if (slot >= wire::kMaxSlots) return false;
  while (next_ < scenario_.steps.size() && scenario_.steps[next_].at_creation) {
    post(scenario_.steps[next_], static_cast<std::int32_t>(next_));
    ++next_;
  }
  record_.send(thread, wire::Command::kGoOn);
  return true;
}

void Steps::tell_input_readers() {
  for (wire::Thread& thread : wire_.threads)
    if (thread.state == wire::ThreadState::kBlocked && thread.reason == wire::WaitReason::kInput)
      record_.send(thread, wire::Command::kGoOn);
}

}  // namespace lab::stage

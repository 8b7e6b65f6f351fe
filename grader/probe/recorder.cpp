// Records moments, calls and threads in the memory that the stage shares with every program in the run.
#include "probe/recorder.h"

#include <algorithm>
#include <cstring>

#include "probe/backtrace.h"
#include "probe/output.h"
#include "probe/probe.h"
#include "probe/trespass.h"
#include "probe/wire_event.h"

namespace lab::probe {

wire::Wire* run = nullptr;
std::int32_t self = -1;
const wchar_t* run_key = nullptr;
const wchar_t* run_folder = nullptr;
DWORD leaving_thread = 0;

namespace {

wchar_t key_text[64];
wchar_t folder_text[1024];
HANDLE wake_event = nullptr;
DWORD slot_index = TLS_OUT_OF_INDEXES;

// Reserves room in the arena; returns kNever if the arena is full, which makes the run a flood.
std::uint32_t room(std::size_t bytes) {
  const std::uint32_t wanted = static_cast<std::uint32_t>((bytes + 7) / 8 * 8);
  const std::uint32_t at = run->arena_used.fetch_add(wanted);
  if (at < wire::kArenaBytes && wire::kArenaBytes - at >= wanted) return at;
  run->arena_used = wire::kArenaBytes;
  run->overflow = 1;
  wake_stage();
  return wire::kNever;
}

// Finds the entry that the stage or the parent's probe has created for this process.
bool find_self() {
  const DWORD pid = GetCurrentProcessId();
  for (std::uint32_t i = 0; i < run->program_count && i < wire::kMaxPrograms; ++i)
    if (run->programs[i].ready && run->programs[i].pid == pid) {
      self = static_cast<std::int32_t>(i);
      return true;
    }
  return false;
}

}  // namespace

bool join_run() {
  const DWORD length = GetModuleFileNameW(nullptr, folder_text, 1024);
  if (length == 0 || length >= 1024) return false;
  wire::key_of(key_text, folder_text);
  wchar_t* end = folder_text;
  for (wchar_t* p = folder_text; *p; ++p)
    if (*p == L'\\') end = p + 1;
  *end = 0;
  run_key = key_text;
  run_folder = folder_text;
  wchar_t name[128];
  wire::object_name(name, run_key, wire::kWireSuffix);
  const HANDLE section = OpenFileMappingW(FILE_MAP_ALL_ACCESS, FALSE, name);
  if (!section) return false;
  run = static_cast<wire::Wire*>(MapViewOfFile(section, FILE_MAP_ALL_ACCESS, 0, 0, 0));
  CloseHandle(section);
  wire::object_name(name, run_key, wire::kWakeSuffix);
  wake_event = OpenEventW(EVENT_MODIFY_STATE, FALSE, name);
  slot_index = TlsAlloc();
  if (run && run->magic == wire::kMagic && wake_event && slot_index != TLS_OUT_OF_INDEXES && find_self()) return true;
  run = nullptr;
  return false;
}

std::int64_t real_counter() {
  LARGE_INTEGER counter;
  QueryPerformanceCounter(&counter);
  return counter.QuadPart;
}

std::int64_t clock_us() { return run->clock_us.load(); }

void advance_clock(std::int64_t us) { run->clock_us.fetch_add(us); }

void advance_clock_to(std::int64_t us) {
  std::int64_t seen = run->clock_us.load();
  while (seen < us && !run->clock_us.compare_exchange_weak(seen, us)) {
  }
}

void wake_stage() { SetEvent(wake_event); }

const wchar_t* widen(const char* text, wchar_t* room, int chars) {
  if (!text) return nullptr;
  if (!MultiByteToWideChar(CP_ACP, 0, text, -1, room, chars)) room[chars - 1] = 0;
  return room;
}

wire::Thread* current_thread() {
  if (slot_index == TLS_OUT_OF_INDEXES) return nullptr;
  const LastErrorKept kept;  // TlsGetValue sets the last error to 0
  return static_cast<wire::Thread*>(TlsGetValue(slot_index));
}

wire::Thread* new_thread(wire::ThreadState state) {
  std::uint32_t number = 1;  // this program's threads are numbered from 1 in the order in which they are created
  for (wire::Thread& slot : run->threads)
    if (slot.state != wire::ThreadState::kFree && slot.program == static_cast<std::uint32_t>(self) && slot.number >= number)
      number = slot.number + 1;
  for (wire::Thread& slot : run->threads) {
    wire::ThreadState free = wire::ThreadState::kFree;
    if (!slot.state.compare_exchange_strong(free, state)) continue;
    slot.tid = 0;
    slot.sleeps = 0;
    slot.vain = 0;
    slot.expired = 0;
    slot.program = static_cast<std::uint32_t>(self);
    slot.number = number;
    return &slot;
  }
  run->overflow = 1;
  return nullptr;
}

void enter_thread(wire::Thread* slot) {
  if (!slot) return;
  slot->tid = GetCurrentThreadId();
  TlsSetValue(slot_index, slot);
}

void leave_thread() {
  wire::Thread* slot = current_thread();
  if (!slot) return;
  TlsSetValue(slot_index, nullptr);
  slot->state = wire::ThreadState::kExiting;
  wake_stage();
}

void release_thread() {
  wire::Thread* slot = current_thread();
  if (!slot) return;
  TlsSetValue(slot_index, nullptr);
  slot->state = wire::ThreadState::kFree;
  wake_stage();
}

wire::Thread* thread_of(DWORD tid) {
  for (wire::Thread& slot : run->threads)
    if (slot.state != wire::ThreadState::kFree && slot.tid == tid && slot.program == static_cast<std::uint32_t>(self)) return &slot;
  return nullptr;
}

Recorded::Recorded(wire::Api api) : record_(nullptr) {
  if (run->programs[self].gated) return;
  const LastErrorKept kept;
  // By the first hooked call, the Universal C Runtime is certain to have been initialized.
  static std::atomic<bool> unbuffered{false};
  if (!unbuffered.exchange(true)) unbuffer_output(L"ucrtbase.dll");
  flush_output();
  if (api == wire::Api::kCreateProcess)
    check_all();
  else
    check_imports();
  if (api != wire::Api::kWriteFile) run->programs[self].printed = 0;
  const std::uint32_t i = run->record_count.fetch_add(1);
  if (i >= wire::kMaxRecords) {
    run->record_count = wire::kMaxRecords;
    run->overflow = 1;
    wake_stage();
    return;
  }
  record_ = &run->records[i];
  const wire::Thread* slot = current_thread();
  const wire::Now when = wire::now(*run);
  record_->api = api;
  record_->program = static_cast<std::uint16_t>(self);
  record_->thread = static_cast<std::uint16_t>(slot ? slot->number : 0);
  record_->started = -1;
  record_->slot = -1;
  record_->times = 1;
  record_->begin_order = when.order;
  record_->begin_us = when.at_us;
  record_->begin_clock = when.clock_us;
  frames_in_program(record_->frames, wire::kMaxFrames);
  record_->state = wire::kBegun;
}

Recorded& Recorded::on(wire::ObjectRef object) { return on(&object, 1); }

Recorded& Recorded::on(const wire::ObjectRef* objects, std::uint32_t count) {
  if (!record_) return *this;
  const std::uint32_t at = room(count * sizeof *objects);
  if (at == wire::kNever) return *this;
  std::memcpy(run->arena + at, objects, count * sizeof *objects);
  record_->objects_at = at;
  record_->object_count = count;
  return *this;
}

Recorded& Recorded::timeout(DWORD ms) {
  if (record_) record_->timeout_ms = ms;
  return *this;
}

Recorded& Recorded::call_flags(DWORD flags) {
  if (record_) record_->call_flags = flags;
  return *this;
}

Recorded& Recorded::ansi() { return flag(wire::kAnsi); }

Recorded& Recorded::text(int which, const void* characters, std::size_t bytes) {
  if (!record_ || !characters) return *this;
  const std::uint32_t at = room(bytes);
  if (at == wire::kNever) return *this;
  std::memcpy(run->arena + at, characters, bytes);
  record_->text_at[which] = at;
  record_->text_chars[which] = static_cast<std::uint32_t>(bytes);
  return *this;
}

bool Recorded::add_to_last_write(wire::Stream stream, const void* data, std::size_t bytes) {
  const LastErrorKept kept;
  const std::uint32_t count = run->record_count;
  const wire::Thread* slot = current_thread();
  if (count == 0 || count > wire::kMaxRecords || !slot) return false;
  wire::Record& last = run->records[count - 1];
  if (last.api != wire::Api::kWriteFile || last.state != wire::kDone || last.program != self || last.thread != slot->number ||
      last.stream != stream || last.text_chars[0] + bytes > last.text_room || run->order != last.end_order)
    return false;
  std::memcpy(run->arena + last.text_at[0] + last.text_chars[0], data, bytes);
  last.text_chars[0] += static_cast<std::uint32_t>(bytes);
  last.value += static_cast<std::int64_t>(bytes);
  return true;
}

Recorded& Recorded::written(wire::Stream stream, const void* data, std::size_t bytes) {
  if (!record_) return *this;
  record_->stream = stream;
  // Most lines are short; the more has been printed in a row, the more is likely to follow.
  constexpr std::size_t kLeast = 256, kMost = 4096;
  const std::size_t wanted = std::max(bytes, std::clamp<std::size_t>(run->programs[self].printed, kLeast, kMost));
  static std::atomic<std::size_t> total{0};
  if (bytes > wire::kMaxPrinted || total.fetch_add(wanted) > wire::kMaxPrinted) return value(static_cast<std::int64_t>(bytes));
  const std::uint32_t at = room(wanted);
  if (at == wire::kNever) return *this;
  std::memcpy(run->arena + at, data, bytes);
  record_->text_at[0] = at;
  record_->text_chars[0] = static_cast<std::uint32_t>(bytes);
  record_->text_room = static_cast<std::uint32_t>(wanted);
  return value(static_cast<std::int64_t>(bytes));
}

Recorded& Recorded::started(std::int32_t program) {
  if (record_) record_->started = static_cast<std::int16_t>(program);
  return *this;
}

Recorded& Recorded::gave(std::uint32_t first, std::uint32_t second) {
  if (record_) {
    record_->given[0] = first;
    record_->given[1] = second;
  }
  return *this;
}

Recorded& Recorded::slot(std::int32_t slot) {
  if (record_) record_->slot = static_cast<std::int16_t>(slot);
  return *this;
}

Recorded& Recorded::file(DWORD access, DWORD share, DWORD disposition) {
  if (record_) {
    record_->access = access;
    record_->share = share;
    record_->disposition = disposition;
  }
  return *this;
}

Recorded& Recorded::message(const void* data, std::size_t bytes, bool wide) {
  if (!wide) ansi();
  return text(0, data, bytes < kMaxKept ? bytes : kMaxKept);
}

Recorded& Recorded::read_input(const void* data, std::size_t bytes) {
  if (record_) record_->stream = wire::Stream::kInput;
  return text(0, data, bytes < kMaxInput ? bytes : kMaxInput).value(static_cast<std::int64_t>(bytes));
}

Recorded& Recorded::flag(wire::RecordFlag flag) {
  if (record_) record_->flags |= flag;
  return *this;
}

Recorded& Recorded::value(std::int64_t value) {
  if (record_) record_->value = value;
  return flag(wire::kHasValue);
}

void Recorded::done(std::int64_t result, bool failed) {
  const LastErrorKept kept;
  if (!record_) return;
  // Windows terminates all other threads before a process detaches. Wine lets them run while it closes their handles, but no program can
  // see what their calls return then.
  if (run->programs[self].detached && GetCurrentThreadId() != leaving_thread) SleepEx(INFINITE, FALSE);
  const wire::Now when = wire::now(*run);
  record_->result = result;
  record_->error = failed ? GetLastError() : 0;
  record_->end_order = when.order;
  record_->end_us = when.at_us;
  record_->end_clock = when.clock_us;
  record_->state = wire::kDone;
}

}  // namespace lab::probe

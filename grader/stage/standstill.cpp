// Checks how much CPU time programs use, and whether they run at all.
#include "stage/standstill.h"

#include <algorithm>
#include <iterator>
#include <thread>

namespace lab::stage {
namespace {

constexpr std::uint64_t kBetweenLooksMs = 2 * kTickMs;
constexpr std::uint64_t kRests = 1;       // nothing else happens in the meantime, and the run's limit must not be reached first
constexpr std::uint32_t kCheapLooks = 4;  // most pauses have ended by then
constexpr std::uint32_t kLooks = kCheapLooks + 15;

// Starts a thread that does nothing in the process. If the process is suspended, this takes until it is resumed, so it is done in a
// separate thread.
std::shared_ptr<std::atomic<bool>> start_pulse(HANDLE process, std::uint64_t routine) {
  auto over = std::make_shared<std::atomic<bool>>(false);
  HANDLE own = nullptr;
  if (!routine || !DuplicateHandle(GetCurrentProcess(), process, GetCurrentProcess(), &own, 0, FALSE, DUPLICATE_SAME_ACCESS)) return over;
  std::thread([over, own, routine] {
    const win32::Handle held(own);
    const win32::Handle thread(CreateRemoteThread(own, nullptr, 0, reinterpret_cast<LPTHREAD_START_ROUTINE>(routine), nullptr, 0, nullptr));
    if (thread) *over = WaitForSingleObject(thread.get(), INFINITE) == WAIT_OBJECT_0;
  }).detach();
  return over;
}

}  // namespace

Standstill::Standstill(SharedRecord& record, Programs& programs, Quiescence& quiescence)
    : record_(record), wire_(record.wire()), programs_(programs), quiescence_(quiescence) {}

bool Standstill::reached() {
  const std::uint64_t now = GetTickCount64();
  if (wire_.order != order_) begin();
  if (now - last_look_ms_ < kBetweenLooksMs) return false;
  last_look_ms_ = now;
  if (!quiescence_.are_programs_watched(true)) return false;
  if (++looks_ <= kCheapLooks) return false;
  if (!programs_.look_at_time(kTickMs, kRests) || !programs_run()) {
    --looks_;
    return false;
  }
  const std::uint64_t used_by_now = used();
  if (looks_ == kCheapLooks + 1) used_ = used_by_now;
  if (used_by_now != used_) begin();
  if (looks_ < kLooks) return false;
  begin();
  return true;
}

void Standstill::begin() {
  order_ = wire_.order;
  looks_ = 0;
  pulses_.clear();
}

bool Standstill::programs_run() {
  if (!std::all_of(pulses_.begin(), pulses_.end(), [](const auto& over) { return over->load(); })) return false;
  pulses_.clear();
  for (const std::uint32_t program : programs_.watched())
    pulses_.push_back(start_pulse(programs_.process_of(program), wire_.programs[program].pulse));
  return true;
}

std::uint64_t Standstill::used() const {
  const auto waits = [&](DWORD tid) {
    return std::any_of(std::begin(wire_.threads), std::end(wire_.threads),
                       [&](const wire::Thread& thread) { return thread.state == wire::ThreadState::kBlocked && thread.tid == tid; });
  };
  std::uint64_t used = 0;
  for (const auto& [tid, thread] : programs_.time().threads())
    if (!waits(tid)) used += thread.used;
  return used;
}

}  // namespace lab::stage

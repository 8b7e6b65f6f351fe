// The places of all queues are in one table, because few threads wait at the same time.
#include "probe/parking.h"

#include <atomic>

#include "probe/locked.h"
#include "probe/wire.h"

namespace lab::probe {
namespace {

struct Place {
  const volatile void* address;  // null: free
  HANDLE event;                  // created once and kept
  std::uint64_t since;
  bool woken;
};
Place places[wire::kMaxThreads];
SRWLOCK places_lock = SRWLOCK_INIT;
std::atomic<int> taken{0};
std::uint64_t last_since = 0;

void wake(Place& place) {
  place.woken = true;
  SetEvent(place.event);
}

}  // namespace

Parked::Parked(const volatile void* address) : place_(-1) {
  const Locked locked(places_lock);
  for (int i = 0; i < static_cast<int>(wire::kMaxThreads); ++i) {
    Place& place = places[i];
    if (place.address) continue;
    if (!place.event) place.event = CreateEventW(nullptr, FALSE, FALSE, nullptr);
    if (!place.event) return;
    place.address = address;
    place.since = ++last_since;
    place.woken = false;
    place_ = i;
    taken.fetch_add(1);
    return;
  }
}

Parked::~Parked() {
  if (place_ < 0) return;
  const Locked locked(places_lock);
  places[place_].address = nullptr;
  ResetEvent(places[place_].event);
  taken.fetch_sub(1);
}

HANDLE Parked::event() const { return places[place_].event; }

bool Parked::woken() const {
  const Locked locked(places_lock);
  return places[place_].woken;
}

void Parked::wait_again() {
  const Locked locked(places_lock);
  places[place_].woken = false;
  ResetEvent(places[place_].event);
}

bool wake_one(const volatile void* address) {
  if (taken == 0) return false;
  const Locked locked(places_lock);
  Place* first = nullptr;
  for (Place& place : places)
    if (place.address == address && !place.woken && (!first || place.since < first->since)) first = &place;
  if (first) wake(*first);
  return first != nullptr;
}

bool wake_all(const volatile void* address) {
  if (taken == 0) return false;
  const Locked locked(places_lock);
  bool any = false;
  for (Place& place : places)
    if (place.address == address && !place.woken) {
      wake(place);
      any = true;
    }
  return any;
}

}  // namespace lab::probe

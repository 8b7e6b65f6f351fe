// Facts about many messages and many writers.
#include <array>
#include <atomic>

#include "tests/facts/facts.h"
#include "tests/facts/patience.h"
#include "tests/facts/slots.h"

namespace lab::facts {
namespace {

constexpr long kBacklog = 5'000;

struct Backlog {
  HANDLE writer;
  std::atomic<long> written{0};
  std::atomic<bool> enough{false};
  DWORD error = 0;
};

std::string numbered(long number) { return "message " + std::to_string(number); }

DWORD WINAPI pile_up(void* what) {
  auto& backlog = *static_cast<Backlog*>(what);
  while (backlog.written < kBacklog && !backlog.enough) {
    const Written written = write(backlog.writer, numbered(backlog.written));
    if (!written.ok) {
      backlog.error = written.error;
      break;
    }
    ++backlog.written;
  }
  return 0;
}

// A writer that makes no progress during that time is blocked; reading releases it.
Seen piles_up() {
  const Slot slot = new_slot();
  Backlog backlog;
  backlog.writer = slot.writer.get();
  const Thread writer(pile_up, &backlog);
  for (long before = -1; !writer.ended_in_time(); before = backlog.written) {
    if (backlog.written != before) continue;
    // The number that fits exactly depends on the system below Wine.
    const long thousands = backlog.written / 1000 + 1;
    backlog.enough = true;
    while (read(slot.receiver.get()).ok) {
    }
    writer.join();
    return {false, "the writer is blocked after fewer than " + std::to_string(thousands) + ",000"};
  }
  if (backlog.error) return {false, "WriteFile fails with error " + std::to_string(backlog.error)};
  const Info asked = info(slot.receiver.get());
  if (asked.count != kBacklog) return {false, in_words(asked)};
  return reads(slot.receiver.get(), {numbered(0), numbered(1), numbered(2)});
}

constexpr int kWriters = 8;
constexpr int kEach = 20;

struct Crowd {
  std::wstring name;
  HANDLE go;
};

struct OneOfMany {
  const Crowd* crowd = nullptr;
  char letter = 0;
  bool well = false;
};

DWORD WINAPI write_own(void* what) {
  auto& one = *static_cast<OneOfMany*>(what);
  const Opened writer = open(one.crowd->name);
  WaitForSingleObject(one.crowd->go, INFINITE);
  one.well = static_cast<bool>(writer.handle);
  for (int i = 0; i < kEach && one.well; ++i) one.well = write(writer.handle.get(), one.letter + std::to_string(i)).ok;
  return 0;
}

Seen own_order() {
  const Slot slot = new_slot();
  const win32::Handle go(CreateEventW(nullptr, TRUE, FALSE, nullptr));
  const Crowd crowd = {slot.name, go.get()};
  std::array<OneOfMany, kWriters> all;
  std::vector<Thread> threads;
  for (int i = 0; i < kWriters; ++i) {
    all[i].crowd = &crowd;
    all[i].letter = static_cast<char>('a' + i);
    threads.emplace_back(write_own, &all[i]);
  }
  SetEvent(go.get());
  for (const Thread& thread : threads) thread.join();
  for (const OneOfMany& one : all)
    if (!one.well) return {false, "a writer fails"};
  std::array<int, kWriters> next = {};
  for (int i = 0; i < kWriters * kEach; ++i) {
    const Read got = read(slot.receiver.get());
    if (!got.ok) return {false, "message " + std::to_string(i + 1) + ": " + in_words(got)};
    const int writer = got.message.empty() ? -1 : got.message[0] - 'a';
    if (writer < 0 || writer >= kWriters || got.message != got.message[0] + std::to_string(next[writer]))
      return {false, "a message out of order"};
    ++next[writer];
  }
  return {!read(slot.receiver.get()).ok, "more messages than were written"};
}

}  // namespace

Group crowds() {
  return {"crowds",
          {
              // <15>: "No limit is enforced on the number of entries in the queue."
              {"backlog_of_5000",
               "5,000 messages without a read",
               "WriteFile returns each time; the count is 5,000; the messages are in order",
               {&kProductBehavior, &kAboutMailslots},
               piles_up},
              // "New messages follow any existing messages in the mailslot."
              {"own_order",
               "8 writers at the same time, 20 messages each",
               "160 messages, each writer's in order",
               {&kAboutMailslots},
               own_order},
          }};
}

}  // namespace lab::facts

// The run's mailslots: which paths refer to one, and how messages are queued.
#include "probe/slots.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace lab::wire {
namespace {

// How a path is parsed: "computer|name", or "-" if it is not a mailslot's.
std::wstring meaning(const wchar_t* path) {
  const SlotPath parsed = slot_path(path);
  return parsed.valid ? std::wstring(parsed.local ? L"(here)" : parsed.computer) + L"|" + parsed.name : L"-";
}

TEST(SlotPath, IsReadInEverySpelling) {
  EXPECT_EQ(meaning(L"\\\\.\\mailslot\\mailbox"), L"(here)|mailbox");
  EXPECT_EQ(meaning(L"\\\\.\\MailSlot\\mailbox"), L"(here)|mailbox");
  EXPECT_EQ(meaning(L"//./mailslot/chat/A"), L"(here)|chat\\A");
  EXPECT_EQ(meaning(L"\\\\?\\mailslot\\mailbox"), L"(here)|mailbox");
  EXPECT_EQ(meaning(L"\\\\.\\GLOBALROOT\\Device\\Mailslot\\mailbox"), L"(here)|mailbox");
  EXPECT_EQ(meaning(L"\\\\PC2\\mailslot\\mailbox"), L"PC2|mailbox");
  EXPECT_EQ(meaning(L"\\\\*\\mailslot\\mailbox"), L"*|mailbox");
}

TEST(SlotPath, IsNoneWhereAPartIsMissing) {
  for (const wchar_t* path : {L"", L"mailbox", L"\\.\\mailslot\\mailbox", L"\\\\.\\mailslot\\", L"\\\\.\\mailslot", L"\\\\.\\pipe\\mailbox",
                              L"\\\\.\\mailslots\\mailbox", L"C:\\mailslot\\mailbox"})
    EXPECT_EQ(meaning(path), L"-") << "of " << testing::PrintToString(std::wstring(path));
  EXPECT_EQ(meaning(nullptr), L"-");
  const std::wstring longest = L"\\\\.\\mailslot\\" + std::wstring(kSlotNameChars, L'x');
  EXPECT_EQ(meaning(longest.c_str()), L"-");
  EXPECT_TRUE(slot_path(longest.c_str()).too_long);
}

class SlotQueue : public testing::Test {
 protected:
  SlotQueue() {
    run->program_count = 2;
    slot = open(L"mailbox", 0);
  }
  std::int32_t open(const wchar_t* name, std::int32_t owner) {
    const std::int32_t number = new_slot(*run, name, owner);
    if (owner >= 0) run->slots[number].handles_of[owner] = 1;
    run->slots[number].state = SlotState::kOpen;
    return number;
  }
  bool write(const std::string& text) { return append(*run, slot, text.data(), text.size()); }
  std::string read() {
    Message* message = front(*run, slot);
    if (!message) return "(nothing)";
    std::string text(message->bytes, '\0');
    return take(*run, *message, text.data()) ? text : "(taken)";
  }

  std::unique_ptr<Wire> run = std::make_unique<Wire>();
  std::int32_t slot = -1;
};

TEST_F(SlotQueue, GivesWholeMessagesInTheirOrder) {
  EXPECT_TRUE(write("first") && write("") && write("third, longer"));
  EXPECT_EQ(waiting(run->slots[slot]), 3u);
  EXPECT_EQ(read(), "first");
  EXPECT_EQ(read(), "");
  EXPECT_EQ(read(), "third, longer");
  EXPECT_EQ(read(), "(nothing)");
  EXPECT_EQ(waiting(run->slots[slot]), 0u);
}

TEST_F(SlotQueue, KeepsTheMessageUntilItIsTaken) {
  write("stays");
  EXPECT_EQ(front(*run, slot), front(*run, slot));
  EXPECT_EQ(read(), "stays");
}

TEST_F(SlotQueue, KeepsSlotsApart) {
  const std::int32_t other = open(L"chat\\A", 1);
  append(*run, other, "elsewhere", 9);
  write("here");
  EXPECT_EQ(read(), "here");
  EXPECT_EQ(read(), "(nothing)");
  EXPECT_EQ(waiting(run->slots[other]), 1u);
}

TEST_F(SlotQueue, IsFoundByNameInAnyCaseWhileItIsHeld) {
  EXPECT_EQ(find_slot(*run, L"MAILBOX"), slot);
  EXPECT_EQ(find_slot(*run, L"mailbo"), -1);
  run->programs[0].gone = 1;
  EXPECT_EQ(find_slot(*run, L"mailbox"), -1);
  const std::int32_t next = open(L"mailbox", 1);  // the name can be reused at once
  EXPECT_EQ(find_slot(*run, L"mailbox"), next);
}

TEST_F(SlotQueue, IsOneOfItsComputerAlone) {
  const std::int32_t there = new_slot(*run, L"mailbox", -1, 1);
  run->slots[there].state = SlotState::kOpen;
  EXPECT_EQ(find_slot(*run, L"mailbox", 0), slot);
  EXPECT_EQ(find_slot(*run, L"mailbox", 1), there);
  EXPECT_EQ(find_slot(*run, L"mailbox", 2), -1);
}

TEST_F(SlotQueue, HasAddressesOnTheLan) {
  lstrcpyW(run->plan.computers[run->plan.computer_count++], L"PC1");
  lstrcpyW(run->plan.computers[run->plan.computer_count++], L"PC2");
  lstrcpyW(run->plan.domain, L"LABDOMAIN");
  const auto leads_to = [&](const wchar_t* path) { return run->slots[new_address(*run, slot_path(path))].computer; };
  EXPECT_EQ(leads_to(L"\\\\pc2\\mailslot\\mailbox"), 1);
  EXPECT_EQ(leads_to(L"\\\\*\\mailslot\\mailbox"), Slot::kDomain);
  EXPECT_EQ(leads_to(L"\\\\LabDomain\\mailslot\\mailbox"), Slot::kDomain);
  EXPECT_EQ(leads_to(L"\\\\PC9\\mailslot\\mailbox"), Slot::kNobody);
  EXPECT_EQ(find_slot(*run, L"mailbox", 1), -1) << "an address is no slot";
}

TEST_F(SlotQueue, RefusesWhatIsTooLargeAndWhoeverComesTooLate) {
  EXPECT_EQ(refusal(*run, slot, 60'000), 0u);
  run->slots[slot].max_bytes = 8;
  EXPECT_EQ(refusal(*run, slot, 8), 0u);
  EXPECT_NE(refusal(*run, slot, 9), 0u);
  run->slots[slot].handles_of[0] = 0;
  EXPECT_NE(refusal(*run, slot, 1), 0u);
}

TEST_F(SlotQueue, TakesThousandsAndThenIsAFlood) {
  const std::string text(400, 'x');
  for (int i = 0; i < 5'000; ++i) ASSERT_TRUE(write(text)) << i;
  EXPECT_EQ(run->overflow, 0u);
  while (write(text)) {
  }
  EXPECT_EQ(run->overflow, 1u);
}

TEST_F(SlotQueue, LosesNothingOfSeveralWritersAndReaders) {
  constexpr int kWriters = 4, kEach = 500;
  std::vector<std::thread> threads;
  for (int writer = 0; writer < kWriters; ++writer)
    threads.emplace_back([&, writer] {
      for (int i = 0; i < kEach; ++i) write(std::string(1, static_cast<char>('a' + writer)) + std::to_string(i));
    });
  std::vector<std::vector<std::string>> read_by(2);
  for (std::vector<std::string>& mine : read_by)
    threads.emplace_back([&] {
      while (run->slots[slot].taken < kWriters * kEach) {
        const std::string text = read();
        if (text[0] != '(') mine.push_back(text);
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(read_by[0].size() + read_by[1].size(), static_cast<std::size_t>(kWriters * kEach));
  for (const std::vector<std::string>& mine : read_by) {
    std::vector<int> last(kWriters, -1);
    for (const std::string& text : mine) {
      int& before = last[static_cast<std::size_t>(text[0] - 'a')];
      EXPECT_GT(std::stoi(text.substr(1)), before) << "each writer's messages keep their order";
      before = std::stoi(text.substr(1));
    }
  }
}

TEST_F(SlotQueue, SurvivesARecordThatWasOverwritten) {
  write("harmless");
  run->messages[0].at = 0xFFFFFFF0;
  run->messages[0].bytes = 0xFFFFFFF0;
  EXPECT_EQ(read(), "(nothing)");
  for (wchar_t& c : run->slots[slot].name) c = L'x';
  EXPECT_EQ(find_slot(*run, std::wstring(kSlotNameChars - 1, L'x').c_str()), -1);
}

}  // namespace
}  // namespace lab::wire

// Lab 07: SlotHeir, which starts another instance of itself as its heir, and what the grader writes to the mailslot.
#include <algorithm>
#include <string>

#include "labs/labs.h"
#include "scenario/steps.h"

namespace lab::labs {

using namespace scenario;

namespace {

constexpr char kSlotHeir[] = "SlotHeir";
constexpr char kMailbox[] = "mailbox";
constexpr std::uint32_t kNotEnoughMemory = 8;  // ERROR_NOT_ENOUGH_MEMORY

// The heir is the student's own program.
Scenario heir_run(const std::string& name, std::vector<Step> steps) {
  Scenario run;
  run.name = name;
  run.program = kSlotHeir;
  run.children = {kSlotHeir};
  run.steps = std::move(steps);
  return run;
}

// The last message is shorter than the earlier ones, no part of which may be printed again.
std::vector<Step> messages_for_the_heir() {
  return {post(kMailbox, "hello, heir"), post(kMailbox, "two words and 100%s"), post(kMailbox, "bye"), post(kMailbox, "exit")};
}

Scenario heirloom() {
  Scenario run = heir_run("heirloom", messages_for_the_heir());
  run.facts["show_output"] = "yes";  // reports show what this run printed
  return run;
}

Scenario hurried_heir() {
  Scenario run = heir_run("hurried", messages_for_the_heir());
  run.hurried = true;
  run.only_after_finite_wait = true;  // with infinite waits, it would be the same as heirloom
  return run;
}

// The time-outs of reads also elapse at once.
Scenario hurried_reads() {
  Scenario run = heir_run("hurried_reads", messages_for_the_heir());
  run.hurried = true;
  run.only_after_finite_read = true;  // with infinite reads, it would be the same as heirloom
  return run;
}

// The heir also gets the messages that were in the mailslot before it started, including one of the largest size.
Scenario queued() {
  return heir_run("queued", {post_at_creation(kMailbox, "older than the heir"), post_at_creation(kMailbox, letters(200)),
                             post_at_creation(kMailbox, "so is this"), post(kMailbox, "exit")});
}

Scenario start_fails() {
  Scenario run = heir_run("start_fails", {});
  run.faults = {{Api::kCreateProcess, kSlotHeir, 1, kNotEnoughMemory}};
  return run;
}

constexpr RunWords kHeirRuns[] = {
    {"SlotHeir", "heirloom", {"messages arrive after the heir has started", "자식 프로세스가 시작된 다음에 메시지가 오는"}},
    {"SlotHeir",
     "hurried",
     {"the time-out of a wait expires before the heir ends", "자식 프로세스가 끝나기 전에 대기의 제한 시간이 지나는"}},
    {"SlotHeir", "hurried_reads", {"the read time-out expires before a message arrives", "메시지가 오기 전에 읽기 제한 시간이 지나는"}},
    {"SlotHeir", "queued", {"messages arrive before the heir has started", "자식 프로세스가 시작되기 전에 메시지가 와 있는"}},
    {"SlotHeir", "start_fails", {"CreateProcess fails", "CreateProcess가 실패하는"}},
};

}  // namespace

std::span<const RunWords> slot_heir_words() { return kHeirRuns; }

std::vector<Group> slot_heir(const std::vector<std::string>& programs, std::uint64_t /*seed*/) {
  if (std::find(programs.begin(), programs.end(), kSlotHeir) == programs.end()) return {};
  return {{heirloom(), hurried_heir(), hurried_reads()}, {queued(), start_fails()}};
}

}  // namespace lab::labs

// Lab 06: MailChat with the grader as its keyboard and its peer.
#include <algorithm>
#include <string>

#include "labs/labs.h"
#include "scenario/steps.h"

namespace lab::labs {

using namespace scenario;

namespace {

constexpr char kMine[] = "chat\\A";
constexpr char kTheirs[] = "chat\\B";

Scenario chat_run(const std::string& name, std::vector<Step> steps) {
  Scenario run;
  run.name = name;
  run.program = "MailChat";
  run.arguments = "A B";
  run.slots = {kTheirs};
  run.steps = std::move(steps);
  return run;
}

// The last message is shorter than the earlier ones: a chat must not print the rest of a longer message either.
Scenario chat() {
  Scenario run =
      chat_run("chat", {post(kMine, "hello"), post(kMine, "are you there?"), post(kMine, "nobody seems to type"), type("yes\n"),
                        type("I am\n"), type("now it is you who is silent\n"), post(kMine, "not at all"), type("good\n"), type("exit\n")});
  run.facts["show_output"] = "yes";  // reports show what this run printed
  return run;
}

Scenario hurried_chat() {
  Scenario run = chat_run("hurried", {post(kMine, "late mail"), post(kMine, "and later mail"), type("exit\n")});
  run.hurried = true;
  run.only_after_finite_read = true;  // a chat whose reads wait forever never times out
  return run;
}

Scenario late_peer() {
  Scenario run = chat_run("late_peer", {type("too early\n"), create(kTheirs), type("now you are there\n"), type("exit\n")});
  run.slots.clear();
  return run;
}

// A message and a line, both of the largest size, and no `exit`.
Scenario chat_at_end_of_input() {
  return chat_run("end_of_input", {post(kMine, letters(200)), type("typed " + letters(194) + "\n"), type("last words\n"), end_input()});
}

constexpr RunWords kChatRuns[] = {
    {"MailChat", "chat", {"messages arrive and lines are typed alternately", "메시지 도착과 줄 입력이 번갈아 일어나는"}},
    {"MailChat", "hurried", {"the read time-out expires again and again", "읽기 제한 시간이 여러 번 지나는"}},
    {"MailChat", "late_peer", {"the peer's mailslot is created only later", "상대의 메일슬롯이 나중에 생기는"}},
    {"MailChat", "end_of_input", {"the input ends without exit", "exit 없이 입력이 끝나는"}},
};

}  // namespace

std::span<const RunWords> mail_chat_words() { return kChatRuns; }

std::vector<Group> mail_chat(const std::vector<std::string>& programs, std::uint64_t /*seed*/) {
  if (std::find(programs.begin(), programs.end(), "MailChat") == programs.end()) return {};
  return {{chat(), hurried_chat()}, {late_peer(), chat_at_end_of_input()}};
}

}  // namespace lab::labs

// The matcher for the computer's name before each message.
#include <algorithm>

#include "checks/mail_lines.h"
#include "checks/mail_matchers.h"
#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"
#include "labs/03_broadcast/matchers.h"

namespace lab::labs {
namespace {

constexpr ReasonTable kReasons{{
    {.id = "computer_not_named",
     .hint = {.en = "Compare \"{seen}\" with \"{expected}\". Which function tells your program the name of its computer, and does your "
                    "program tell that function how many characters the array can hold?",
              .ko = "\"{seen}\"을/를 \"{expected}\"과/와 비교해 보세요. 컴퓨터의 이름은 어느 함수로 알 수 있나요? 배열에 몇 글자까지 "
                    "들어가는지 그 함수에 넘기나요?"},
     .hints_of = "NamesItsComputer",
     .en = "Expected the line \"{expected}\", but the program printed \"{seen}\".",
     .ko = "\"{expected}\"을/를 한 줄로 출력해야 하는데 \"{seen}\"을/를 출력했습니다."},
}};

}  // namespace

std::span<const Reason> computer_name_reasons() { return kReasons; }

RunMatcher NamesItsComputer(const std::string& slot, const std::string& computer) {
  return RunMatcher("prints every message after [" + computer + "]", [slot, computer](const Run& run) -> Because {
    if (Because reason = PrintsEveryMessage(slot).reason_against(run)) return reason;
    const std::vector<std::string> lines = printed_lines(run.output);
    for (const std::string& message : messages_to_show(run, slot)) {
      const std::string expected = "[" + computer + "] " + message;
      if (std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.ends_with(expected); })) continue;
      const auto seen = std::find_if(lines.begin(), lines.end(), [&](const std::string& line) { return line.ends_with(message); });
      return because(kReasons["computer_not_named"], {{"expected", expected}, {"seen", seen == lines.end() ? "" : shortened(*seen)}});
    }
    return {};
  });
}

}  // namespace lab::labs

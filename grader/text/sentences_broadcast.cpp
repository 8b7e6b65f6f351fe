// What the checks of BroadcastSender and BroadcastReceiver say when they fail.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    {"opened_another_address",
     "The program opened \"{seen}\"; {expected} was expected. Behind the first two backslashes stands who is to get the lines: a "
     "computer's name, * for every computer, . for this one alone.",
     "{expected}을/를 열어야 하는데 \"{seen}\"을/를 열었습니다. 맨 앞의 두 백슬래시 뒤에는 줄을 받을 곳을 적습니다. 컴퓨터 이름은 그 "
     "컴퓨터를, 별표(*)는 모든 컴퓨터를, 점(.)은 자기 컴퓨터만 가리킵니다."},
    {"did_not_reach", "\"{line}\" never arrived in the mailslot of {computer}.",
     "\"{line}\"이/가 {computer}의 메일슬롯에 도착하지 않았습니다."},
    {"reached_as_another_text", "In the mailslot of {computer} \"{seen}\" arrived where \"{line}\" was expected.",
     "{computer}의 메일슬롯에는 \"{line}\"이/가 와야 하는데 \"{seen}\"이/가 도착했습니다."},
    {"reached_another_computer", "\"{message}\" arrived at {computer} too, which was not addressed.",
     "받는 곳으로 정하지 않은 {computer}에도 \"{message}\"이/가 도착했습니다."},
    {"written_more_than_once",
     "\"{line}\" was written {times} times. One WriteFile to \\\\*\\mailslot\\... reaches every computer of the domain.",
     "\"{line}\"을/를 {times}번 썼습니다. \\\\*\\mailslot\\...에 WriteFile을 한 번만 불러도 도메인의 모든 컴퓨터에 전해집니다."},
    {"sent_part_of_long_line",
     "A line of {count} characters cannot travel to a whole domain (424 bytes at most). The program sent a part of it all the same: "
     "\"{message}\".",
     "{count}자짜리 줄은 도메인 전체에 보낼 수 없는데(최대 424바이트) 그 일부인 \"{message}\"을/를 보냈습니다."},
    {"too_long_for_the_network",
     "WriteFile was given a message of {bytes} bytes and failed with error {error:error}; the program did not say \"Message too long\". "
     "The limit is 424 bytes, not characters.",
     "WriteFile로 {bytes}바이트짜리 메시지를 보내려다 오류 {error:error}으로/로 실패했는데 \"Message too long\"이라고 알리지 않았습니다. "
     "한계는 424글자가 아니라 424바이트입니다."},
    {"could_have_travelled",
     "A line of {count} characters can travel, but the program said that it is too long. The limit is 424 bytes; _tcslen counts "
     "characters, of which each has sizeof(TCHAR) bytes.",
     "{count}자짜리 줄은 보낼 수 있는데 너무 길다고 했습니다. 한계는 424바이트입니다. _tcslen은 글자 수를 세며, 한 글자는 "
     "sizeof(TCHAR)바이트입니다."},
    {"refused_short_line",
     "The program did not write \"{line}\" to the mailslot, but printed \"{said}\". Up to {bytes} bytes can travel: look at what is "
     "compared with the limit, and how.",
     "\"{line}\"을/를 메일슬롯에 쓰지 않고 \"{said}\"을/를 출력했습니다. {bytes}바이트까지는 보낼 수 있습니다. 무엇을 한계와 어떻게 "
     "비교하는지 보세요."},
    {"limit_itself_refused",
     "A line of {count} characters is exactly {bytes} bytes and can travel, but the program said that it is too long. Only more than "
     "{bytes} bytes are too many.",
     "{count}자짜리 줄은 꼭 {bytes}바이트여서 보낼 수 있는데 너무 길다고 했습니다. {bytes}바이트를 넘을 때만 너무 긴 것입니다."},
    {"stopped_at_long_line",
     "After the line that is too long \"{line}\" did not arrive any more. One message that cannot travel is no reason to give up.",
     "너무 긴 줄 다음에 입력한 \"{line}\"이/가 도착하지 않았습니다. 메시지 하나를 보낼 수 없다고 해서 그만둘 까닭은 없습니다."},
    {"ended_on_long_line",
     "The program ended at the line that is too long ({count} characters). One message that cannot travel is no reason to give up: say so "
     "and read the next line.",
     "너무 긴 줄({count}자)에서 프로그램이 끝났습니다. 메시지 하나를 보낼 수 없다고 해서 그만둘 까닭은 없습니다. 보낼 수 없다고 알린 다음 "
     "계속해서 다음 줄을 읽으세요."},
    {"never_sent_anything", "The network was to refuse the open here, but the program never opened the mailslot.",
     "여기서는 네트워크가 열기를 거절하게 되어 있는데 프로그램이 메일슬롯을 열지 않았습니다."},
    {"never_wrote_to_be_refused",
     "The network was to refuse the write here, but the program never called WriteFile with the handle of the mailslot.",
     "여기서는 네트워크가 쓰기를 거절하게 되어 있는데 프로그램이 메일슬롯 핸들로 WriteFile을 부르지 않았습니다."},
    {"refusal_unsaid", "{call} failed with error {error:error}, and the program did not say \"Unable to broadcast\".",
     "{call}이/가 오류 {error:error}으로/로 실패했는데 \"Unable to broadcast\"라고 알리지 않았습니다."},
    {"refusal_without_number",
     "{call} failed with error {error:error}; the program said \"Unable to broadcast\", but not the number. Keep GetLastError() before "
     "another call overwrites it.",
     "{call}이/가 오류 {error:error}으로/로 실패했습니다. \"Unable to broadcast\"라고는 했지만 오류 번호가 없습니다. 다른 함수를 부르기 "
     "전에 GetLastError()의 값을 간직해 두세요."},
    {"computer_not_named", "\"{expected}\" was expected on a line of its own; the program printed \"{seen}\".",
     "\"{expected}\"이/가 한 줄로 나와야 하는데 \"{seen}\"이/가 출력되었습니다."},
};

}  // namespace

std::span<const Sentence> broadcast_sentences() { return kSentences; }

}  // namespace lab::text

// What the checks of BroadcastSender and BroadcastReceiver say when they fail.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    {"did_not_reach",
     "\"{line}\" never arrived in the mailslot of {computer}.",
     "\"{line}\"이/가 {computer}의 메일슬롯에 도착하지 않았습니다."},
    {"reached_as_another_text",
     "In the mailslot of {computer} \"{seen}\" arrived where \"{line}\" was expected.",
     "{computer}의 메일슬롯에는 \"{line}\"이/가 와야 하는데 \"{seen}\"이/가 도착했습니다."},
    {"reached_another_computer",
     "\"{message}\" arrived at {computer} too, which was not addressed.",
     "받는 곳으로 정하지 않은 {computer}에도 \"{message}\"이/가 도착했습니다."},
    {"written_more_than_once",
     "\"{line}\" was written {times} times. One WriteFile to \\\\*\\mailslot\\... reaches every computer of the domain.",
     "\"{line}\"을/를 {times}번 썼습니다. \\\\*\\mailslot\\...에 WriteFile을 한 번만 불러도 도메인의 모든 컴퓨터에 전해집니다."},
    {"sent_part_of_long_line",
     "A line of {count} characters cannot travel to a whole domain (424 bytes at most). The program sent a part of it all the same: \"{message}\".",
     "{count}자짜리 줄은 도메인 전체에 보낼 수 없는데(최대 424바이트) 그 일부인 \"{message}\"을/를 보냈습니다."},
    {"stopped_at_long_line",
     "After the line that is too long \"{line}\" did not arrive any more. One message that cannot travel is no reason to give up.",
     "너무 긴 줄 다음에 입력한 \"{line}\"이/가 도착하지 않았습니다. 메시지 하나를 보낼 수 없다고 해서 그만둘 까닭은 없습니다."},
    {"ended_on_long_line",
     "The program ended at the line that is too long ({count} characters). One message that cannot travel is no reason to give up: say so and read the next line.",
     "너무 긴 줄({count}자)에서 프로그램이 끝났습니다. 메시지 하나를 보낼 수 없다고 해서 그만둘 까닭은 없습니다. 보낼 수 없다고 알린 다음 계속해서 다음 줄을 읽으세요."},
    {"never_sent_anything",
     "The network was to refuse here, but the program neither opened the mailslot nor wrote to it.",
     "여기서는 네트워크가 거절하게 되어 있는데 프로그램이 메일슬롯을 열지도, 쓰지도 않았습니다."},
    {"refusal_unsaid",
     "{call} failed with error {error:error}, and the program did not say \"Unable to broadcast\".",
     "{call}이/가 오류 {error:error}으로/로 실패했는데 \"Unable to broadcast\"라고 알리지 않았습니다."},
    {"refusal_without_number",
     "{call} failed with error {error:error}; the program said \"Unable to broadcast\", but not the number. Keep GetLastError() before another call overwrites it.",
     "{call}이/가 오류 {error:error}으로/로 실패했습니다. \"Unable to broadcast\"라고는 했지만 오류 번호가 없습니다. 다른 함수를 부르기 전에 GetLastError()의 값을 간직해 두세요."},
    {"computer_not_named",
     "\"{expected}\" was expected on a line of its own; the program printed \"{seen}\".",
     "\"{expected}\"이/가 한 줄로 나와야 하는데 \"{seen}\"이/가 출력되었습니다."},
};

}  // namespace

std::span<const Sentence> broadcast_sentences() { return kSentences; }

}  // namespace lab::text

// What the checks of the mail labs say about two programs that talk to each other, and about handles to mailslots.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    // MailSender and the student's own MailReceiver. receiver, program: their names.
    {"peer_not_started", "{receiver} could not be started beside it. Look at the verdict of lab 01 first.",
     "{receiver}을/를 함께 시작하지 못했습니다. 먼저 실습 01의 판정을 보세요."},
    {"peer_made_no_slot", "Your {receiver} ran beside {program}, but created no mailslot. Mend it in lab 01 first.",
     "{program}과/와 함께 실행한 {receiver}이/가 메일슬롯을 만들지 않았습니다. 실습 01에서 먼저 고치세요."},
    {"halves_speak_differently",
     "Your {receiver} made its mailslot with {creation}, and {program} opened it with {opening}: one speaks UTF-16, the other bytes. Build "
     "both with UNICODE, or both without.",
     "{receiver}은/는 {creation}으로/로 메일슬롯을 만들고 {program}은/는 {opening}으로/로 열었습니다. 한쪽은 UTF-16을, 다른 쪽은 바이트를 "
     "주고받습니다. 둘 다 UNICODE로 빌드하거나 둘 다 UNICODE 없이 빌드하세요."},
    {"peer_did_not_print", "\"{message}\" was sent, but your {receiver} did not print it on a line of its own; it printed \"{seen}\".",
     "\"{message}\"을/를 보냈지만 {receiver}이/가 그것을 한 줄로 출력하지 않았습니다. 출력된 것은 \"{seen}\"입니다."},
    {"peer_did_not_end", "{program} sent `exit` and ended, but your {receiver} did not end.",
     "{program}은/는 `exit`를 보내고 끝났지만 {receiver}은/는 끝나지 않았습니다."},

    // MailChat. text: the message or the line.
    {"nobody_reads",
     "Nobody has read from the mailslot {slot}: {program} has started no second thread, and its first one waits for the keyboard all the "
     "while.",
     "메일슬롯 {slot}에서 한 번도 읽지 않았습니다. {program}은/는 두 번째 스레드를 시작하지 않았고, 첫 번째 스레드는 키보드 입력만 "
     "기다립니다."},
    {"message_never_read", "The message \"{text}\" came and was never read.", "메시지 \"{text}\"이/가 왔지만 읽지 않았습니다."},
    {"line_never_sent", "The line \"{text}\" was typed and never sent.", "\"{text}\" 줄을 입력했지만 보내지 않았습니다."},
    {"read_only_after_a_line",
     "The message \"{text}\" had come, but was read only after something had been typed: the program waits for the keyboard and for the "
     "mailslot by turns. One thread cannot wait for both.",
     "메시지 \"{text}\"이/가 와 있었는데 무언가 입력한 다음에야 읽었습니다. 키보드와 메일슬롯을 번갈아 기다리기 때문입니다. 스레드 "
     "하나로는 둘을 함께 기다릴 수 없습니다."},
    {"sent_only_after_a_message",
     "The line \"{text}\" had been typed, but was sent only after a message had come: the program waits for the keyboard and for the "
     "mailslot by turns. One thread cannot wait for both.",
     "\"{text}\" 줄을 입력했는데 메시지가 온 다음에야 보냈습니다. 키보드와 메일슬롯을 번갈아 기다리기 때문입니다. 스레드 하나로는 둘을 "
     "함께 기다릴 수 없습니다."},
    {"speaks_both_widths",
     "{program} made its own mailslot with {creation} and opened its peer's with {opening}: it hears one encoding and speaks the other, so "
     "two of them cannot understand each other.",
     "{program}이/가 자기 메일슬롯은 {creation}으로/로 만들고 상대의 메일슬롯은 {opening}으로/로 열었습니다. 듣는 글자와 보내는 글자의 "
     "너비가 달라서 이런 프로그램 둘은 서로 알아들을 수 없습니다."},
    {"ended_without_its_peer",
     "The peer's mailslot was not there yet, and {program} ended with exit code {exit_code:code}. A chat that starts first waits for "
     "nobody: it says \"Not sent\" and goes on.",
     "상대의 메일슬롯이 아직 없다고 {program}이/가 종료 코드 {exit_code:code}으로/로 끝났습니다. 먼저 시작한 쪽은 \"Not sent\"라고 알리고 "
     "계속해야 합니다."},
    {"never_opened_again",
     "The peer had come, but the line \"{line}\" was not sent: the program tried to open the peer's mailslot only before it was there. Try "
     "again with each line.",
     "상대가 나타났는데도 \"{line}\" 줄을 보내지 않았습니다. 상대의 메일슬롯이 없을 때만 열어 보고 다시 열지 않았기 때문입니다. 줄마다 "
     "다시 열어 보세요."},
    {"still_reads_its_slot",
     "The typing had ended, but {program} was still in ReadFile for a message that nobody would send. What waits there has to be woken or "
     "told, by a read time-out for example.",
     "입력이 끝났는데 {program}은/는 아무도 보내지 않을 메시지를 ReadFile에서 계속 기다렸습니다. 거기서 기다리는 스레드를 깨우거나, 읽기 "
     "제한 시간을 두어 끝난 것을 알게 해야 합니다."},
    {"ended_untold", "{program} ended although nobody had typed `exit` and the input had not ended.",
     "`exit`를 입력하지도, 입력이 끝나지도 않았는데 {program}이/가 끝났습니다."},

    // Handles. slot: the mailslot's name.
    {"slot_left_open", "The handle of the mailslot {slot} was still open when the program ended.",
     "프로그램이 끝날 때 메일슬롯 {slot}의 핸들이 아직 열려 있었습니다."},
    {"writers_end_left_open",
     "The handle for writing to the mailslot {slot} was still open when the program ended. It refers to a kernel object of its own, "
     "another one than the receiver's handle refers to.",
     "프로그램이 끝날 때 메일슬롯 {slot}에 쓰는 핸들이 아직 열려 있었습니다. 이 핸들은 수신자의 핸들이 가리키는 것과는 다른, 별개의 커널 "
     "오브젝트를 가리킵니다."},
    {"slot_closed_twice",
     "A handle of the mailslot {slot} was closed twice. By the second time the same number may belong to something else.",
     "메일슬롯 {slot}의 핸들을 두 번 닫았습니다. 두 번째에는 같은 번호가 이미 다른 것의 핸들일 수 있습니다."},
    {"closed_no_handle",
     "{call} was given something that is not a handle. It may be the address of a handle, for example, or what a function returned that "
     "gives none.",
     "핸들이 아닌 것을 {call}에 넘겼습니다. 이를테면 핸들의 주소나, 핸들을 돌려주지 않는 함수의 반환값을 넘겼을 수 있습니다."},
};

}  // namespace

std::span<const Sentence> mail_chat_sentences() { return kSentences; }

}  // namespace lab::text

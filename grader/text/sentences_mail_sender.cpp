// What the checks of MailSender say when they fail, and those of MailChat about what is typed.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    // Opening the mailslot.
    {"never_opened", "The program never opened the mailslot {expected}. CreateFile gives the writer's end of it.",
     "메일슬롯 {expected}을/를 연 적이 없습니다. CreateFile이 메일슬롯의 쓰는 쪽 핸들을 줍니다."},
    {"opened_another_name",
     "The program opened \"{seen}\" (error {error:error}); {expected} was expected. In a C string each backslash is written twice.",
     "{expected}을/를 열어야 하는데 \"{seen}\"을/를 열었습니다(오류 {error:error}). C 문자열에서는 백슬래시를 두 번씩 적습니다."},
    {"opened_another_slot", "The program opened \"{seen}\"; {expected} was expected.",
     "{expected}을/를 열어야 하는데 \"{seen}\"을/를 열었습니다."},
    {"opened_a_file", "The program opened \"{seen}\", which is a file and no mailslot; {expected} was expected.",
     "{expected}을/를 열어야 하는데 메일슬롯이 아니라 파일인 \"{seen}\"을/를 열었습니다."},
    {"created_instead_of_opened",
     "The program called CreateMailslot. That is the receiver's part; a sender opens {expected} with CreateFile.",
     "CreateMailslot을 불렀습니다. 그것은 수신자가 하는 일이고, 송신자는 CreateFile로 {expected}을/를 엽니다."},
    {"opened_without_write_access", "CreateFile was not asked for GENERIC_WRITE, so nothing can be written through the handle.",
     "CreateFile에 GENERIC_WRITE를 요청하지 않았습니다. 그 핸들로는 아무것도 쓸 수 없습니다."},
    {"opened_to_create",
     "CreateFile was given {seen}. The mailslot is there, or nobody listens: a sender creates nothing, so OPEN_EXISTING is documented for "
     "it.",
     "CreateFile에 {seen}을/를 넘겼습니다. 메일슬롯이 있거나, 듣는 이가 없거나 둘 중 하나입니다. 송신자는 아무것도 만들지 않으므로 "
     "문서대로 OPEN_EXISTING을 씁니다."},
    {"opened_without_share_read",
     "CreateFile was called without FILE_SHARE_READ among its share modes (they were {seen}). The receiver has the mailslot open for "
     "reading all the while, and the documentation asks a sender to allow that.",
     "CreateFile의 공유 모드에 FILE_SHARE_READ가 없습니다(넘긴 값 {seen}). 수신자가 그동안 읽으려고 메일슬롯을 열어 두고 있으므로, 문서는 "
     "송신자에게 이를 허용하라고 합니다."},
    {"tried_to_open_for_ever",
     "Nobody had created the mailslot, and {program} tried to open it again and again. It was expected to say so and to end.",
     "메일슬롯을 만든 이가 없는데 {program}이/가 열기를 끝없이 되풀이했습니다. 열지 못했다고 알리고 끝나야 합니다."},
    {"said_create_for_open",
     "The program said \"Unable to create mailslot\", as older texts do. A sender creates none: what failed is the open. \"Unable to open "
     "mailslot\" says so.",
     "오래된 교재처럼 \"Unable to create mailslot\"이라고 알렸습니다. 송신자는 만들지 않습니다. 실패한 것은 여는 일이므로 \"Unable to open "
     "mailslot\"이 맞는 말입니다."},

    // What was sent. line: as it was typed; seen: the message; bytes: as WriteFile was told; expected: as many as the text has.
    {"write_failed", "WriteFile to the mailslot failed with error {error:error}.",
     "메일슬롯에 쓰는 WriteFile이 오류 {error:error}으로/로 실패했습니다."},
    {"never_wrote", "The program opened the mailslot, but never called WriteFile with its handle, so the line \"{line}\" was not sent.",
     "메일슬롯을 열었지만 그 핸들로 WriteFile을 부른 적이 없어서 \"{line}\" 줄을 보내지 않았습니다."},
    {"line_not_sent", "The line \"{line}\" was never sent.", "\"{line}\" 줄을 보내지 않았습니다."},
    {"sent_twice", "The line \"{line}\" was sent twice.", "\"{line}\" 줄을 두 번 보냈습니다."},
    {"line_changed", "The line was \"{line}\"; the message that was sent is \"{seen}\".",
     "입력한 줄은 \"{line}\"인데 보낸 메시지는 \"{seen}\"입니다."},
    {"line_cut", "The line \"{line}\" has {characters} characters; the message ends after {count}: \"{seen}\".",
     "\"{line}\" 줄은 {characters}글자인데 메시지가 {count}글자에서 끝났습니다: \"{seen}\"."},
    {"sent_in_pieces",
     "The line of {characters} characters went out in pieces, the first of {count} characters. The buffer that it is read into is too "
     "small for a line of 200 characters.",
     "{characters}글자짜리 줄을 여러 메시지로 나누어 보냈습니다. 첫 조각은 {count}글자입니다. 줄을 읽는 버퍼가 200글자짜리 줄에는 너무 "
     "작습니다."},
    {"sent_by_character", "The line \"{line}\" went out character by character, \"{seen}\" first. One message is one line.",
     "\"{line}\" 줄을 \"{seen}\"부터 한 글자씩 나누어 보냈습니다. 메시지 하나가 한 줄이어야 합니다."},
    {"line_end_came_alone",
     "After the line \"{before}\" an empty message was sent. The line has {characters} characters, and the buffer that it is read into had "
     "no room for its end, which was then read as a line of its own.",
     "\"{before}\" 줄 다음에 빈 메시지를 보냈습니다. {characters}글자인 이 줄을 읽는 버퍼에 줄 끝 문자가 들어갈 자리가 없어서, 그것이 다음 "
     "줄로 읽혔습니다."},
    {"split_at_blanks",
     "The line \"{line}\" went out word by word, \"{seen}\" first. scanf with %s and cin >> stop at a blank; fgets and getline read a "
     "whole line.",
     "\"{line}\" 줄을 \"{seen}\"부터 낱말 하나씩 나누어 보냈습니다. scanf의 %s와 cin >>은 빈칸에서 멈춥니다. fgets와 getline은 한 줄을 "
     "통째로 읽습니다."},
    {"sent_half",
     "Of the line \"{line}\" only {bytes} bytes were sent. WriteFile counts bytes; with UNICODE {characters} characters have {expected} of "
     "them: _tcslen times sizeof(TCHAR).",
     "\"{line}\" 줄에서 {bytes}바이트만 보냈습니다. WriteFile은 바이트로 셉니다. 유니코드에서 {characters}글자는 {expected}바이트, 곧 "
     "_tcslen에 sizeof(TCHAR)를 곱한 값입니다."},
    {"mixes_wide_and_narrow",
     "The mailslot was opened with {call}, and the line \"{line}\" was sent as characters of the other width. W goes with wchar_t and "
     "means UTF-16, A goes with char and means bytes; this program mixes them.",
     "{call}으로/로 메일슬롯을 열고서 \"{line}\" 줄을 다른 너비의 글자로 보냈습니다. W는 wchar_t와 짝을 이루어 UTF-16을, A는 char와 짝을 "
     "이루어 바이트를 뜻하는데 둘을 섞어 썼습니다."},
    {"sent_another_buffer",
     "The line was \"{line}\"; the {bytes} bytes that were sent hold nothing of it (\"{seen}\"). What is sent is not the array that the "
     "line was read into, or an array that nothing was put into.",
     "입력한 줄은 \"{line}\"인데 보낸 {bytes}바이트에는 그 내용이 전혀 없습니다(\"{seen}\"). 줄을 읽어 들인 배열이 아닌 다른 배열, 또는 "
     "아무것도 넣지 않은 배열을 보냈습니다."},
    {"wrote_no_bytes",
     "The line was \"{line}\", and WriteFile was told to write 0 bytes. Count the bytes of the text in the array that the line was read "
     "into.",
     "입력한 줄은 \"{line}\"인데 WriteFile에 0바이트를 쓰라고 했습니다. 줄을 읽어 들인 배열에서 글자가 모두 몇 바이트인지 세어 넘기세요."},
    {"sent_nothing_of_it",
     "The line was \"{line}\"; the message that was sent is empty. What is sent is not the array that the line was read into.",
     "입력한 줄은 \"{line}\"인데 빈 메시지를 보냈습니다. 줄을 읽어 들인 배열이 아닌 다른 배열을 보냈습니다."},
    {"sent_whole_buffer",
     "Each message had {bytes} bytes, whatever the line: the size of the buffer was sent with it. The text \"{line}\" has {expected} "
     "bytes.",
     "줄의 길이와 상관없이 메시지가 늘 {bytes}바이트였습니다. 버퍼의 크기만큼 보냈기 때문입니다. \"{line}\"은/는 {expected}바이트입니다."},
    {"sent_more_than_text",
     "The text \"{line}\" has {expected} bytes; {bytes} were sent. What stood behind the text in the buffer went with it: \"{rest}\".",
     "\"{line}\"은/는 {expected}바이트인데 {bytes}바이트를 보냈습니다. 버퍼에서 글자 뒤에 있던 것까지 함께 보냈습니다: \"{rest}\"."},
    {"failed_write_ignored",
     "WriteFile failed with error {error:error}, and {program} went on with the next line as if it had been sent. WriteFile tells by its "
     "result.",
     "WriteFile이 오류 {error:error}으로/로 실패했는데 {program}은/는 보낸 것처럼 다음 줄로 넘어갔습니다. 성공했는지는 WriteFile의 "
     "반환값이 알려 줍니다."},
    {"failed_write_unsaid",
     "WriteFile failed with error {error:error}. {program} ended with exit code {seen:code}, but said nothing; \"Unable to write\" was "
     "expected.",
     "WriteFile이 오류 {error:error}으로/로 실패했습니다. {program}은/는 종료 코드 {seen:code}으로/로 끝났지만 아무 말도 하지 않았습니다. "
     "\"Unable to write\"를 출력해야 합니다."},

    // Ending.
    {"exit_not_sent", "{program} ended on `exit` without sending it. The receiver ends on the same message, so it has to be sent, too.",
     "{program}이/가 `exit`를 보내지 않고 끝났습니다. 수신자도 그 메시지를 받아야 끝나므로 `exit`도 보내야 합니다."},
    {"newline_kept",
     "{program} did not stop at `exit`: the end of line is still in the text, so it compares \"exit\\n\" with \"exit\". fgets keeps the "
     "end of line.",
     "{program}이/가 `exit`에서 멈추지 않았습니다. 줄 끝 문자가 글자에 남아 있어서 \"exit\\n\"을 \"exit\"와 비교하게 됩니다. fgets는 줄 끝 "
     "문자를 남겨 둡니다."},
    {"sent_after_exit", "After `exit` the message \"{message}\" was sent. `exit` is the last message.",
     "`exit` 다음에 메시지 \"{message}\"을/를 또 보냈습니다. `exit`가 마지막 메시지입니다."},
    {"ended_on_longer_line",
     "The program ended on the line \"{line}\". Only the line `exit` ends it, nothing more and nothing less: compare the whole text, not "
     "its first four characters.",
     "\"{line}\" 줄에서 끝났습니다. 프로그램은 줄 전체가 정확히 `exit`일 때만 끝나야 합니다. 앞의 네 글자가 아니라 글자 전체를 "
     "비교하세요."},
    {"ended_after_line", "The program ended after the line \"{line}\", although neither `exit` nor the end of the input had come.",
     "`exit`도 입력의 끝도 오지 않았는데 \"{line}\" 줄 다음에 끝났습니다."},
    {"floods_at_end_of_input",
     "The input had ended, and the program went on sending, message after message, \"{message}\" first. fgets returns NULL at the end of "
     "the input and leaves the buffer as it was; somebody has to look at its result.",
     "입력이 끝났는데 \"{message}\"부터 메시지를 하염없이 더 보냈습니다. 입력이 끝나면 fgets는 NULL을 돌려주고 버퍼는 그대로 둡니다. 그 "
     "반환값을 확인해야 합니다."},
    {"sent_at_end_of_input",
     "The input had ended, and one more message was sent: \"{message}\". That no line is left is known only after a read has failed, so "
     "look at its result before you send.",
     "입력이 끝났는데 메시지 \"{message}\"을/를 하나 더 보냈습니다. 줄이 더 없다는 것은 읽기가 실패한 다음에야 알 수 있습니다. 보내기 전에 "
     "읽기의 결과를 확인하세요."},
    {"reads_on_at_end_of_input",
     "The input had ended, and {program} asked for the next line again and again. fgets returns NULL at the end of the input.",
     "입력이 끝났는데 {program}이/가 다음 줄을 끝없이 되물었습니다. 입력이 끝나면 fgets는 NULL을 돌려줍니다."},
    {"korean_not_sent",
     "Korean lines were not sent by {program} as they were typed. It is not scored. Does the program call setlocale(LC_ALL, \"korean\") "
     "before it reads?",
     "한글 줄은 입력한 그대로 보내지지 않았습니다({program}). 점수에는 들어가지 않습니다. 읽기 전에 setlocale(LC_ALL, \"korean\")을 "
     "부르나요?"},
};

}  // namespace

std::span<const Sentence> mail_sender_sentences() { return kSentences; }

}  // namespace lab::text

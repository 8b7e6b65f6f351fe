// What the checks of MailReceiver say when they fail, and those of MailChat about what arrives.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    // Creating the mailslot. seen: the name that was passed; expected: the right one.
    {"never_created_slot", "The program never called CreateMailslot. The mailslot {expected} is there only once somebody has created it.",
     "CreateMailslot을 부른 적이 없습니다. 메일슬롯 {expected}은/는 누군가 만들어야 생깁니다."},
    {"gave_up_before_creating",
     "{program} gave up before it called CreateMailslot: it printed \"{said}\" and ended with exit code {code}. Look at the call it says "
     "that of.",
     "{program}이/가 CreateMailslot을 부르기 전에 포기했습니다. \"{said}\"을/를 출력하고 종료 코드 {code}으로/로 끝났습니다. 그 메시지가 "
     "말하는 함수 호출을 살펴보세요."},
    {"opened_instead_of_created",
     "The program opened \"{name}\" with CreateFile. That is the sender's part; the receiver creates the mailslot, with CreateMailslot.",
     "CreateFile로 \"{name}\"을/를 열었습니다. 그것은 송신자가 하는 일이고, 수신자는 CreateMailslot으로 메일슬롯을 만듭니다."},
    {"slot_of_another_name", "The program asked CreateMailslot for \"{seen}\"; {expected} was expected.",
     "CreateMailslot에 {expected}을/를 넘겨야 하는데 \"{seen}\"을/를 넘겼습니다."},
    {"creation_failed",
     "CreateMailslot failed with error {error:error}, although the name {expected} is right and free. Look at its other arguments.",
     "{expected}은/는 올바르고 아무도 쓰지 않는 이름인데 CreateMailslot이 오류 {error:error}으로/로 실패했습니다. 다른 인자를 확인하세요."},
    {"slot_refused",
     "CreateMailslot refused the name \"{seen}\" with error {error:error}; {expected} was expected. In a C string each backslash is "
     "written twice.",
     "CreateMailslot이 \"{seen}\"이라는/라는 이름을 오류 {error:error}으로/로 거절했습니다. 이름은 {expected}이어야/여야 합니다. C "
     "문자열에서는 백슬래시를 두 번씩 적습니다."},
    {"slot_elsewhere",
     "CreateMailslot refused the name \"{seen}\" with error {error:error}. A mailslot can be created on the own computer only: {expected}.",
     "CreateMailslot이 \"{seen}\"이라는/라는 이름을 오류 {error:error}으로/로 거절했습니다. 메일슬롯은 자기 컴퓨터에만 만들 수 있습니다: "
     "{expected}."},
    {"used_no_handle",
     "{opening} failed with error {error:error}, and the program went on to {call} with what it had returned. That is INVALID_HANDLE_VALUE "
     "and not NULL.",
     "{opening}이/가 오류 {error:error}으로/로 실패했는데도 그 반환값으로 {call}을/를 불렀습니다. 실패했을 때의 반환값은 NULL이 아니라 "
     "INVALID_HANDLE_VALUE입니다."},

    // Reading. characters and bytes are the message's, room is what ReadFile was told.
    {"message_refused",
     "The mailslot did not take the message \"{message}\": the program had told CreateMailslot that no message is larger than {bytes} "
     "bytes. Count bytes there, not characters: one of UTF-16 takes two.",
     "메일슬롯이 메시지 \"{message}\"을/를 받지 않았습니다. CreateMailslot에 어떤 메시지도 {bytes}바이트보다 크지 않다고 했기 때문입니다. "
     "글자 수가 아니라 바이트 수를 적으세요. UTF-16에서는 한 글자가 2바이트입니다."},
    {"never_read", "The program never read from the mailslot {slot}.", "메일슬롯 {slot}에서 한 번도 읽지 않았습니다."},
    {"read_something_else",
     "ReadFile was given something that is not the handle of the mailslot {slot}, and failed with error {error:error}. Look at where its "
     "first argument comes from.",
     "메일슬롯 {slot}의 핸들이 아닌 것을 ReadFile에 넘겨서 오류 {error:error}으로/로 실패했습니다. 첫 번째 인자로 넘긴 값이 어디에서 "
     "왔는지 보세요."},
    {"thread_read_something_else",
     "A second thread called ReadFile, with something that is not the handle of the mailslot {slot}: error {error:error}. Look at what the "
     "thread was given when it was started, and at what it makes of that.",
     "두 번째 스레드가 ReadFile을 불렀지만 넘긴 것이 메일슬롯 {slot}의 핸들이 아니어서 오류 {error:error}으로/로 실패했습니다. 스레드를 "
     "시작할 때 인자로 무엇을 넘겼고, 스레드가 그것을 어떻게 쓰는지 보세요."},
    {"slot_made_anew",
     "The program closed its mailslot and created it again, and the message \"{message}\" was never read: what waits in a mailslot is lost "
     "when its handle is closed. Keep the one mailslot open.",
     "메일슬롯을 닫고 다시 만들어서 메시지 \"{message}\"을/를 읽지 못했습니다. 핸들을 닫으면 메일슬롯에서 기다리던 메시지는 사라집니다. "
     "메일슬롯 하나를 계속 열어 두세요."},
    {"message_not_read", "The message \"{message}\" was never read.", "메시지 \"{message}\"을/를 읽지 않았습니다."},
    {"gave_up_on_122",
     "ReadFile answered error 122 (ERROR_INSUFFICIENT_BUFFER): the message of {characters} characters took {bytes} bytes, and there was "
     "room for {room}. The message is still in the slot then and can be read with more room; the program gave up.",
     "ReadFile이 오류 122(ERROR_INSUFFICIENT_BUFFER)로 실패했습니다. {characters}글자짜리 메시지는 {bytes}바이트인데 자리는 "
     "{room}바이트뿐이었습니다. 이때 메시지는 메일슬롯에 그대로 남아 있어서 더 큰 버퍼로 읽을 수 있는데도 그만두었습니다."},
    {"asked_again_with_the_same_room",
     "ReadFile answered error 122 (ERROR_INSUFFICIENT_BUFFER): the message took {bytes} bytes, and there was room for {room}. The message "
     "stays in the slot, so asking again with the same room brings the same answer for ever.",
     "ReadFile이 오류 122(ERROR_INSUFFICIENT_BUFFER)로 실패했습니다. 메시지는 {bytes}바이트인데 자리는 {room}바이트뿐이었습니다. 메시지가 "
     "메일슬롯에 그대로 남아 있으므로 같은 크기로 다시 물으면 같은 답만 끝없이 돌아옵니다."},
    {"read_room_in_characters",
     "ReadFile was told that there is room for {room} bytes, and a message of {characters} characters did not fit: with UNICODE it has "
     "{bytes} bytes. ReadFile counts bytes, so the buffer's size is its characters times sizeof(TCHAR).",
     "ReadFile에 자리가 {room}바이트라고 알려 주어서 {characters}글자짜리 메시지가 들어가지 못했습니다. 유니코드에서는 이 메시지가 "
     "{bytes}바이트입니다. ReadFile은 바이트로 세므로 버퍼의 크기는 글자 수에 sizeof(TCHAR)를 곱한 값입니다."},
    {"took_121_for_failure",
     "At {at_ms} ms ReadFile answered error 121 (ERROR_SEM_TIMEOUT), because no message had come within the read time-out of {timeout_ms} "
     "ms. That means \"nothing yet\", but the program took it for a failure and stopped reading.",
     "{at_ms} ms에 ReadFile이 오류 121(ERROR_SEM_TIMEOUT)로 돌아왔습니다. 읽기 제한 시간 {timeout_ms} ms 안에 메시지가 오지 않았다는 "
     "뜻입니다. \"아직 없음\"일 뿐인데 실패로 여기고 더는 읽지 않았습니다."},
    {"reported_the_time_out",
     "The program printed \"{sentence}\" although no read had failed: error 121 (ERROR_SEM_TIMEOUT) only says that no message has come "
     "yet.",
     "실패한 읽기가 없는데도 \"{sentence}\"을/를 출력했습니다. 오류 121(ERROR_SEM_TIMEOUT)은 아직 메시지가 오지 않았다는 뜻일 뿐입니다."},
    {"read_no_more_after_error", "ReadFile failed with error {error:error}, and the program read no more.",
     "ReadFile이 오류 {error:error}으로/로 실패한 다음 더는 읽지 않았습니다."},
    {"waits_on_slot",
     "{program} waited for the handle of its mailslot with {call}. Nowhere is it documented that a mailslot can be waited for; ReadFile "
     "itself waits for the next message.",
     "{program}이/가 {call}으로/로 메일슬롯의 핸들을 기다렸습니다. 메일슬롯을 대기 함수로 기다릴 수 있다는 문서는 없습니다. 다음 메시지는 "
     "ReadFile이 알아서 기다립니다."},
    {"read_on_after_error",
     "ReadFile failed with error {error:error}, and {program} went on as if it had not. It was expected to say so and to end with exit "
     "code 1.",
     "ReadFile이 오류 {error:error}으로/로 실패했는데 {program}은/는 아무 일 없는 듯 계속했습니다. 실패를 알리고 종료 코드 1로 끝나야 "
     "합니다."},
    {"failed_read_unsaid",
     "ReadFile failed with error {error:error}. {program} ended with exit code {seen:code}, but said nothing; \"Unable to read\" was "
     "expected.",
     "ReadFile이 오류 {error:error}으로/로 실패했습니다. {program}은/는 종료 코드 {seen:code}으로/로 끝났지만 아무 말도 하지 않았습니다. "
     "\"Unable to read\"를 출력해야 합니다."},
    {"oversized_unsaid",
     "A message of {bytes} bytes did not fit into {room}, and the program neither printed it nor said \"Unable to read\": it is lost "
     "without a word.",
     "{bytes}바이트짜리 메시지가 {room}바이트에 들어가지 못했는데, 출력하지도 않고 \"Unable to read\"라고 알리지도 않았습니다. 메시지가 "
     "말없이 사라졌습니다."},

    // Ending.
    {"ended_on_longer_message",
     "The program ended on the message \"{message}\". Only the message `exit` ends it, nothing more and nothing less: compare the whole "
     "text, not its first four characters.",
     "메시지 \"{message}\"에서 끝났습니다. 프로그램은 메시지 전체가 정확히 `exit`일 때만 끝나야 합니다. 앞의 네 글자가 아니라 글자 전체를 "
     "비교하세요."},
    {"ended_on_stale_text",
     "The program ended on the message \"{message}\": with what \"{before}\" had left behind it in the buffer, that reads \"{buffer}\". "
     "Put the terminator behind the message before you compare.",
     "메시지 \"{message}\"에서 끝났습니다. 앞서 온 \"{before}\"이/가 버퍼에 남긴 글자와 합쳐져 \"{buffer}\"으로/로 읽혔기 때문입니다. "
     "비교하기 전에 메시지 끝에 널 문자를 넣으세요."},
    {"ended_on_empty_message",
     "The program ended on a message of 0 bytes. ReadFile returned TRUE for it: an empty message is a message, and no end.",
     "0바이트짜리 메시지에서 끝났습니다. ReadFile은 TRUE를 돌려주었습니다. 빈 메시지도 메시지이고, 끝을 뜻하지 않습니다."},
    {"ended_after_message", "The program ended after the message \"{message}\", although `exit` had not come.",
     "`exit`가 오지 않았는데 메시지 \"{message}\" 다음에 끝났습니다."},
    {"read_again_after_exit",
     "{program} had read the message `exit` and went on to read another one. Does it compare the whole text, after the terminator has been "
     "put behind it?",
     "{program}이/가 메시지 `exit`를 읽고도 다음 메시지를 또 읽으러 갔습니다. 널 문자를 넣은 다음에 글자 전체를 비교하고 있나요?"},
    {"terminated_exit_ignored",
     "{program} had read `exit` with an end of line behind it and went on to read another message. A message that ends in NUL, CR or LF "
     "means the same as without.",
     "{program}이/가 줄 끝이 붙은 `exit`를 읽고도 다음 메시지를 또 읽으러 갔습니다. 메시지 끝의 널 문자, CR, LF는 없는 것과 같습니다."},

    // Crashes. message: the one that had been read last.
    {"wrote_past_full_buffer",
     "{program} wrote past the end of its buffer: the message of {characters} characters took {bytes} bytes and filled all the room that "
     "ReadFile had been told of, and the terminator went behind it. Keep one character of the buffer back for it.",
     "{program}이/가 버퍼의 끝을 넘어서 썼습니다. {characters}글자({bytes}바이트)짜리 메시지가 ReadFile에 알려 준 자리를 가득 채웠는데 그 "
     "뒤에 널 문자를 넣었습니다. 널 문자가 들어갈 한 글자를 남겨 두세요."},
    {"used_bytes_as_index",
     "{program} used an array beyond its end after a message of {characters} characters. ReadFile counts bytes, {bytes} here: with UNICODE "
     "the terminator belongs at index {characters}, which is the bytes divided by sizeof(TCHAR).",
     "{program}이/가 {characters}글자짜리 메시지를 읽고 나서 배열의 끝을 넘어서 썼습니다. ReadFile이 알려 주는 수는 바이트이고 여기서는 "
     "{bytes}입니다. 유니코드에서 널 문자의 자리는 바이트 수를 sizeof(TCHAR)로 나눈 {characters}번째입니다."},
    {"wrote_past_buffer",
     "{program} used an array beyond its end after it had read \"{message}\" ({bytes} bytes, with room for {room}). ReadFile puts no "
     "terminator behind a message: has your program put one there before anything looks for the end of the text?",
     "{program}이/가 \"{message}\"을/를 읽고 나서 배열의 끝을 넘어서 썼습니다({bytes}바이트, 자리는 {room}바이트). ReadFile은 메시지 끝에 "
     "널 문자를 넣어 주지 않습니다. 글의 끝을 찾기 전에 널 문자부터 넣었나요?"},
    {"crashed_after_full_buffer",
     "{program} crashed with {exception:code} after a message of {bytes} bytes had filled all the room that ReadFile had been told of. "
     "Writing the terminator behind it does that. Of an .exe only the consequence can be seen; where the grader builds the source, it "
     "stops such a write itself.",
     "{bytes}바이트짜리 메시지가 ReadFile에 알려 준 자리를 가득 채운 다음 {program}이/가 {exception:code}으로/로 비정상 종료했습니다. 그 "
     "뒤에 널 문자를 쓰면 이렇게 됩니다. .exe에서는 결과만 보이지만, 소스를 제출하면 채점기가 바로 그 쓰기를 잡아냅니다."},
    {"judged_by_consequences",
     "{program} was handed in as an .exe, where a write past the end of an array shows itself by its consequences only. None was seen; in "
     "a source that the grader builds it would be stopped.",
     "{program}을/를 .exe로 제출했습니다. .exe에서는 배열의 끝을 넘어서 쓰더라도 그 결과로만 알 수 있는데, 드러난 것은 없었습니다. 소스를 "
     "제출하면 채점기가 그런 쓰기를 바로 잡아냅니다."},
    {"crashed_on_format",
     "{program} crashed with {exception:code} on the message \"{message}\": printf took the message for its format, and looked for what %s "
     "means. Print it with the format \"%s\".",
     "{program}이/가 메시지 \"{message}\"에서 {exception:code}으로/로 비정상 종료했습니다. printf가 메시지를 형식 문자열로 여기고 %s에 "
     "넣을 값을 찾았습니다. \"%s\" 형식으로 출력하세요."},
    {"vanished_after_message",
     "{program} was gone as soon as it had read a message of {bytes} bytes: what wrote over its stack left nothing that could end in good "
     "order. ReadFile had been told of room for {room} bytes; is the array as large as that?",
     "{program}이/가 {bytes}바이트짜리 메시지를 읽자마자 사라졌습니다. 스택을 덮어써서 제대로 끝낼 수도 없게 된 것입니다. ReadFile에는 "
     "자리가 {room}바이트라고 알려 주었습니다. 배열이 정말 그만큼 큰가요?"},
    {"crashed_after_message", "{program} crashed with {exception:code} after it had read \"{message}\".",
     "{program}이/가 \"{message}\"을/를 읽고 나서 {exception:code}으로/로 비정상 종료했습니다."},
};

}  // namespace

std::span<const Sentence> mail_receiver_sentences() { return kSentences; }

}  // namespace lab::text

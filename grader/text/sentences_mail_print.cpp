// How a message came out of a receiver when it did not come out as it had gone in.
#include "text/catalogue.h"

namespace lab::text {
namespace {

// message: as it was sent; seen: what was printed for it.
constexpr Sentence kSentences[] = {
    {"message_not_printed", "The message \"{message}\" was read, but not printed.",
     "메시지 \"{message}\"을/를 읽었지만 출력하지 않았습니다."},
    {"message_misprinted", "The message was \"{message}\"; the program printed \"{seen}\".",
     "메시지는 \"{message}\"인데 \"{seen}\"이/가 출력되었습니다."},
    {"message_cut", "The message \"{message}\" has {characters} characters; only the first {count} were printed: \"{seen}\".",
     "메시지 \"{message}\"은/는 {characters}글자인데 앞의 {count}글자만 출력되었습니다: \"{seen}\"."},
    {"shows_rest_of_earlier",
     "The message was \"{message}\"; the program printed \"{seen}\". What stands behind it, \"{rest}\", was left in the buffer by an "
     "earlier message. ReadFile puts no terminator behind a message.",
     "메시지는 \"{message}\"인데 \"{seen}\"이/가 출력되었습니다. 뒤에 붙은 \"{rest}\"은/는 앞선 메시지가 버퍼에 남긴 글자입니다. "
     "ReadFile은 메시지 끝에 널 문자를 넣어 주지 않습니다."},
    {"text_behind_message",
     "The message was \"{message}\"; the program printed \"{seen}\". What stands behind it was in the buffer before. ReadFile puts no "
     "terminator behind a message.",
     "메시지는 \"{message}\"인데 \"{seen}\"이/가 출력되었습니다. 뒤에 붙은 글자는 버퍼에 원래 있던 것입니다. ReadFile은 메시지 끝에 널 "
     "문자를 넣어 주지 않습니다."},
    {"terminated_at_bytes",
     "The message was \"{message}\"; the program printed \"{seen}\". ReadFile told {bytes} bytes, and the terminator went to index "
     "{bytes}; with UNICODE these are {characters} characters. \"{rest}\" was left in the buffer by an earlier message.",
     "메시지는 \"{message}\"인데 \"{seen}\"이/가 출력되었습니다. ReadFile이 알려 준 {bytes}은/는 바이트 수인데 그 번호의 자리에 널 문자를 "
     "넣었습니다. 유니코드에서는 {characters}글자입니다. \"{rest}\"은/는 앞선 메시지가 버퍼에 남긴 글자입니다."},
    {"terminator_printed",
     "The message \"{message}\" came with a terminator or an end of line behind it, and that was printed as if it belonged to the text: "
     "\"{seen}\".",
     "메시지 \"{message}\" 뒤에 널 문자나 줄 끝이 붙어 왔는데, 글자의 일부인 것처럼 함께 출력되었습니다: \"{seen}\"."},
    {"message_as_format",
     "The message was \"{message}\"; the program printed \"{seen}\". printf took the message for its format: a % in it has a meaning then. "
     "Print it with the format \"%s\".",
     "메시지는 \"{message}\"인데 \"{seen}\"이/가 출력되었습니다. printf가 메시지를 형식 문자열로 여겨 %에 뜻이 생겼습니다. \"%s\" 형식으로 "
     "출력하세요."},
    {"wide_taken_for_bytes",
     "The message was \"{message}\"; the program printed \"{seen}\". It made its mailslot with CreateMailslotW, which means that messages "
     "are UTF-16, but takes them for bytes: the second byte of the first letter is 0. W goes with wchar_t, A with char.",
     "메시지는 \"{message}\"인데 \"{seen}\"이/가 출력되었습니다. CreateMailslotW로 메일슬롯을 만들었으니 메시지는 UTF-16인데 바이트로 "
     "다루었습니다. 첫 글자의 둘째 바이트가 0입니다. W는 wchar_t와, A는 char와 짝을 이룹니다."},
    {"bytes_taken_for_wide",
     "The message was \"{message}\"; the program printed \"{seen}\". It made its mailslot with CreateMailslotA, which means that messages "
     "are bytes, but takes two of them for one character. W goes with wchar_t, A with char.",
     "메시지는 \"{message}\"인데 \"{seen}\"이/가 출력되었습니다. CreateMailslotA로 메일슬롯을 만들었으니 메시지는 바이트인데 두 바이트를 "
     "한 글자로 다루었습니다. W는 wchar_t와, A는 char와 짝을 이룹니다."},
    {"no_line_end", "The message \"{message}\" was printed without an end of line, so the next one stands on the same line.",
     "메시지 \"{message}\"을/를 줄을 바꾸지 않고 출력해서 다음 메시지가 같은 줄에 이어졌습니다."},
    {"prefix_differs",
     "On the line of the message \"{message}\" stands \"{before}\" before it, on other lines \"{prefix}\". It must be the same for every "
     "message, or nothing.",
     "메시지 \"{message}\"의 줄에는 앞에 \"{before}\"이/가 있고 다른 줄에는 \"{prefix}\"이/가 있습니다. 메시지 앞에는 늘 같은 글자가 "
     "있거나 아무것도 없어야 합니다."},
    {"printed_twice", "The message \"{message}\" was printed {times} times.", "메시지 \"{message}\"을/를 {times}번 출력했습니다."},
    {"printed_after_failed_read",
     "The message \"{message}\" was printed once more after a ReadFile that had failed with error {error:error}. Nothing had been read "
     "then; what was printed is the buffer's old content.",
     "오류 {error:error}으로/로 실패한 ReadFile 다음에 메시지 \"{message}\"을/를 한 번 더 출력했습니다. 아무것도 읽지 못했으니 버퍼에 남아 "
     "있던 글자입니다."},
    {"printed_for_empty_message",
     "A message of 0 bytes came, and the program printed \"{message}\" once more: the buffer's old content, since the terminator was not "
     "put at index 0.",
     "0바이트짜리 메시지가 왔는데 \"{message}\"을/를 한 번 더 출력했습니다. 0번째 자리에 널 문자를 넣지 않아 버퍼에 남아 있던 글자가 "
     "나왔습니다."},
    {"printed_out_of_order", "The message \"{message}\" was printed before one that had come earlier.",
     "메시지 \"{message}\"이/가 먼저 온 메시지보다 앞서 출력되었습니다."},
    {"korean_not_printed",
     "Korean text did not come out of {program} as it was sent. It is not scored. Does the program call setlocale(LC_ALL, \"korean\") "
     "before it prints?",
     "한글은 보낸 그대로 출력되지 않았습니다({program}). 점수에는 들어가지 않습니다. 출력하기 전에 setlocale(LC_ALL, \"korean\")을 "
     "부르나요?"},
};

}  // namespace

std::span<const Sentence> mail_print_sentences() { return kSentences; }

}  // namespace lab::text

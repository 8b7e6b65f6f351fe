// Why a line did not arrive as it was typed.
#include <algorithm>
#include <optional>
#include <sstream>

#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    // What was sent. line: as typed; seen: the message; bytes: the number passed to WriteFile; expected: the size of the text in bytes.
    {.id = "write_failed",
     .hint = {.en =
                  "Which argument of WriteFile can cause error {error:error}: the handle, the address of the text, or the number of bytes?",
              .ko = "오류 {error:error}의 원인이 될 수 있는 WriteFile의 인수는 핸들, 텍스트의 주소, 바이트 수 가운데 무엇인가요?"},
     .en = "WriteFile to the mailslot failed with error {error:error}.",
     .ko = "메일슬롯에 쓰는 WriteFile 호출이 오류 {error:error}으로/로 실패했습니다."},
    {.id = "never_wrote",
     .cause = "ended early",
     .hint =
         {.en = "The program has the handle. Which function sends bytes through it, and does your program reach that call for \"{line}\"?",
          .ko = "핸들은 얻었습니다. 그 핸들로 바이트를 보내는 함수는 무엇인가요? \"{line}\" 줄을 읽은 다음 그 호출까지 도달하나요?"},
     .en = "The program opened the mailslot but never passed its handle to WriteFile, so it did not send the line \"{line}\".",
     .ko = "메일슬롯을 열었지만 그 핸들로 WriteFile을 한 번도 호출하지 않아서 \"{line}\" 줄을 보내지 않았습니다."},
    {.id = "line_changed",
     .hint = {.en = "Which variable do you pass to WriteFile, and what does your program put into it besides the line \"{line}\"?",
              .ko = "WriteFile에 넘기는 변수는 무엇인가요? 그 변수에 \"{line}\" 말고 또 무엇을 넣나요?"},
     .en = "The line was \"{line}\"; the program sent \"{seen}\".",
     .ko = "입력한 줄은 \"{line}\"인데 보낸 메시지는 \"{seen}\"입니다."},
    {.id = "line_cut",
     .cause = "cut",
     .hints_of = "SendsLongLinesWhole",
     .en = "The line \"{line}\" is {characters} characters long, but the message ends after {count}: \"{seen}\".",
     .ko = "\"{line}\" 줄은 {characters}글자인데 메시지는 {count}글자에서 끝납니다: \"{seen}\"."},
    {.id = "sent_in_pieces",
     .cause = "cut",
     .hints_of = "SendsLongLinesWhole",
     .en = "The program sent a line of {characters} characters in several messages, the first of {count} characters. Is the buffer that it "
           "reads the line into large enough for a line of 200 characters?",
     .ko =
         "{characters}글자 줄을 여러 메시지로 나누어 보냈습니다. 첫 메시지는 {count}글자입니다. 줄을 읽는 버퍼에 200글자 줄이 들어가나요?"},
    {.id = "sent_by_character",
     .hint = {.en = "What does one iteration of your loop read: a character, or a line?",
              .ko = "반복문을 한 번 돌 때마다 무엇을 읽나요? 한 글자인가요, 한 줄인가요?"},
     .en = "The program sent the line \"{line}\" one character at a time, starting with \"{seen}\". Send each line as one message.",
     .ko = "\"{line}\" 줄을 \"{seen}\"부터 한 글자씩 나누어 보냈습니다. 한 줄은 메시지 하나로 보내야 합니다."},
    {.id = "line_end_came_alone",
     .cause = "cut",
     .hints_of = "SendsLongLinesWhole",
     .en = "After the line \"{before}\" ({characters} characters), the program sent a message that is not one of the lines: it begins with "
           "the end of that line. A buffer without room for the newline leaves it to the next read.",
     .ko = "{characters}글자인 \"{before}\" 줄 다음에, 입력한 줄이 아니라 그 줄의 줄 바꿈 문자로 시작하는 메시지를 보냈습니다. 버퍼에 줄 "
           "바꿈 문자까지 들어가지 못하면 다음 읽기에서 그 문자부터 읽습니다."},
    {.id = "sent_odd_bytes",
     .hint = {.en = "Which function counts the TCHARs before the terminator, and how many bytes does each of them take?",
              .ko = "널 문자 앞까지 TCHAR의 개수를 세는 함수는 무엇이고, TCHAR 하나는 몇 바이트인가요?"},
     .hints_of = "SendsOnlyTheText",
     .en = "The program called WriteFile with 1 byte for the line \"{line}\", which takes {expected} bytes in a UNICODE build. strlen "
           "stops at the first byte that is 0, and in UTF-16 that is the second byte of an ASCII letter. Use _tcslen times sizeof(TCHAR).",
     .ko = "유니코드 빌드에서 {expected}바이트인 \"{line}\" 줄을 보내면서 WriteFile에 바이트 수로 1을 넘겼습니다. strlen은 값이 0인 바이트 "
           "앞까지만 세는데, UTF-16에서는 ASCII 글자의 둘째 바이트가 0입니다. _tcslen의 반환값에 sizeof(TCHAR)를 곱하세요."},
    {.id = "told_too_few_bytes",
     .hint = {.en = "How many characters does \"{line}\" have, and how many bytes does each of them take? Work out the value of your "
                    "expression by hand.",
              .ko = "\"{line}\"은/는 몇 글자이고, 한 글자는 몇 바이트인가요? 작성한 식의 값을 손으로 계산해 보세요."},
     .hints_of = "SendsOnlyTheText",
     .en = "The program called WriteFile with {told} byte{told:s} for the line \"{line}\". Its {characters} characters take {expected} "
           "bytes in a UNICODE build: _tcslen times sizeof(TCHAR).",
     .ko = "\"{line}\" 줄을 보내면서 WriteFile에 바이트 수로 {told}을/를 넘겼습니다. 유니코드 빌드에서 {characters}글자는 "
           "{expected}바이트이며, _tcslen의 반환값에 sizeof(TCHAR)를 곱한 값입니다."},
    {.id = "split_at_blanks",
     .en = "The program sent the line \"{line}\" one word at a time, starting with \"{seen}\". scanf with %s and cin >> stop at a space; "
           "fgets and "
           "getline read a whole line.",
     .ko = "\"{line}\" 줄을 \"{seen}\"부터 한 단어씩 나누어 보냈습니다. scanf의 %s와 cin >>은 공백에서 멈춥니다. fgets와 getline은 한 줄 "
           "전체를 읽습니다."},
    {.id = "sent_half",
     .hint =
         {.en = "{characters} is the number of characters. How many bytes does each of them take, and in which unit does WriteFile count?",
          .ko = "{characters}은/는 글자 수입니다. 한 글자는 몇 바이트이고, WriteFile은 어떤 단위로 세나요?"},
     .hints_of = "SendsOnlyTheText",
     .en = "The program sent only {bytes} bytes of the line \"{line}\". WriteFile counts bytes; in a UNICODE build {characters} characters "
           "take {expected} bytes: _tcslen times sizeof(TCHAR).",
     .ko = "\"{line}\" 줄에서 {bytes}바이트만 보냈습니다. WriteFile은 바이트 단위로 셉니다. 유니코드 빌드에서 {characters}글자는 "
           "{expected}바이트이며, _tcslen의 반환값에 sizeof(TCHAR)를 곱한 값입니다."},
    {.id = "mixes_wide_and_narrow",
     .hint = kOneWidth,
     .en = "The program opened the mailslot with {call} but sent the line \"{line}\" with the wrong character size. W goes with wchar_t "
           "and means UTF-16, A goes with char and means bytes; this program mixes them.",
     .ko = "메일슬롯은 {call}으로/로 열었는데 \"{line}\" 줄은 크기가 다른 문자로 보냈습니다. W 함수는 wchar_t(UTF-16)와, A 함수는 "
           "char(바이트)와 함께 사용해야 하는데 둘을 섞어 썼습니다."},
    {.id = "sent_another_buffer",
     .en = "The line was \"{line}\"; the {bytes} bytes that the program sent contain no part of it or of any other line (\"{seen}\"). Do "
           "you pass WriteFile the array that holds the line?",
     .ko = "입력한 줄은 \"{line}\"인데, 보낸 {bytes}바이트에는 이 줄도 다른 줄도 들어 있지 않습니다(\"{seen}\"). 줄을 읽어 들인 배열을 "
           "WriteFile에 넘기나요?"},
    {.id = "wrote_no_bytes",
     .en = "The line was \"{line}\", but the program called WriteFile with 0 bytes. Count the bytes of the text in the array that holds "
           "the line.",
     .ko = "입력한 줄은 \"{line}\"인데 WriteFile에 바이트 수로 0을 넘겼습니다. 줄을 읽어 들인 배열에서 텍스트가 몇 바이트인지 세어 "
           "넘기세요."},
    {.id = "sent_nothing_of_it",
     .en = "The line was \"{line}\", but the message contains no text. Do you pass WriteFile the array that holds the line?",
     .ko = "입력한 줄은 \"{line}\"인데 텍스트가 없는 메시지를 보냈습니다. 줄을 읽어 들인 배열을 WriteFile에 넘기나요?"},
    {.id = "ended_on_longer_line",
     .cause = "ended early",
     .hints_of = "StopsOnlyOnExit",
     .en = "The program ended on the line \"{line}\". Only the exact line `exit` may end it: compare the whole text.",
     .ko = "\"{line}\" 줄에서 종료했습니다. 줄 전체가 정확히 `exit`일 때만 종료해야 합니다. 문자열 전체를 비교하세요."},
    {.id = "took_line_for_exit",
     .cause = "ended early",
     .hint = {.en = "Which condition ends your loop? If it uses the result of _tcscmp: that is 0 when two strings are equal, and nonzero, "
                    "for example 1, when they differ.",
              .ko = "반복문을 끝내는 조건은 무엇인가요? 조건에 _tcscmp의 결과를 쓴다면, 그 값은 두 문자열이 같을 때 0이고 다를 때는 1처럼 "
                    "0이 아닌 값입니다."},
     .hints_of = "StopsOnExit",
     .en = "The program printed \"{said}\" and ended on the line \"{line}\", which is not `exit`.",
     .ko = "`exit`가 아닌 \"{line}\" 줄에서 \"{said}\"을/를 출력하고 종료했습니다."},
    {.id = "ended_after_line",
     .cause = "ended early",
     .hint = {.en = "Which return or break did the program take after \"{line}\"? Which condition leads there, and why was it true?",
              .ko = "프로그램은 \"{line}\" 줄을 읽은 다음 어느 return 문 또는 break 문에서 끝났나요? 어떤 조건에서 그곳으로 가고, 그 "
                    "조건은 왜 참이 "
                    "되었나요?"},
     .en = "The program ended after the line \"{line}\", although it had read neither `exit` nor the end of the input.",
     .ko = "`exit`도 입력의 끝도 아닌데 \"{line}\" 줄 다음에 종료했습니다."},
    {.id = "asked_for_no_line",
     .hint = {.en = "Which function reads a line of input? Does {program} reach that call?",
              .ko = "입력에서 한 줄을 읽는 함수는 무엇인가요? {program}이/가 그 호출까지 도달하나요?"},
     .en = "{program} ended without trying to read a line of input.",
     .ko = "{program}이/가 입력을 한 줄도 읽으려 하지 않고 종료했습니다."},
}};

using nlohmann::json;
using trace::Program;

using Messages = std::vector<const Call*>;

std::string text_at(const Messages& messages, std::size_t i) { return i < messages.size() ? message_of(*messages[i]) : ""; }

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// Whether the line was sent in pieces, one message after the other.
bool in_pieces(const Messages& messages, std::size_t from, const std::string& line) {
  std::string joined;
  std::size_t i = from;
  for (; i < messages.size() && joined.size() < line.size(); ++i) {
    const std::string piece = without_terminator(message_of(*messages[i]));
    if (piece.empty()) break;
    joined += piece;
  }
  return i > from + 1 && joined == line;
}

bool in_words(const Messages& messages, std::size_t from, const std::string& line) {
  const std::vector<std::string> words = words_of(line);
  return words.size() > 1 && without_terminator(text_at(messages, from)) == words[0] &&
         (from + 1 >= messages.size() || without_terminator(text_at(messages, from + 1)) == words[1]);
}

// Whether bytes were sent although the call's suffix means UTF-16, or the other way round.
bool mixes_widths(const Call& write, const std::string& line) {
  const std::string text = message_of(write);
  if (write.wide) {
    const std::string half = line.substr(0, line.size() / 2 * 2);
    return !half.empty() && as_utf16_bytes(text).starts_with(half);
  }
  return line.size() > 1 && text.size() > 1 && as_utf16_bytes(line).starts_with(text.substr(0, std::min(text.size(), 2 * line.size())));
}

// Whether half of the text was sent: its length is in characters, but WriteFile counts bytes.
bool is_half(const Call& write, const std::string& line) {
  const auto bytes = static_cast<std::size_t>(write.value.value_or(0));
  const std::size_t length = characters(line);
  const std::string text = message_of(write).substr(0, length / 2);
  return write.wide && length > 1 && (bytes == length || bytes == length + 1) && line.starts_with(text);
}

// Whether the number of characters was divided by the size of a character instead of multiplied.
bool tells_half_of_its_characters(const Call& write, const std::string& line) {
  return write.wide && write.flags > 1 && write.flags == characters(line) / 2;
}

// Whether the message contains a piece of one of the lines.
bool has_piece_of_a_line(const std::string& text, const std::vector<std::string>& lines) {
  constexpr std::size_t kPiece = 3;
  for (std::size_t at = 0; at + kPiece <= text.size(); ++at)
    for (const std::string& line : lines)
      if (line.find(text.substr(at, kPiece)) != std::string::npos) return true;
  return false;
}

// Whether the end of the previous line was read as the beginning of this one: alone, followed by what was still in the buffer, or followed
// by the next line.
bool begins_with_a_line_end(const Messages& messages, std::size_t i, const std::string& line) {
  const std::string whole = message_of(*messages[i]);
  const std::string next = text_at(messages, i + 1);
  const bool alone = without_terminator(whole).empty() && !next.empty() && line.starts_with(next.substr(0, 1));
  return i > 0 && (alone || whole.starts_with('\n') || whole.starts_with("\r\n"));
}

Because not_this_line(const Messages& messages, std::size_t i, const std::vector<std::string>& lines) {
  const Call& write = *messages[i];
  const std::string& line = lines[i];
  const std::string text = without_terminator(message_of(write));
  const json args = {{"line", shortened(line)},          {"seen", shortened(text)},
                     {"bytes", write.value.value_or(0)}, {"told", write.flags},
                     {"expected", characters(line) * 2}, {"characters", characters(line)},
                     {"count", characters(text)},        {"call", write.wide ? "CreateFileW" : "CreateFileA"}};
  const std::uint64_t order = write.begin.order;
  if (mixes_widths(write, line)) return because(kReasons["mixes_wide_and_narrow"], args, order);
  if (in_words(messages, i, line)) return because(kReasons["split_at_blanks"], args, order);
  // A length in characters would halve every line; if only this one is cut in half, it is another mistake.
  const bool whole_before = std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i),
                                        [](const std::string& earlier) { return earlier.size() > 1; });
  if (is_half(write, line) && !whole_before) return because(kReasons["sent_half"], args, order);
  if (in_pieces(messages, i, line))
    return because(characters(text) == 1 ? kReasons["sent_by_character"] : kReasons["sent_in_pieces"], args, order);
  if (tells_half_of_its_characters(write, line)) return because(kReasons["told_too_few_bytes"], args, order);
  if (!text.empty() && line.starts_with(text)) return because(kReasons["line_cut"], args, order);
  if (i > 0 && text == lines[i - 1]) return because(kShared["sent_twice"], {{"line", shortened(lines[i - 1])}}, order);
  if (i + 1 < lines.size() && text.starts_with(lines[i + 1])) return because(kShared["line_not_sent"], args, order);
  if (begins_with_a_line_end(messages, i, line))
    return because(kReasons["line_end_came_alone"], {{"before", shortened(lines[i - 1])}, {"characters", characters(lines[i - 1])}}, order);
  if (write.flags == 0) return because(kReasons["wrote_no_bytes"], args, order);
  if (write.wide && write.flags % 2 != 0 && write.flags < 2 * characters(line))
    return because(write.flags == 1 ? kReasons["sent_odd_bytes"] : kReasons["told_too_few_bytes"], args, order);
  if (text.empty()) return because(kReasons["sent_nothing_of_it"], args, order);
  const bool of_another = std::any_of(lines.begin(), lines.end(), [&](const std::string& other) { return text.starts_with(other); });
  const std::string trimmed = line.substr(std::min(line.find_first_not_of(' '), line.size()));
  if (!of_another && trimmed.find(text) == std::string::npos && text.find(trimmed) == std::string::npos &&
      !has_piece_of_a_line(text, lines))
    return because(kReasons["sent_another_buffer"], args, order);
  return because(kReasons["line_changed"], args, order);
}

// The program ended by itself after this line, whether or not it sent it.
Because ended_on(const Run& run, const std::string& line, std::optional<std::uint64_t> order) {
  const bool looks_like_it = line.find("exit") != std::string::npos;
  const std::string goodbye = line_saying(run, kGoodBye);
  if (!looks_like_it && !goodbye.empty())
    return because(kReasons["took_line_for_exit"], {{"line", shortened(line)}, {"said", goodbye}}, order);
  if (const Call* const write = order ? trace::call_at(run, *order) : nullptr)
    if (Because taken = success_taken_for_failure(run, *write)) return taken;
  return because(looks_like_it ? kReasons["ended_on_longer_line"] : kReasons["ended_after_line"], {{"line", shortened(line)}}, order);
}

Because not_sent(const Run& run, const std::string& slot, const std::vector<std::string>& lines, std::size_t i) {
  for (const Call* write : writes_to(run, slot))
    if (write->end && write->result == 0 && !write->faulted)
      return because(kReasons["write_failed"], {{"error", write->error}}, write->begin.order);
  if (Because no_handle = used_no_handle(run)) return no_handle;
  if (Because closed = used_after_close(run, Api::kWriteFile)) return closed;
  if (Because end = unfinished(run)) return end;
  const bool took_it_for_exit = !told_to_end(run) && lines[i].find("exit") != std::string::npos;
  if (writes_to(run, slot).empty() && !took_it_for_exit) return because(kReasons["never_wrote"], {{"line", shortened(lines[i])}});
  if (!told_to_end(run)) return ended_on(run, lines[i], std::nullopt);
  return because(kShared["line_not_sent"], {{"line", shortened(lines[i])}});
}

}  // namespace

std::span<const Reason> mail_line_reasons() { return kReasons; }

Because asked_for_no_line(const Run& run) {
  if (Because end = unfinished(run)) return end;
  return because(kReasons["asked_for_no_line"], {{"program", run.actor().name}});
}

Because why_sent_otherwise(const Run& run, const std::string& slot, const std::vector<std::string>& lines) {
  const Messages messages = sent_to(run, slot);
  std::optional<std::size_t> wrong;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i < messages.size() && text_at(messages, i).starts_with(lines[i])) continue;
    // A single character says little about what went wrong; a longer line that also went wrong says more.
    if (!wrong || (lines[*wrong].size() == 1 && i < messages.size())) wrong = i;
  }
  if (!wrong && !lines.empty() && run.actor().end == Program::End::kItself && !told_to_end(run))
    return ended_on(run, lines.back(), messages[lines.size() - 1]->begin.order);
  if (!wrong) return {};
  return *wrong < messages.size() ? not_this_line(messages, *wrong, lines) : not_sent(run, slot, lines, *wrong);
}

}  // namespace lab::checks

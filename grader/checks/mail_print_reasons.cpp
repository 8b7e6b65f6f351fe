// Why a receiver did not print a message as it was sent.
#include <algorithm>
#include <cctype>

#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"
#include "text/text.h"

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    {.id = "message_not_printed",
     .hint = {.en = "Follow \"{message}\" from ReadFile on. Which condition keeps it from reaching the line that prints?",
              .ko = "ReadFile부터 \"{message}\"을/를 따라가 보세요. 어떤 조건 때문에 출력하는 줄까지 가지 못하나요?"},
     .en = "The program read the message \"{message}\" but did not print it.",
     .ko = "메시지 \"{message}\"을/를 읽었지만 출력하지 않았습니다."},
    {.id = "message_skipped_after_failed_read",
     .hint = {.en = "Which condition skips the message? Does it test the value that ReadFile returned, or only GetLastError?",
              .ko = "어떤 조건 때문에 메시지를 건너뛰나요? 그 조건은 ReadFile의 반환값을 검사하나요, GetLastError만 검사하나요?"},
     .en = "ReadFile returned TRUE and stored the message \"{message}\", but the program did not print it. The ReadFile before had failed "
           "with error {error:error}. A call that succeeds need not change the last error, so GetLastError may still return the number of "
           "the earlier failure: call it only after a call has failed.",
     .ko = "ReadFile이 TRUE를 반환하고 메시지 \"{message}\"을/를 저장했지만 출력하지 않았습니다. 바로 앞의 ReadFile은 오류 "
           "{error:error}으로/로 실패했습니다. 성공한 호출은 마지막 오류 번호를 바꾸지 않을 수 있어서 GetLastError가 앞선 실패의 번호를 "
           "그대로 "
           "반환할 수 있습니다. GetLastError는 호출이 실패했을 때만 확인하세요."},
    {.id = "message_misprinted",
     .hint = {.en = "Compare the two texts character by character. Which part of the line that prints the message makes the difference?",
              .ko = "두 텍스트를 한 글자씩 비교해 보세요. 메시지를 출력하는 줄에서 어느 부분 때문에 달라지나요?"},
     .en = "The message was \"{message}\"; the program printed \"{seen}\".",
     .ko = "메시지는 \"{message}\"인데 \"{seen}\"을/를 출력했습니다."},
    {.id = "nothing_of_message_printed",
     .cause = "no end",
     .hint = {.en = "Which variable determines where the text ends? ReadFile stored {bytes} in the variable whose address you passed to "
                    "it: is it the same variable?",
              .ko = "문자열의 끝을 어느 변수로 정하나요? ReadFile은 주소를 넘겨받은 변수에 {bytes}을/를 저장했습니다. 두 변수가 같은가요?"},
     .hints_of = "ForgetsTheMessageBefore",
     .en = "The program read the message \"{message}\" of {bytes} bytes, but the line that it printed contains none of its characters: "
           "\"{seen}\".",
     .ko = "{bytes}바이트 메시지 \"{message}\"을/를 읽었는데, 출력한 줄 \"{seen}\"에는 메시지의 글자가 하나도 없습니다."},
    {.id = "message_cut",
     .hint = {.en = "How many characters does your array hold, and what size do you pass to ReadFile? Does the code that prints the "
                    "message have a limit, too?",
              .ko = "배열에는 몇 글자가 들어가고, ReadFile에는 크기로 얼마를 넘기나요? 메시지를 출력하는 코드에도 길이 제한이 있나요?"},
     .hints_of = "PrintsALongMessageWhole",
     .en = "The message \"{message}\" is {characters} characters long, but the program printed only the first {count}: \"{seen}\".",
     .ko = "메시지 \"{message}\"은/는 {characters}글자인데 앞의 {count}글자만 출력했습니다: \"{seen}\"."},
    {.id = "shows_rest_of_earlier",
     .cause = "unterminated",
     .hints_of = "ForgetsTheMessageBefore",
     .en = "The message was \"{message}\"; the program printed \"{seen}\". The extra text \"{rest}\" is left over from an earlier message. "
           "ReadFile does not terminate the message.",
     .ko = "메시지는 \"{message}\"인데 \"{seen}\"을/를 출력했습니다. 뒤에 붙은 \"{rest}\"은/는 이전 메시지가 버퍼에 남긴 글자입니다. "
           "ReadFile은 메시지 끝에 널 문자를 넣지 않습니다."},
    {.id = "text_behind_message",
     .cause = "unterminated",
     .hints_of = "ForgetsTheMessageBefore",
     .en = "The message was \"{message}\"; the program printed \"{seen}\". \"{rest}\" is not part of the message. Do you add a terminator "
           "to the message before you print it, and print a newline after it?",
     .ko = "메시지는 \"{message}\"인데 \"{seen}\"을/를 출력했습니다. \"{rest}\"은/는 메시지의 일부가 아닙니다. 출력하기 전에 메시지 끝에 "
           "널 문자를 넣고, 출력한 다음에는 줄을 바꾸나요?"},
    {.id = "prompt_behind_message",
     .cause = "no line end",
     .hint = kLineEnds,
     .en = "The message \"{message}\" was printed without a newline: \"{rest}\", which the program also prints after other messages, "
           "follows on the same line.",
     .ko = "메시지 \"{message}\"을/를 줄 바꿈 없이 출력해서, 다른 메시지 다음에도 출력하는 \"{rest}\"이/가 같은 줄에 이어졌습니다."},
    {.id = "printed_exit",
     .hint = {.en = "Which comes first in your loop: the comparison with exit, or the line that prints the message?",
              .ko = "반복문에서 exit와 비교하는 줄과 메시지를 출력하는 줄 가운데 어느 쪽이 먼저 나오나요?"},
     .hints_of = "StopsOnExit",
     .en = "When the message `exit` arrived, the program printed \"{seen}\". `exit` ends the program and must not be printed.",
     .ko = "메시지 `exit`를 받고 \"{seen}\"을/를 출력했습니다. `exit`는 프로그램을 끝내는 메시지이므로 출력하지 않습니다."},
    {.id = "terminated_at_bytes",
     .cause = "unterminated",
     .hint = kIndexOfTheTerminator,
     .hints_of = "ForgetsTheMessageBefore",
     .en = "The message was \"{message}\"; the program printed \"{seen}\". \"{rest}\" is left over from an earlier message. ReadFile read "
           "{bytes} bytes, and the printed text ends at index {bytes}; in a UNICODE build these bytes are {characters} characters.",
     .ko =
         "메시지는 \"{message}\"인데 \"{seen}\"을/를 출력했습니다. \"{rest}\"은/는 이전 메시지가 버퍼에 남긴 글자입니다. ReadFile은 "
         "{bytes}바이트를 읽었고, 출력한 문자열은 인덱스 {bytes}에서 끝납니다. 유니코드 빌드에서 {bytes}바이트는 {characters}글자입니다."},
    {.id = "terminator_printed",
     .hints_of = "AcceptsATerminatedMessage",
     .en = "The message \"{message}\" ended with a terminator or a newline, and the program printed that as part of the text: \"{seen}\".",
     .ko = "메시지 \"{message}\" 끝에 널 문자나 줄 바꿈 문자가 붙어 왔는데, 텍스트의 일부처럼 함께 출력했습니다: \"{seen}\"."},
    {.id = "message_as_format",
     .hint = kFormatOrMessage,
     .en = "The message was \"{message}\"; the program printed \"{seen}\", which differs from the % onward. In a printf format string % "
           "has a special meaning: print the message with the format \"%s\".",
     .ko = "메시지는 \"{message}\"인데 \"{seen}\"을/를 출력해 %부터 내용이 다릅니다. printf의 형식 문자열에서 %는 특별한 의미로 "
           "해석됩니다. 메시지는 \"%s\" 형식으로 출력하세요."},
    {.id = "wide_taken_for_bytes",
     .hint = kOneWidth,
     .en = "The message was \"{message}\"; the program printed \"{seen}\". It created the mailslot with CreateMailslotW, so messages are "
           "UTF-16. Read as bytes, such a text ends after one letter, because the second byte of that letter is 0. W goes with wchar_t, A "
           "with char.",
     .ko = "메시지는 \"{message}\"인데 \"{seen}\"을/를 출력했습니다. CreateMailslotW로 메일슬롯을 만들었으므로 메시지는 UTF-16입니다. 이를 "
           "바이트로 처리하면 첫 글자의 둘째 바이트가 0이어서 한 글자에서 끝납니다. W는 wchar_t와, A는 char와 함께 사용합니다."},
    {.id = "bytes_taken_for_wide",
     .hint = kOneWidth,
     .en = "The message was \"{message}\"; the program printed \"{seen}\". It created the mailslot with CreateMailslotA, so messages are "
           "bytes, but it reads two bytes as one character. W goes with wchar_t, A with char.",
     .ko = "메시지는 \"{message}\"인데 \"{seen}\"을/를 출력했습니다. CreateMailslotA로 메일슬롯을 만들었으므로 메시지는 바이트인데, 두 "
           "바이트를 한 글자로 처리했습니다. W는 wchar_t와, A는 char와 함께 사용합니다."},
    {.id = "no_line_end",
     .cause = "no line end",
     .hint = kLineEnds,
     .en = "The message \"{message}\" was printed without a newline, so the next output follows on the same line.",
     .ko = "메시지 \"{message}\"을/를 줄 바꿈 없이 출력해서 다음 출력이 같은 줄에 이어집니다."},
    {.id = "prefix_differs",
     .en = "The program printed \"{before}\" before the message \"{message}\" and \"{prefix}\" before others. Print the same text before "
           "every message, or none.",
     .ko = "메시지 \"{message}\" 앞에는 \"{before}\"을/를, 다른 메시지 앞에는 \"{prefix}\"을/를 출력했습니다. 메시지 앞에는 늘 같은 글자를 "
           "출력하거나 아무것도 출력하지 않아야 합니다."},
    {.id = "printed_twice",
     .hint = {.en = "How many lines print the message between one ReadFile and the next?",
              .ko = "한 번의 ReadFile 호출과 다음 호출 사이에 메시지를 출력하는 줄이 몇 개인가요?"},
     .en = "The message \"{message}\" was printed {times} times.",
     .ko = "메시지 \"{message}\"을/를 {times}번 출력했습니다."},
    {.id = "printed_after_failed_read",
     .hints_of = "ReportsAFailedRead",
     .en = "The message \"{message}\" was printed again after ReadFile had failed with error {error:error}. That call read nothing, so "
           "this is old text.",
     .ko = "ReadFile이 오류 {error:error}으로/로 실패한 다음 메시지 \"{message}\"을/를 한 번 더 출력했습니다. 실패한 호출에서는 아무것도 "
           "읽지 못했으므로 이것은 이전에 읽은 내용입니다."},
    {.id = "printed_for_empty_message",
     .cause = "unterminated",
     .hints_of = "TakesAnEmptyMessage",
     .en = "After a message of 0 bytes, the program printed \"{message}\" again, which is old text. The terminator of an empty message "
           "belongs at index 0.",
     .ko = "0바이트 메시지가 왔는데 이전에 읽은 \"{message}\"을/를 한 번 더 출력했습니다. 빈 메시지에서 널 문자의 인덱스는 0입니다."},
    {.id = "printed_out_of_order",
     .en = "The message \"{message}\" was printed before one that had arrived earlier.",
     .ko = "메시지 \"{message}\"을/를 먼저 도착한 메시지보다 앞서 출력했습니다."},
}};

using nlohmann::json;

// What the run shows about the path of one message through the receiver.
struct Passage {
  std::string message;      // as it should be printed
  std::string seen;         // what was printed for it; "" for nothing
  bool ended_line = true;   // whether a line ending followed
  bool empty_line = false;  // only a line ending was printed
  const Call* read = nullptr;
  std::vector<std::string> earlier;  // the messages before it, the latest first
  std::vector<std::string> others;   // all other messages
  std::string output;                // the whole output
};

// The read that returned the message. The run contains only the beginning of a long message.
const Call* read_of_message(const Run& run, const std::string& slot, const std::string& message) {
  constexpr std::size_t kKeptWhole = 300;
  for (const Call* read : reads_of(run, slot)) {
    if (!succeeded(*read)) continue;
    const std::string text = without_terminator(message_of(*read));
    if (text == message || (text.size() > kKeptWhole && message.starts_with(text))) return read;
  }
  return nullptr;
}

// Whether the output appeared while the program ran, and not only at its end.
bool prints_at_once(const Run& run, const std::string& slot) {
  const std::vector<const Call*> reads = reads_of(run, slot);
  return reads.size() <= 1 || std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& call) {
           return call.program == kUnderTest && call.text.count("written") > 0 && call.begin.order < reads.back()->begin.order;
         });
}

constexpr std::size_t kNoChance = 3;  // this many characters do not match by chance

// Whether the line, without the prefix that all messages have, could be a distorted form of the message.
bool is_like(const std::string& line, const std::string& message, const std::string& prefix) {
  const std::string text = line.starts_with(prefix) ? line.substr(prefix.size()) : line;
  if (text.starts_with(message) || (message.size() >= kNoChance && text.find(message) != std::string::npos)) return true;
  const auto same = static_cast<std::size_t>(std::mismatch(text.begin(), text.end(), message.begin(), message.end()).first - text.begin());
  const bool cut = same > 0 && same == text.size();
  const bool other_width = message.size() > 1 && as_utf16_bytes(text).starts_with(message.substr(0, 2));
  return cut || same >= kNoChance || other_width;
}

// The line that was printed for the message by a program that printed everything at its end. A line that does not resemble the message may
// be a banner or belong to another message.
std::string line_like(const Run& run, const std::string& message, const Comparison& comparison) {
  if (is_like(comparison.next_line, message, comparison.prefix)) return comparison.next_line;
  for (const std::string& line : printed_lines(run.output))
    if (message.size() >= kNoChance && line.find(message) != std::string::npos) return line;
  return "";
}

Passage passage_of(const Run& run, const std::string& slot, const std::vector<std::string>& messages, const Comparison& comparison) {
  Passage out;
  out.message = messages[comparison.message];
  out.read = read_of_message(run, slot, out.message);
  for (std::size_t i = comparison.message; i-- > 0;) out.earlier.push_back(messages[i]);
  for (const std::string& other : messages)
    if (other != out.message) out.others.push_back(other);
  out.output = text::decode_output(run.output);
  const bool at_once = prints_at_once(run, slot);
  if (!at_once) out.seen = line_like(run, out.message, comparison);
  const std::string printed = out.read && at_once ? printed_after(run, *out.read) : "";
  const std::vector<std::string> lines = printed_lines(printed);
  out.empty_line = lines.empty() && !printed.empty();
  if (!lines.empty()) {
    const auto like_it =
        std::find_if(lines.begin(), lines.end(), [&](const std::string& line) { return is_like(line, out.message, comparison.prefix); });
    out.seen = like_it != lines.end() ? *like_it : lines.front();
    out.ended_line = printed.find('\n') != std::string::npos;
  }
  if (!comparison.prefix.empty() && out.seen.starts_with(comparison.prefix)) out.seen.erase(0, comparison.prefix.size());
  return out;
}

bool all_terminators(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '\0' || c == '\r' || c == '\n'; });
}

// Whether `rest` is the rest of an earlier, longer message: all of it, or too much to be a coincidence.
bool is_rest_of_earlier(const Passage& it, const std::string& rest) {
  return !rest.empty() && std::any_of(it.earlier.begin(), it.earlier.end(), [&](const std::string& earlier) {
    if (earlier.size() <= it.message.size()) return false;
    const std::string tail = earlier.substr(it.message.size());
    return tail == rest || (rest.size() > 1 && tail.starts_with(rest));
  });
}

// Whether the program prints the same text after another message.
bool is_behind_others(const Passage& it, const std::string& rest) {
  return std::any_of(it.others.begin(), it.others.end(),
                     [&](const std::string& other) { return it.output.find(other + rest) != std::string::npos; });
}

Because text_behind(const Passage& it, const json& args) {
  const std::string rest = it.seen.substr(it.message.size());
  const std::uint64_t order = it.read ? it.read->end->order : 0;
  const auto reason = [&](const Reason& why, json with) {
    with["rest"] = shortened(rest);
    return it.read ? because(why, std::move(with), order) : because(why, std::move(with));
  };
  // A terminator appears as itself, or as one character for each of its characters.
  const std::size_t terminator = it.read ? characters(message_of(*it.read)) - characters(it.message) : 0;
  if (all_terminators(rest) || characters(rest) <= terminator) return reason(kReasons["terminator_printed"], args);
  if (is_rest_of_earlier(it, rest)) {
    const bool as_many_bytes = it.read && it.read->wide && characters(rest) == characters(it.message);
    return reason(as_many_bytes ? kReasons["terminated_at_bytes"] : kReasons["shows_rest_of_earlier"], args);
  }
  if (is_behind_others(it, rest)) return reason(kReasons["prompt_behind_message"], args);
  return reason(kReasons["text_behind_message"], args);
}

// The program treated wide characters as bytes, or bytes as wide characters.
Because other_width(const Passage& it, const json& args) {
  if (!it.read || it.seen.empty()) return {};
  if (it.read->wide && it.message.size() > 1 && it.seen.size() == 1 && it.seen[0] == it.message[0])
    return because(kReasons["wide_taken_for_bytes"], args, it.read->end->order);
  const std::string half = it.message.substr(0, it.message.size() / 2 * 2);
  if (!it.read->wide && half.size() > 1 && as_utf16_bytes(it.seen).starts_with(half))
    return because(kReasons["bytes_taken_for_wide"], args, it.read->end->order);
  return {};
}

// The read of the same thread directly before this one, if that failed; null otherwise.
const Call* failed_before(const Run& run, const std::string& slot, const Call& read) {
  const Call* before = nullptr;
  for (const Call* other : reads_of(run, slot, read.program))
    if (other->thread == read.thread && other->begin.order < read.begin.order) before = other;
  return before && before->error != 0 ? before : nullptr;
}

Because not_printed(const Run& run, const std::string& slot, const Passage& it, json args) {
  const Call* const failed = it.read ? failed_before(run, slot, *it.read) : nullptr;
  if (!failed) return because(kReasons["message_not_printed"], std::move(args));
  args["error"] = failed->error;
  return because(kReasons["message_skipped_after_failed_read"], std::move(args), it.read->end->order);
}

Because missing(const Run& run, const std::string& slot, const Passage& it, const std::string& prefix) {
  const json args = {{"message", shortened(it.message)},     {"seen", shortened(it.seen)},
                     {"characters", characters(it.message)}, {"prefix", prefix},
                     {"count", characters(it.seen)},         {"bytes", 2 * characters(it.message)}};
  if (Because width = other_width(it, args)) return width;
  const std::size_t percent = it.message.find('%');
  if (percent != std::string::npos && it.seen.starts_with(it.message.substr(0, percent)) && it.seen.size() > percent &&
      !it.seen.starts_with(it.message) && !it.message.starts_with(it.seen))
    return because(kReasons["message_as_format"], args);
  if (it.read && it.seen.starts_with(it.message) && it.seen.size() == it.message.size() && !it.ended_line)
    return because(kReasons["no_line_end"], args);
  if (it.seen.starts_with(it.message) && it.seen.size() > it.message.size()) return text_behind(it, args);
  if (it.seen.ends_with(it.message)) {
    json other = args;
    other["before"] = shortened(it.seen.substr(0, it.seen.size() - it.message.size()));
    return because(kReasons["prefix_differs"], other);
  }
  // Text that ends in a letter is complete, so no message was supposed to follow it.
  const bool nothing_follows = it.seen.empty() ? it.empty_line : std::isalnum(static_cast<unsigned char>(it.seen.back())) == 0;
  if (it.read && nothing_follows && it.seen.find_first_of(it.message) == std::string::npos) {
    json read = args;
    read["bytes"] = it.read->value.value_or(0);
    return because(kReasons["nothing_of_message_printed"], read, it.read->begin.order);
  }
  if (it.seen.empty()) return not_printed(run, slot, it, args);
  if (it.message.starts_with(it.seen)) return because(kReasons["message_cut"], args);
  return because(kReasons["message_misprinted"], args);
}

// The message was printed again although nothing had been read: after a failed read or an empty message.
Because printed_again(const Run& run, const std::string& slot, const std::string& message, std::size_t times) {
  const bool at_once = prints_at_once(run, slot);
  for (const Call* read : reads_of(run, slot)) {
    if (!at_once || !read->end || printed_after(run, *read).find(message) == std::string::npos) continue;
    if (!succeeded(*read) && !read->ended_by_grader)
      return because(kReasons["printed_after_failed_read"], {{"message", shortened(message)}, {"error", read->error}}, read->end->order);
    if (succeeded(*read) && read->value == 0)
      return because(kReasons["printed_for_empty_message"], {{"message", shortened(message)}}, read->end->order);
  }
  return because(kReasons["printed_twice"], {{"message", shortened(message)}, {"times", times}});
}

}  // namespace

Because not_said(const std::string& sentence) { return because(kShared["sentence_not_printed"], {{"sentence", sentence}}); }

std::span<const Reason> mail_print_reasons() { return kReasons; }

Because printed_exit(const Run& run, const std::string& slot, const Call& exit) {
  const std::vector<std::string> messages = messages_to_show(run, slot);
  std::vector<std::string> lines = printed_lines(printed_after(run, exit));
  const std::string prefix = messages.empty() ? "" : compare(printed_lines(run.output), messages, Prompt::kAlwaysTheSame).prefix;
  // If a program prints everything at its end, these lines include the messages.
  for (std::size_t i = lines.size(); !messages.empty() && i-- > 0;) {
    if (lines[i] != prefix + messages.back()) continue;
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    break;
  }
  for (const std::string& line : lines)
    if (without_terminator(line) == prefix + "exit") return because(kReasons["printed_exit"], {{"seen", shortened(line)}}, exit.end->order);
  return {};
}

Because why_printed_otherwise(const Run& run, const std::string& slot, const std::vector<std::string>& messages, const Comparison& seen) {
  const std::string& message = messages[seen.message];
  switch (seen.kind) {
    case Comparison::Kind::kTwice:
      return printed_again(run, slot, message, seen.times);
    case Comparison::Kind::kOutOfOrder:
      return because(kReasons["printed_out_of_order"], {{"message", shortened(message)}});
    default:
      break;
  }
  const Passage it = passage_of(run, slot, messages, seen);
  if (!it.read) return why_not_read(run, slot, message);
  if (Because ended = took_for_exit(run, slot, *it.read)) return ended;
  if (it.seen.empty() && it.read == last_message(run, slot))
    if (Because taken = success_taken_for_failure(run, *it.read)) return taken;
  if (it.seen.empty() || it.message.find('%') != std::string::npos)
    if (Because crash = crash_reason(run, slot)) return crash;
  return missing(run, slot, it, seen.prefix);
}

}  // namespace lab::checks

// Why a message did not come out of a receiver as it had gone in.
#include <algorithm>

#include "checks/mail_reasons.h"
#include "checks/mail_run.h"

namespace lab::checks {
namespace {

using nlohmann::json;

// What the run shows about one message on its way through the receiver.
struct Passage {
  std::string message;     // as it should be shown
  std::string seen;        // what was printed for it; "" for nothing
  bool ended_line = true;  // whether something ended that line
  const Call* read = nullptr;
  std::vector<std::string> earlier;  // the messages before it, the latest first
};

// The read that brought the message. Of a long one the run keeps the beginning.
const Call* read_of_message(const Run& run, const std::string& slot, const std::string& message) {
  constexpr std::size_t kKeptWhole = 300;
  for (const Call* read : reads_of(run, slot)) {
    if (!succeeded(*read)) continue;
    const std::string text = without_terminator(message_of(*read));
    if (text == message || (text.size() > kKeptWhole && message.starts_with(text))) return read;
  }
  return nullptr;
}

// Whether the program's output came while it ran, and not all at its end.
bool prints_at_once(const Run& run, const std::string& slot) {
  const std::vector<const Call*> reads = reads_of(run, slot);
  return reads.size() <= 1 || std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& call) {
           return call.program == kUnderTest && call.text.count("written") > 0 && call.begin.order < reads.back()->begin.order;
         });
}

Passage passage_of(const Run& run, const std::string& slot, const std::vector<std::string>& messages, const Comparison& comparison) {
  Passage out;
  out.message = messages[comparison.message];
  out.read = read_of_message(run, slot, out.message);
  for (std::size_t i = comparison.message; i-- > 0;) out.earlier.push_back(messages[i]);
  const bool at_once = prints_at_once(run, slot);
  if (!at_once && !comparison.next_line.starts_with("Good")) out.seen = comparison.next_line;
  const std::string printed = out.read && at_once ? printed_after(run, *out.read) : "";
  const std::vector<std::string> lines = printed_lines(printed);
  if (!lines.empty()) {
    const auto like_it =
        std::find_if(lines.begin(), lines.end(), [&](const std::string& line) { return line.find(out.message) != std::string::npos; });
    out.seen = like_it != lines.end() ? *like_it : lines.front();
    out.ended_line = printed.find('\n') != std::string::npos;
  }
  if (!comparison.prefix.empty() && out.seen.starts_with(comparison.prefix)) out.seen.erase(0, comparison.prefix.size());
  return out;
}

bool all_terminators(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '\0' || c == '\r' || c == '\n'; });
}

// What stood behind the message in the buffer, when an earlier and longer message explains it.
bool is_rest_of_earlier(const Passage& it, const std::string& rest) {
  return !rest.empty() && std::any_of(it.earlier.begin(), it.earlier.end(), [&](const std::string& earlier) {
    return earlier.size() > it.message.size() && earlier.substr(it.message.size()).starts_with(rest);
  });
}

Because text_behind(const Passage& it, const json& args) {
  const std::string rest = it.seen.substr(it.message.size());
  const std::uint64_t order = it.read ? it.read->end->order : 0;
  const auto reason = [&](const char* id, json with) {
    with["rest"] = shortened(rest);
    return it.read ? because(id, std::move(with), order) : because(id, std::move(with));
  };
  const bool came_terminated = it.read && message_of(*it.read) != it.message;
  if (all_terminators(rest) || came_terminated) return reason("terminator_printed", args);
  if (is_rest_of_earlier(it, rest)) {
    const bool as_many_bytes = it.read && it.read->wide && characters(rest) == characters(it.message);
    return reason(as_many_bytes ? "terminated_at_bytes" : "shows_rest_of_earlier", args);
  }
  return reason("text_behind_message", args);
}

// Characters of one width taken for characters of the other.
Because other_width(const Passage& it, const json& args) {
  if (!it.read || it.seen.empty()) return nullptr;
  if (it.read->wide && it.message.size() > 1 && it.seen.size() == 1 && it.seen[0] == it.message[0])
    return because("wide_taken_for_bytes", args, it.read->end->order);
  const std::string half = it.message.substr(0, it.message.size() / 2 * 2);
  if (!it.read->wide && half.size() > 1 && as_utf16_bytes(it.seen).starts_with(half))
    return because("bytes_taken_for_wide", args, it.read->end->order);
  return nullptr;
}

Because missing(const Passage& it, const std::string& prefix) {
  const json args = {{"message", shortened(it.message)},     {"seen", shortened(it.seen)},
                     {"characters", characters(it.message)}, {"prefix", prefix},
                     {"count", characters(it.seen)},         {"bytes", 2 * characters(it.message)}};
  if (Because width = other_width(it, args); !width.is_null()) return width;
  if (it.message.find('%') != std::string::npos && !it.seen.starts_with(it.message)) return because("message_as_format", args);
  if (it.read && it.seen.starts_with(it.message) && it.seen.size() == it.message.size() && !it.ended_line)
    return because("no_line_end", args);
  if (it.seen.starts_with(it.message) && it.seen.size() > it.message.size()) return text_behind(it, args);
  if (it.seen.ends_with(it.message)) {
    json other = args;
    other["before"] = shortened(it.seen.substr(0, it.seen.size() - it.message.size()));
    return because("prefix_differs", other);
  }
  if (it.seen.empty()) return because("message_not_printed", args);
  if (it.message.starts_with(it.seen)) return because("message_cut", args);
  return because("message_misprinted", args);
}

// Printed again although nothing had been read: by a read that failed, or one of nothing.
Because printed_again(const Run& run, const std::string& slot, const std::string& message, std::size_t times) {
  for (const Call* read : reads_of(run, slot)) {
    if (!read->end || printed_after(run, *read).find(message) == std::string::npos) continue;
    if (!succeeded(*read) && !read->ended_by_grader)
      return because("printed_after_failed_read", {{"message", shortened(message)}, {"error", read->error}}, read->end->order);
    if (succeeded(*read) && read->value == 0)
      return because("printed_for_empty_message", {{"message", shortened(message)}}, read->end->order);
  }
  return because("printed_twice", {{"message", shortened(message)}, {"times", times}});
}

}  // namespace

Because why_printed_otherwise(const Run& run, const std::string& slot, const std::vector<std::string>& messages, const Comparison& seen) {
  const std::string& message = messages[seen.message];
  switch (seen.kind) {
    case Comparison::Kind::kTwice:
      return printed_again(run, slot, message, seen.times);
    case Comparison::Kind::kOutOfOrder:
      return because("printed_out_of_order", {{"message", shortened(message)}});
    default:
      break;
  }
  const Passage it = passage_of(run, slot, messages, seen);
  if (!it.read) return why_not_read(run, slot, message);
  if (it.seen.empty() || it.message.find('%') != std::string::npos)
    if (Because crash = crash_reason(run, slot); !crash.is_null()) return crash;
  return missing(it, seen.prefix);
}

}  // namespace lab::checks

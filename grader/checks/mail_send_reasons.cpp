// Why a line did not arrive as it was typed.
#include <algorithm>
#include <optional>
#include <sstream>

#include "checks/mail_reasons.h"
#include "checks/mail_run.h"

namespace lab::checks {
namespace {

using nlohmann::json;
using trace::Program;

using Messages = std::vector<const Call*>;

Messages sent(const Run& run, const std::string& slot) {
  Messages all = writes_to(run, slot);
  all.erase(std::remove_if(all.begin(), all.end(), [](const Call* write) { return !succeeded(*write); }), all.end());
  return all;
}

std::string text_at(const Messages& messages, std::size_t i) { return i < messages.size() ? message_of(*messages[i]) : ""; }

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// The line came in pieces, one message after the other.
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

// Bytes sent where UTF-16 was promised by the call's suffix, or the other way round.
bool mixes_widths(const Call& write, const std::string& line) {
  const std::string text = message_of(write);
  if (write.wide) {
    const std::string half = line.substr(0, line.size() / 2 * 2);
    return !half.empty() && as_utf16_bytes(text).starts_with(half);
  }
  return line.size() > 1 && text.size() > 1 && as_utf16_bytes(line).starts_with(text.substr(0, std::min(text.size(), 2 * line.size())));
}

// Half of a text: its length was counted in characters where WriteFile counts bytes.
bool is_half(const Call& write, const std::string& line) {
  const auto bytes = static_cast<std::size_t>(write.value.value_or(0));
  const std::size_t length = characters(line);
  const std::string text = message_of(write).substr(0, length / 2);
  return write.wide && length > 1 && (bytes == length || bytes == length + 1) && line.starts_with(text);
}

Because not_this_line(const Messages& messages, std::size_t i, const std::vector<std::string>& lines) {
  const Call& write = *messages[i];
  const std::string& line = lines[i];
  const std::string text = without_terminator(message_of(write));
  const json args = {{"line", shortened(line)},
                     {"seen", shortened(text)},
                     {"bytes", write.value.value_or(0)},
                     {"expected", characters(line) * 2},
                     {"characters", characters(line)},
                     {"count", characters(text)},
                     {"call", write.wide ? "CreateFileW" : "CreateFileA"}};
  const std::uint64_t order = write.begin.order;
  if (mixes_widths(write, line)) return because("mixes_wide_and_narrow", args, order);
  if (in_words(messages, i, line)) return because("split_at_blanks", args, order);
  // A length in characters halves every line; a single one that is cut in the middle is something else.
  const bool whole_before = std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i),
                                        [](const std::string& earlier) { return earlier.size() > 1; });
  if (is_half(write, line) && !whole_before) return because("sent_half", args, order);
  if (in_pieces(messages, i, line)) return because(characters(text) == 1 ? "sent_by_character" : "sent_in_pieces", args, order);
  if (!text.empty() && line.starts_with(text)) return because("line_cut", args, order);
  if (i > 0 && text == lines[i - 1]) return because("sent_twice", {{"line", shortened(lines[i - 1])}}, order);
  if (i + 1 < lines.size() && text.starts_with(lines[i + 1])) return because("line_not_sent", args, order);
  if (text.empty() && i > 0 && !text_at(messages, i + 1).empty() && line.starts_with(text_at(messages, i + 1).substr(0, 1)))
    return because("line_end_came_alone", {{"before", shortened(lines[i - 1])}, {"characters", characters(lines[i - 1])}}, order);
  if (write.flags == 0) return because("wrote_no_bytes", args, order);
  if (text.empty()) return because("sent_nothing_of_it", args, order);
  const bool of_another = std::any_of(lines.begin(), lines.end(), [&](const std::string& other) { return text.starts_with(other); });
  const std::string trimmed = line.substr(std::min(line.find_first_not_of(' '), line.size()));
  if (!of_another && trimmed.find(text) == std::string::npos && text.find(trimmed) == std::string::npos)
    return because("sent_another_buffer", args, order);
  return because("line_changed", args, order);
}

// The program ended by itself after this line, which it may have sent.
Because ended_on(const std::string& line, std::optional<std::uint64_t> order) {
  const bool looks_like_it = line.find("exit") != std::string::npos;
  return because(looks_like_it ? "ended_on_longer_line" : "ended_after_line", {{"line", shortened(line)}}, order);
}

Because not_sent(const Run& run, const std::string& slot, const std::vector<std::string>& lines, std::size_t i) {
  for (const Call* write : writes_to(run, slot))
    if (write->end && write->result == 0 && !write->faulted) return because("write_failed", {{"error", write->error}}, write->begin.order);
  if (Because no_handle = used_no_handle(run); !no_handle.is_null()) return no_handle;
  if (Because end = unfinished(run); !end.is_null()) return end;
  const bool took_it_for_exit = !told_to_end(run) && lines[i].find("exit") != std::string::npos;
  if (writes_to(run, slot).empty() && !took_it_for_exit) return because("never_wrote", {{"line", shortened(lines[i])}});
  if (!told_to_end(run)) return ended_on(lines[i], std::nullopt);
  return because("line_not_sent", {{"line", shortened(lines[i])}});
}

}  // namespace

Because asked_for_no_line(const Run& run) {
  if (Because end = unfinished(run); !end.is_null()) return end;
  return because("asked_for_no_line", {{"program", run.actor().name}});
}

Because why_sent_otherwise(const Run& run, const std::string& slot, const std::vector<std::string>& lines) {
  const Messages messages = sent(run, slot);
  std::optional<std::size_t> wrong;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i < messages.size() && text_at(messages, i).starts_with(lines[i])) continue;
    // One character says little about what went wrong; a longer line that went wrong, too, says more.
    if (!wrong || (lines[*wrong].size() == 1 && i < messages.size())) wrong = i;
  }
  if (!wrong && !lines.empty() && run.actor().end == Program::End::kItself && !told_to_end(run))
    return ended_on(lines.back(), messages[lines.size() - 1]->begin.order);
  if (!wrong) return nullptr;
  return *wrong < messages.size() ? not_this_line(messages, *wrong, lines) : not_sent(run, slot, lines, *wrong);
}

}  // namespace lab::checks

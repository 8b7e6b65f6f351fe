// Finds out what happened to the mailslots in a run.
#include "checks/mail_run.h"

#include <algorithm>
#include <cctype>

#include "text/text.h"
#include "text/utf8.h"

namespace lab::checks {
namespace {

using trace::Event;
using trace::Object;

char folded_letter(char c) { return c == '/' ? '\\' : static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

bool is_exit(std::string_view text) { return without_terminator(text) == "exit"; }

// The recording contains the posted text as it is in the scenario; a long message repeats that text. A recording may contain any number of
// bytes.
std::string repeated(const std::string& text, std::int64_t bytes, bool wide) {
  constexpr std::int64_t kMostBytes = 1 << 16;
  const auto characters = static_cast<std::size_t>(std::clamp<std::int64_t>(bytes, 0, kMostBytes) / (wide ? 2 : 1));
  if (text.empty() || !std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; })) return text;
  std::string out = text;
  while (out.size() < characters) out += text;
  if (characters > text.size()) out.resize(characters);
  return out;
}

}  // namespace

std::string without_terminator(std::string_view text) {
  for (const char end : {'\0', '\n', '\r'})
    if (!text.empty() && text.back() == end) text.remove_suffix(1);
  return std::string(text);
}

bool is_same_name(const std::string& a, const std::string& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return folded_letter(x) == folded_letter(y); });
}

bool is_slot(const Run& run, int index, const std::string& name) {
  return index >= 0 && index < static_cast<int>(run.slots.size()) && is_same_name(run.slots[static_cast<std::size_t>(index)].name, name);
}

std::vector<Posted> posted(const Run& run, const std::string& slot) {
  std::vector<Posted> out;
  for (const Event& event : run.events) {
    if (event.kind == Event::Kind::kPosted && is_slot(run, event.slot, slot)) {
      const bool wide = run.slots[static_cast<std::size_t>(event.slot)].wide;
      out.push_back({repeated(event.text, event.value, wide), event.value, false, event.when.order});
    }
    if (event.kind == Event::Kind::kRefused && (event.slot < 0 || is_slot(run, event.slot, slot)))
      out.push_back({event.text, 0, event.slot >= 0, event.when.order});
  }
  return out;
}

std::vector<std::string> messages_to_show(const Run& run, const std::string& slot) {
  std::vector<std::string> out;
  for (const Posted& message : posted(run, slot)) {
    if (is_exit(message.text)) break;
    const std::string text = without_terminator(message.text);
    if (!text.empty() && !message.refused) out.push_back(text);
  }
  return out;
}

std::vector<Typed> typed_lines(const Run& run) {
  std::vector<Typed> lines;
  std::string open;
  for (const Event& event : run.events) {
    if (event.kind != Event::Kind::kTyped) continue;
    for (const char c : event.text) {
      if (c != '\n')
        open += c;
      else {
        lines.push_back({without_terminator(open), event.when.order});
        open.clear();
      }
    }
  }
  return lines;
}

std::vector<Typed> lines_to_send(const Run& run) {
  std::vector<Typed> lines = typed_lines(run);
  const auto end = std::find_if(lines.begin(), lines.end(), [](const Typed& line) { return line.text == "exit"; });
  lines.erase(end, lines.end());
  return lines;
}

std::uint64_t end_of_input(const Run& run) {
  for (const Event& event : run.events)
    if (event.kind == Event::Kind::kInputEnded) return event.when.order;
  return ~std::uint64_t{0};
}

std::uint32_t reads_at_end_of_input(const Run& run) {
  const std::uint64_t end = end_of_input(run);
  std::uint32_t times = 0;
  for (const Call& call : run.calls) {
    if (call.program == kUnderTest && text_of(call, "stream") == "stdin" && call.begin.order > end) times += call.times;
  }
  return times;
}

bool itself(const Run& run) { return run.actor().end == trace::Program::End::kItself; }

bool told_to_end(const Run& run) {
  return std::any_of(run.events.begin(), run.events.end(), [](const Event& event) {
    if (event.kind == Event::Kind::kInputEnded) return true;
    if (event.kind == Event::Kind::kPosted) return is_exit(event.text);
    return event.kind == Event::Kind::kTyped && ("\n" + event.text).find("\nexit\n") != std::string::npos;
  });
}

bool is_on_slot(const Run& run, const Call& call, Object::Kind end, const std::string& slot, int program) {
  return call.program == program && !call.on.empty() && call.on[0].kind == end && is_slot(run, call.on[0].slot, slot);
}

std::vector<const Call*> reads_of(const Run& run, const std::string& slot, int program) {
  std::vector<const Call*> out;
  for (const Call& call : run.calls)
    if (call.api == Api::kReadFile && is_on_slot(run, call, Object::Kind::kMailslot, slot, program)) out.push_back(&call);
  return out;
}

const Call* last_message(const Run& run, const std::string& slot) {
  const Call* last = nullptr;
  for (const Call* read : reads_of(run, slot))
    if (succeeded(*read)) last = read;
  return last;
}

const Call* read_of_exit(const Run& run, const std::string& slot, int program) {
  for (const Call* read : reads_of(run, slot, program))
    if (succeeded(*read) && without_terminator(message_of(*read)) == "exit") return read;
  return nullptr;
}

std::vector<const Call*> writes_to(const Run& run, const std::string& slot, int program) {
  std::vector<const Call*> out;
  for (const Call& call : run.calls)
    if (call.api == Api::kWriteFile && is_on_slot(run, call, Object::Kind::kMailslotClient, slot, program)) out.push_back(&call);
  return out;
}

std::vector<const Call*> sent_to(const Run& run, const std::string& slot) {
  std::vector<const Call*> all = writes_to(run, slot);
  std::erase_if(all, [](const Call* write) { return !succeeded(*write); });
  return all;
}

std::string name_of(const Call& call) { return text_of(call, "name"); }

bool succeeded(const Call& call) { return call.end && call.result != 0; }

std::string message_of(const Call& call) { return text_of(call, "message"); }

int bytes_of_character(const Call& call) { return call.wide ? 2 : 1; }

std::vector<std::string> printed_lines(std::string_view output) {
  constexpr std::size_t kMost = 5000;
  std::vector<std::string> lines;
  const std::string text = text::decode_output(output);
  for (std::size_t from = 0; from < text.size() && lines.size() < kMost;) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    std::string line = text.substr(from, end - from);
    while (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) lines.push_back(std::move(line));
    from = end + 1;
  }
  return lines;
}

std::string printed_after(const Run& run, const Call& read) {
  if (!read.end) return "";
  std::uint64_t until = ~std::uint64_t{0};
  for (const Call& call : run.calls)
    if (call.api == Api::kReadFile && call.program == read.program && !call.on.empty() && !read.on.empty() &&
        call.on[0].kind == read.on[0].kind && call.on[0].slot == read.on[0].slot && call.begin.order > read.end->order)
      until = std::min(until, call.begin.order);
  std::string bytes;
  for (const Call& call : run.calls) {
    if (call.program != read.program || call.begin.order < read.end->order || call.begin.order >= until) continue;
    if (text_of(call, "stream") == "stdout") bytes += text_of(call, "written");
  }
  return text::decode_output(bytes);
}

std::string shortened(std::string_view text) {
  constexpr std::size_t kMost = 60;  // bytes
  const std::string whole = without_terminator(text);
  if (whole.size() <= kMost) return whole;
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(whole[end]) & 0xC0) == 0x80) --end;
  return whole.substr(0, end) + "...";
}

std::size_t characters(std::string_view text) { return as_utf16_bytes(text).size() / 2; }

std::string as_utf16_bytes(std::string_view text) {
  std::string bytes;
  const auto unit = [&](char32_t value) {
    bytes += static_cast<char>(value & 0xFF);
    bytes += static_cast<char>((value >> 8) & 0xFF);
  };
  for (std::size_t at = 0; at < text.size();) {
    const text::Character character = text::character_at(text, at);
    if (character.value >= 0x10000) {
      unit(0xD800 + ((character.value - 0x10000) >> 10));
      unit(0xDC00 + ((character.value - 0x10000) & 0x3FF));
    } else {
      unit(character.value);
    }
    at += character.bytes;
  }
  return bytes;
}

const char* creation_of(bool wide) { return wide ? "CreateMailslotW" : "CreateMailslotA"; }
const char* opening_of(bool wide) { return wide ? "CreateFileW" : "CreateFileA"; }

}  // namespace lab::checks

// Parses "A.cpp:33:17: error: ..." (GCC), "A.cpp(33): error C2065: ..." (cl), and the messages from the linkers.
#include "report/compiler_message.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>
#include <string_view>

#include "report/quoted_source.h"

namespace lab::report {
namespace {

struct Marker {
  std::string_view words;
  bool is_error;
};
constexpr Marker kMarkers[] = {{": fatal error", true}, {": error", true}, {": warning", false}};

int number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

// "A.cpp:33:17", "A.cpp(33)", "A.cpp(33,17)".
void take_place(std::string_view place, CompilerMessage& message) {
  while (place.ends_with(' ')) place.remove_suffix(1);
  if (place.ends_with(')')) {
    const std::size_t open = place.rfind('(');
    if (open == std::string_view::npos) return;
    const std::string_view inside = place.substr(open + 1, place.size() - open - 2);
    message.line = number_in(inside.substr(0, inside.find(',')));
    message.file = place.substr(0, open);
    return;
  }
  for (int numbers = 0; numbers < 2; ++numbers) {
    const std::size_t colon = place.rfind(':');
    const int number = colon == std::string_view::npos ? 0 : number_in(place.substr(colon + 1));
    if (number == 0) break;
    message.line = number;
    place = place.substr(0, colon);
  }
  if (message.line > 0) message.file = place;
}

// cl's code at the beginning of "C2065: 'x': undeclared identifier"; "" if there is none.
std::string code_at(std::string_view text) {
  const std::size_t digits = text.starts_with("LNK") ? 3 : text.starts_with("C") ? 1 : 0;
  const std::size_t end = text.find_first_not_of("0123456789", digits);
  return digits > 0 && end != std::string_view::npos && end >= digits + 4 && text[end] == ':' ? std::string(text.substr(0, end)) : "";
}

// Quoted names: 'x', or `x' for GNU's linker. A name has at least one character, which may be an apostrophe.
std::vector<Quoted> quoted_in(std::string_view text) {
  std::vector<Quoted> all;
  for (std::size_t at = 0; (at = text.find_first_of("'`", at)) != std::string_view::npos;) {
    const std::size_t end = text.find('\'', at + 2);
    if (end == std::string_view::npos) break;
    const std::string name(text.substr(at + 1, end - at - 1));
    constexpr std::string_view kAka = "{aka ";
    if (!all.empty() && at >= kAka.size() && text.substr(at - kAka.size(), kAka.size()) == kAka)
      all.back().aka = name;
    else
      all.push_back({name, ""});
    at = end + 1;
  }
  return all;
}

std::optional<CompilerMessage> message_of(std::string_view line) {
  CompilerMessage message;
  if (const std::size_t at = line.find("undefined reference to "); at != std::string_view::npos) {
    message.is_error = true;
    message.text = line.substr(at);
    message.quoted = quoted_in(message.text);
    return message;
  }
  for (const Marker& marker : kMarkers) {
    const std::size_t at = line.find(marker.words);
    if (at == std::string_view::npos) continue;
    std::string_view rest = line.substr(at + marker.words.size());
    if (!rest.starts_with(": ") && !rest.starts_with(" C") && !rest.starts_with(" LNK")) continue;
    rest.remove_prefix(rest.starts_with(": ") ? 2 : 1);
    take_place(line.substr(0, at), message);
    message.is_error = marker.is_error;
    message.code = code_at(rest);
    if (!message.code.empty()) rest.remove_prefix(std::min(message.code.size() + 2, rest.size()));
    message.text = rest;
    message.quoted = quoted_in(rest);
    // cl's linker: unresolved external symbol "int __cdecl add(int,int)" (?add@@YAHHH@Z)
    const std::size_t open = rest.find('"'), close = rest.find('"', open + 1);
    if (message.quoted.empty() && open != std::string_view::npos && close != std::string_view::npos)
      message.quoted.push_back({std::string(rest.substr(open + 1, close - open - 1)), ""});
    return message;
  }
  return {};
}

}  // namespace

std::string file_in(std::string_view line) {
  CompilerMessage message;
  for (const std::string_view marker : {": note", ": warning", ": error", ": fatal error"}) {
    const std::size_t at = line.find(marker);
    if (at != std::string_view::npos && message.file.empty()) take_place(line.substr(0, at), message);
  }
  return message.file;
}

std::vector<CompilerMessage> messages_in(const std::string& log) {
  std::vector<CompilerMessage> messages;
  std::istringstream lines(log);
  for (std::string line; std::getline(lines, line);) {
    if (auto message = message_of(line))
      messages.push_back(std::move(*message));
    else if (const std::size_t from = quoted_from(line); from > 0 && !messages.empty() && messages.back().source.empty())
      messages.back().source = line.substr(from);
  }
  return messages;
}

}  // namespace lab::report

// Splits source into tokens, always taking the longest possible one.
#include "mutate/tokens.h"

#include <algorithm>
#include <cctype>

namespace lab::mutate {
namespace {

constexpr std::string_view kLong[] = {"<<=", ">>=", "...", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=",
                                      "&&",  "||",  "+=",  "-=", "*=", "/=", "%=", "&=", "|=", "^=", "::"};

bool of_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::size_t end_of_quoted(std::string_view source, std::size_t at) {
  const char quote = source[at];
  std::size_t end = at + 1;
  while (end < source.size() && source[end] != quote) end += source[end] == '\\' ? 2 : 1;
  return std::min(end + 1, source.size());
}

std::size_t end_of_comment(std::string_view source, std::size_t at) {
  const bool of_line = source[at + 1] == '/';
  const std::size_t end = source.find(of_line ? "\n" : "*/", at + 2);
  if (end == source.npos) return source.size();
  return of_line ? end : end + 2;
}

std::size_t end_of_punctuation(std::string_view source, std::size_t at) {
  for (const std::string_view sign : kLong)
    if (source.substr(at, sign.size()) == sign) return at + sign.size();
  return at + 1;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view source) {
  std::vector<Token> tokens;
  std::size_t line = 1;
  for (std::size_t at = 0; at < source.size();) {
    const char c = source[at];
    std::size_t end = at + 1;
    Token::Kind kind = Token::Kind::kPunctuation;
    bool kept = true;
    if (std::isspace(static_cast<unsigned char>(c)) != 0) {
      kept = false;
    } else if (c == '/' && at + 1 < source.size() && (source[at + 1] == '/' || source[at + 1] == '*')) {
      end = end_of_comment(source, at);
      kept = false;
    } else if (c == '"' || c == '\'') {
      end = end_of_quoted(source, at);
      kind = Token::Kind::kText;
    } else if (of_name(c)) {
      while (end < source.size() && of_name(source[end])) ++end;
      kind = std::isdigit(static_cast<unsigned char>(c)) != 0 ? Token::Kind::kNumber : Token::Kind::kName;
    } else {
      end = end_of_punctuation(source, at);
    }
    if (kept) tokens.push_back({kind, source.substr(at, end - at), at, line});
    line += static_cast<std::size_t>(
        std::count(source.begin() + static_cast<std::ptrdiff_t>(at), source.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    at = end;
  }
  return tokens;
}

std::size_t closing(const std::vector<Token>& tokens, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < tokens.size(); ++i) {
    const std::string_view text = tokens[i].text;
    if (text == "(" || text == "[" || text == "{") ++depth;
    if ((text == ")" || text == "]" || text == "}") && --depth == 0) return i;
  }
  return tokens.size();
}

}  // namespace lab::mutate

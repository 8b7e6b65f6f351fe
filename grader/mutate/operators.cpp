// Edits operators, names, numbers, arguments, conditions and statements.
#include "mutate/operators.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace lab::mutate {
namespace {

using Kind = Token::Kind;
using Names = std::vector<std::string_view>;

const Names kRelations{"==", "!=", "<", "<=", ">", ">="};

// The replacements for each operator sign.
const std::vector<std::pair<std::string_view, Names>> kSigns{{"+", {"-"}},        {"-", {"+"}},   {"*", {"/"}},   {"/", {"*"}},
                                                             {"+=", {"-=", "="}}, {"-=", {"+="}}, {"++", {"--"}}, {"--", {"++"}}};

// Constants that can replace each other.
const std::vector<Names> kFamilies{
    {"WAIT_OBJECT_0", "WAIT_TIMEOUT", "WAIT_FAILED", "WAIT_ABANDONED"},
    {"INFINITE", "0", "5000"},
    {"MAILSLOT_WAIT_FOREVER", "0", "5000"},
    {"TRUE", "FALSE"},
    {"GENERIC_WRITE", "GENERIC_READ", "GENERIC_READ | GENERIC_WRITE", "0"},
    {"FILE_SHARE_READ", "FILE_SHARE_WRITE", "FILE_SHARE_READ | FILE_SHARE_WRITE", "0"},
    {"OPEN_EXISTING", "OPEN_ALWAYS", "CREATE_ALWAYS", "CREATE_NEW", "TRUNCATE_EXISTING"},
    {"INVALID_HANDLE_VALUE", "NULL"},
    {"ERROR_SEM_TIMEOUT", "ERROR_INSUFFICIENT_BUFFER", "ERROR_HANDLE_EOF", "WAIT_TIMEOUT"},
};

// Names that are easily confused.
const std::vector<std::pair<std::string_view, std::string_view>> kPairs{{"hProcess", "hThread"}, {"first", "last"}, {"slot", "reader"}};

bool is_constant(const Token& token) {
  return token.kind == Kind::kName && std::none_of(token.text.begin(), token.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_flow(std::string_view name) { return name == "if" || name == "while" || name == "for" || name == "switch"; }

class Edits {
 public:
  Edits(std::string_view source, const std::vector<Token>& tokens) : source_(source), tokens_(tokens) {}

  std::vector<Mutant> all() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      signs(i);
      constants(i);
      names(i);
      units(i);
      call(i);
      condition(i);
      operands(i);
      initializer(i);
      statement(i);
    }
    return std::move(edits_);
  }

 private:
  std::string_view text(std::size_t i) const { return i < tokens_.size() ? tokens_[i].text : std::string_view(); }
  std::size_t end(std::size_t i) const { return tokens_[i].at + tokens_[i].text.size(); }

  // The source from the token `from` up to, but not including, the token `to`.
  std::string_view between(std::size_t from, std::size_t to) const {
    return from < to ? source_.substr(tokens_[from].at, end(to - 1) - tokens_[from].at) : std::string_view();
  }

  void edit(const char* kind, std::size_t from, std::size_t to, std::string_view by) {
    if (from < to) edits_.push_back({kind, tokens_[from].at, between(from, to).size(), std::string(by), tokens_[from].line});
  }

  // Whether the token i can be an operator with two operands.
  bool is_binary(std::size_t i) const {
    if (i == 0) return false;
    const Token& before = tokens_[i - 1];
    return before.kind == Kind::kName ? before.text != "return" : before.kind == Kind::kNumber || before.text == ")" || before.text == "]";
  }

  void signs(std::size_t i) {
    const std::string_view sign = text(i);
    if (std::count(kRelations.begin(), kRelations.end(), sign) > 0)
      for (const std::string_view other : kRelations) edit("relational", i, i + 1, other);
    if (sign == "&&") edit("logical", i, i + 1, "||");
    if (sign == "||") edit("logical", i, i + 1, "&&");
    if (sign == "!") edit("logical", i, i + 1, "");
    const bool counts = sign == "++" || sign == "--";
    for (const auto& [known, others] : kSigns)
      if (sign == known && (counts || is_binary(i)))
        for (const std::string_view other : others) edit("arithmetic", i, i + 1, other);
  }

  void constants(std::size_t i) {
    const Token& token = tokens_[i];
    bool of_family = false;
    for (const Names& family : kFamilies) {
      if (token.kind == Kind::kNumber || std::count(family.begin(), family.end(), token.text) == 0) continue;
      of_family = true;
      for (const std::string_view other : family) edit("constant", i, i + 1, other);
    }
    if (token.kind == Kind::kNumber) number(i);
    const bool counts = token.text.starts_with("MAX") || token.text.ends_with("_SUM") || token.text.ends_with("_FAILURE") ||
                        token.text.ends_with("_TIMEOUT");
    if (is_constant(token) && !of_family && counts && text(i + 1) != "(") by_one(i, i + 1);
    if (token.kind == Kind::kText && token.text.size() > 2) edit("text", i, i + 1, "\"\"");
  }

  void number(std::size_t i) {
    const std::string_view digits = tokens_[i].text;
    if (digits.size() > 9 || digits.find_first_not_of("0123456789") != digits.npos) return by_one(i, i + 1);
    const int value = std::stoi(std::string(digits));
    edit("off_by_one", i, i + 1, std::to_string(value + 1));
    if (value > 0) edit("off_by_one", i, i + 1, std::to_string(value - 1));
  }

  void by_one(std::size_t from, std::size_t to) {
    edit("off_by_one", from, to, "(" + std::string(between(from, to)) + " + 1)");
    edit("off_by_one", from, to, "(" + std::string(between(from, to)) + " - 1)");
  }

  void names(std::size_t i) {
    const Token& token = tokens_[i];
    if (token.kind != Kind::kName) {
      if (token.text == "[" && i > 0 && tokens_[i - 1].kind == Kind::kName) by_one(i + 1, std::min(closing(tokens_, i), tokens_.size()));
      return;
    }
    for (const auto& [one, other] : kPairs) {
      if (token.text == one) edit("handle", i, i + 1, other);
      if (token.text == other) edit("handle", i, i + 1, one);
    }
    std::string twin(token.text);
    if (twin.size() > 1 && (twin.back() == '1' || twin.back() == '2')) {
      twin.back() = twin.back() == '1' ? '2' : '1';
      edit("handle", i, i + 1, twin);
    }
  }

  void units(std::size_t i) {
    if ((text(i) == "*" || text(i) == "/") && text(i + 1) == "sizeof" && text(i + 2) == "(")
      edit("units", i, closing(tokens_, i + 2) + 1, "");
    if (text(i + 1) != "(") return;
    const std::size_t close = closing(tokens_, i + 1);
    if (close >= tokens_.size()) return;
    if (text(i) == "sizeof") edit("units", i, i + 1, "_countof");
    if (text(i) == "_countof") edit("units", i, i + 1, "sizeof");
    if (text(i) == "_tcslen") edit("units", i, i + 1, "_countof");
    if (text(i) == "_countof" || text(i) == "_tcslen") by_one(i, close + 1);
  }

  // The arguments of a call, each from its first token to the one after its last.
  std::vector<std::pair<std::size_t, std::size_t>> arguments(std::size_t open, std::size_t close) const {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    std::size_t from = open + 1;
    for (std::size_t i = from; i <= close; ++i) {
      if (i == close || text(i) == ",") {
        if (from < i) found.emplace_back(from, i);
        from = i + 1;
      } else if (text(i) == "(" || text(i) == "[" || text(i) == "{") {
        i = closing(tokens_, i);
      }
    }
    return found;
  }

  void call(std::size_t i) {
    if (tokens_[i].kind != Kind::kName || text(i + 1) != "(" || is_flow(text(i))) return;
    const std::size_t close = closing(tokens_, i + 1);
    if (close >= tokens_.size()) return;
    const auto all = arguments(i + 1, close);
    for (std::size_t k = 0; k < all.size(); ++k) {
      const auto [from, to] = all[k];
      if (text(from) == "&") edit("argument", from, to, "NULL");
      if (text(from) == "0" && to == from + 1 && text(i).starts_with("WaitFor")) edit("constant", from, to, "INFINITE");
      if (k + 1 == all.size()) continue;
      const auto [next, end] = all[k + 1];
      const std::string swapped = std::string(between(next, end)) + ", " + std::string(between(from, to));
      edit("swapped", from, end, swapped);
    }
  }

  void always(std::size_t from, std::size_t to) {
    edit("condition", from, to, "TRUE");
    edit("condition", from, to, "FALSE");
  }

  void condition(std::size_t i) {
    if (text(i + 1) != "(") return;
    const std::size_t close = closing(tokens_, i + 1);
    if (close >= tokens_.size()) return;
    if (text(i) == "if" || text(i) == "while") always(i + 2, close);
    if (text(i) != "for") return;
    std::vector<std::size_t> semicolons;
    for (std::size_t k = i + 2; k < close; ++k)
      if (text(k) == ";") semicolons.push_back(k);
    if (semicolons.size() == 2) always(semicolons[0] + 1, semicolons[1]);
  }

  static bool limits_operand(std::string_view sign) {
    constexpr std::array<std::string_view, 8> kLimits{"&&", "||", "(", ")", ";", "=", ",", "return"};
    return std::find(kLimits.begin(), kLimits.end(), sign) != kLimits.end();
  }

  // Edits the two operands of && or ||.
  void operands(std::size_t i) {
    if (text(i) != "&&" && text(i) != "||") return;
    std::size_t from = i;
    for (int depth = 0; from > 0; --from) {
      const std::string_view before = text(from - 1);
      if (depth == 0 && before != ")" && limits_operand(before)) break;
      depth += before == ")" ? 1 : before == "(" ? -1 : 0;
    }
    std::size_t to = i + 1;
    while (to < tokens_.size() && (text(to) == "(" || !limits_operand(text(to)))) to = text(to) == "(" ? closing(tokens_, to) + 1 : to + 1;
    always(from, i);
    always(i + 1, std::min(to, tokens_.size()));
  }

  // In TYPE name = EXPRESSION, replaces the expression with a constant.
  void initializer(std::size_t i) {
    if (text(i) != "=" || i < 2 || tokens_[i - 1].kind != Kind::kName || tokens_[i - 2].kind != Kind::kName) return;
    std::size_t to = i + 1;
    while (to < tokens_.size() && text(to) != ";") ++to;
    const std::string_view type = text(i - 2);
    if (type == "BOOL") return always(i + 1, to);
    edit("initializer", i + 1, to, type == "HANDLE" ? "INVALID_HANDLE_VALUE" : "0");
  }

  bool begins_statement(std::size_t i) const {
    if (i == 0 || (tokens_[i].kind != Kind::kName && text(i) != "*")) return false;
    const std::string_view before = text(i - 1);
    if (before == ";" || before == "{" || before == "}" || before == "else") return !in_brackets_of_for(i);
    if (before != ")") return false;
    std::size_t open = i - 1;
    for (int depth = 0; open > 0; --open) {
      depth += text(open) == ")" ? 1 : text(open) == "(" ? -1 : 0;
      if (depth == 0) break;
    }
    return open > 0 && is_flow(text(open - 1));
  }

  bool in_brackets_of_for(std::size_t i) const {
    int depth = 0;
    for (std::size_t k = i; k-- > 0;) {
      if (text(k) == "{" || text(k) == "}") return false;
      depth += text(k) == "(" ? 1 : text(k) == ")" ? -1 : 0;
      if (depth > 0) return true;
    }
    return false;
  }

  // Removes the statement. A declaration stays, because the source would not compile without it.
  void statement(std::size_t i) {
    if (!begins_statement(i) || is_flow(text(i)) || text(i) == "else") return;
    const bool declares = i + 1 < tokens_.size() && tokens_[i + 1].kind == Kind::kName && text(i) != "return";
    if (declares) return;
    std::size_t to = i;
    while (to < tokens_.size() && text(to) != ";") to = text(to) == "(" || text(to) == "{" ? closing(tokens_, to) + 1 : to + 1;
    if (to < tokens_.size()) edit("deleted", i, to + 1, ";");
  }

  std::string_view source_;
  const std::vector<Token>& tokens_;
  std::vector<Mutant> edits_;
};

}  // namespace

std::vector<Mutant> edits_of(std::string_view source, const std::vector<Token>& tokens) { return Edits(source, tokens).all(); }

}  // namespace lab::mutate

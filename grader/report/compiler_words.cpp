// Finds the row for a message and fills in its sentences.
#include "report/compiler_words.h"

#include <algorithm>
#include <iterator>

#include "report/compiler_rows.h"
#include "report/compiler_types.h"

namespace lab::report {
namespace {

bool is_about(const CompilerRow& row, const CompilerMessage& message) {
  const auto named = [](const auto& all, const auto& test) {
    return std::any_of(std::begin(all), std::end(all), [&](std::string_view one) { return !one.empty() && test(one); });
  };
  const bool known = message.code.empty()
                         ? named(row.gcc, [&](std::string_view words) { return message.text.find(words) != std::string::npos; })
                         : named(row.cl, [&](std::string_view code) { return code == message.code; });
  return known && (!row.fits || row.fits(message));
}

nlohmann::json args_of(const CompilerMessage& message) {
  const std::string name = message.quoted.empty() ? "..." : message.quoted.front().name;
  nlohmann::json args = {
      {"open", "{"}, {"line", message.line}, {"name", name}, {"last", message.quoted.empty() ? name : message.quoted.back().name}};
  args["header"] = std::string(header_of(name));
  const auto conversion = conversion_in(message);
  const auto add = [&](const std::string& key, const std::string& type) {
    args[key] = type;
    args["a_" + key] = with_article(type);
  };
  add("from", conversion ? conversion->from.name : "...");
  add("to", conversion ? conversion->to.name : "...");
  add("from_variable", conversion ? pointed_to(conversion->from) : "...");
  add("to_variable", conversion ? pointed_to(conversion->to) : "...");
  return args;
}

std::optional<Explained> explained(const CompilerMessage& message, std::span<const CompilerRow> rows, text::Language language) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const CompilerRow& one) { return is_about(one, message); });
  if (row == rows.end()) return {};
  const nlohmann::json args = args_of(message);
  return Explained{row->id, text::filled(language, row->says.en, row->says.ko, args),
                   text::filled(language, row->hint.en, row->hint.ko, args), row->only_after};
}

}  // namespace

std::optional<Explained> explained_error(const std::string& log, text::Language language) {
  const std::vector<CompilerMessage> messages = messages_in(log);
  const auto first = std::find_if(messages.begin(), messages.end(), [](const CompilerMessage& message) { return message.is_error; });
  if (first == messages.end()) return {};
  for (auto later = first; later != messages.end(); ++later) {
    if (!later->is_error || later->file != first->file || later->line != first->line) continue;
    // A missing argument moves those after it to positions that require other types.
    if (auto count = explained(*later, error_rows(), language); count && count->id == "wrong_argument_count") return count;
  }
  return explained(*first, error_rows(), language);
}

std::vector<Explained> telling_warnings(const std::string& log, text::Language language, Seen seen) {
  std::vector<Explained> all;
  for (const CompilerMessage& message : messages_in(log)) {
    if (message.is_error) continue;
    auto one = explained(message, warning_rows(), language);
    const bool told = one && std::any_of(all.begin(), all.end(), [&](const Explained& before) { return before.says == one->says; });
    if (one && !told && one->only_after <= seen) all.push_back(std::move(*one));
  }
  if (seen == Seen::kCrash)
    std::stable_partition(all.begin(), all.end(), [](const Explained& one) { return one.only_after == Seen::kCrash; });
  return all;
}

}  // namespace lab::report

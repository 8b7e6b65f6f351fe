// Translates what CLI11 shows.
#include "cli/help.h"

#include <CLI/CLI.hpp>
#include <string_view>

#include "text/catalogue.h"

namespace lab::cli {
namespace {

// The text itself where the catalogue has no other words for it.
std::string korean(const std::string& english) {
  for (const text::Sentence& sentence : text::help_sentences())
    if (sentence.en == english) return std::string(sentence.ko);
  return english;
}

}  // namespace

text::Language language_of(int argc, char** argv) {
  std::string_view asked;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang" && i + 1 < argc) asked = argv[i + 1];
    if (word.starts_with("--lang=")) asked = word.substr(7);
  }
  if (asked == "ko") return text::Language::kKorean;
  return asked == "en" ? text::Language::kEnglish : text::system_language();
}

void describe_in(text::Language language, CLI::App& app) {
  if (language != text::Language::kKorean) return;
  app.description(korean(app.get_description()));
  app.footer(korean(app.get_footer()));
  for (const char* label : {"Usage", "OPTIONS", "SUBCOMMAND", "Positionals", "REQUIRED", "Excludes"})
    app.get_formatter()->label(label, korean(label));
  for (CLI::Option* option : app.get_options()) {
    option->description(korean(option->get_description()));
    if (!option->get_group().empty()) option->group(korean(option->get_group()));
  }
  for (CLI::App* command : app.get_subcommands({})) {
    if (!command->get_group().empty()) command->group(korean(command->get_group()));
    describe_in(language, *command);
  }
}

}  // namespace lab::cli

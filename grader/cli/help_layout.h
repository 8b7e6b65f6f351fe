// The layout of --help, the same with every version of CLI11.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "text/text.h"

namespace lab::cli {

// A formatter for CLI::App::formatter(). narrowed_help (paragraph.h) wraps its lines for the terminal's width, and removes blanks at their
// ends.
class HelpLayout : public CLI::Formatter {
 public:
  explicit HelpLayout(text::Language language);

  std::string make_description(const CLI::App* app) const override;
  std::string make_usage(const CLI::App* app, std::string name) const override;
};

}  // namespace lab::cli

// Parses the command line, and runs the command that it names.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"

namespace lab::cli {

// The language that the command line asks for, determined before the rest is parsed; the system language if it asks for none.
text::Language asked_language(int argc, char** argv);

class CommandLine {
 public:
  // `language`: the language of --help. `otherwise` runs if no command is given.
  CommandLine(const std::vector<Command>& commands, Command::Run otherwise, text::Language language);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  // Returns the exit status: the command's, or 2 if the command line is invalid. Throws what the command throws, except text::Problem,
  // which it prints.
  int run(int argc, char** argv);

  CLI::App& app() { return *app_; }

 private:
  struct Defined {
    const CLI::App* app;
    Command::Run run;
  };

  void add_reader_options(CLI::App& app);
  Reports reports(int argc, char** argv) const;
  const Command::Run& chosen() const;
  // A sentence for the user if the first word is not the name of a command; otherwise "".
  std::string unknown_command(int argc, char** argv) const;

  const text::Language language_;
  std::unique_ptr<CLI::App> app_;
  std::vector<Defined> commands_;
  Command::Run otherwise_;
  std::string typed_language_;
  bool color_ = false;
};

}  // namespace lab::cli

// The command line: reads it, and runs the command that it names.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"

namespace lab::cli {

// The language that the command line asks for, found before the rest of it is understood; else the system's.
text::Language asked_language(int argc, char** argv);

class CommandLine {
 public:
  // --help is in `language`. `otherwise` runs where no command is named.
  CommandLine(const std::vector<Command>& commands, Command::Run otherwise, text::Language language);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  // Returns the exit status: the command's, or 2 where the command line cannot be understood. Throws what the command throws, but for
  // text::Problem, which it prints.
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
  // A sentence where the first word is the name of no command; "" else.
  std::string unknown_command(int argc, char** argv) const;

  const text::Language language_;
  std::unique_ptr<CLI::App> app_;
  std::vector<Defined> commands_;
  Command::Run otherwise_;
  std::string typed_language_;
  bool color_ = false;
};

}  // namespace lab::cli

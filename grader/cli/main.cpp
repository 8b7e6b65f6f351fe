// grader: the command line.
#include <exception>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/host.h"
#include "cli/paragraph.h"
#include "compile/process.h"

int main(int argc, char** argv) {
  using namespace lab;
  try {
    return cli::CommandLine(cli::commands(), cli::stand, cli::asked_language(argc, argv)).run(argc, argv);
  } catch (const compile::Interrupted& interrupted) {
    cli::end_by(interrupted.signal);
  } catch (const std::exception& error) {
    cli::print_problem(error.what());
    return 2;
  }
}

// The differences between the host systems of the native half: how to start Windows programs, and which folders to use for files.
// Implemented in host_posix.cpp and host_windows.cpp.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lab::cli {

// The command that runs one of the kit's Windows programs: the program itself, or the kit's Wine launcher followed by the program.
// `processor`: one of processors_of_their_own(), to which the program and everything that it starts are pinned.
std::vector<std::string> windows_command(const std::filesystem::path& kit, const std::filesystem::path& exe,
                                         std::optional<int> processor = {});

// The processors among which to divide Windows programs instead of letting them use any: under Wine, programs on each processor get their
// own Wine server. Empty: the system's scheduler does better.
std::vector<int> processors_of_their_own();

// The prefix for a command line that must terminate when this process is killed, and stay on one of processors_of_their_own().
std::vector<std::string> worker_command(std::optional<int> processor);

// Whether other people's programs are run in a sandbox (box/sandbox.h) by default.
bool has_sandboxes();

// Converts a native path to the form that a Windows program understands.
std::string windows_path(const std::filesystem::path& path);

// Creates a folder that only this user can access; its path is ASCII. The folder contains a lock that this process holds until it exits and
// that no other process takes over. Removes the folders that this user's earlier processes left behind when they were killed. Throws
// std::runtime_error if no folder can be created.
std::filesystem::path make_work_folder();

// Removes such a folder, or any other. What is still in use is left to this user's next process.
void remove_work_folder(const std::filesystem::path& folder);

// Whether the stream (1: stdout, 2: stderr) is a terminal.
bool is_terminal(int stream);

// The width in columns of the terminal that the user sees; 80 if it is unknown.
int terminal_columns();

// Terminates this process as the signal would have done.
[[noreturn]] void end_by(int signal);

// The command that users type for the kit on this system: "./lab".
std::string kit_command();

// Quotes an argument for the system's shell, whatever it contains. The result is one line without control characters, in which nothing is
// expanded.
std::string shell_word(const std::string& argument);

// The path of this program's .exe or ELF file.
std::filesystem::path own_program();

}  // namespace lab::cli

// What differs between the systems that the native half runs on: how Windows programs are started, and where their files may lie.
// host_posix.cpp, host_windows.cpp.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lab::cli {

// The command that runs a Windows program of the kit: the program itself, or the kit's way to Wine before it. `processor`: one of
// processors_of_their_own(), which it and all that it starts stay on.
std::vector<std::string> windows_command(const std::filesystem::path& kit, const std::filesystem::path& exe,
                                         std::optional<int> processor = {});

// Those that Windows programs are better divided among than spread over: under Wine, where each gets a server of its own. Empty: the system
// divides them best.
std::vector<int> processors_of_their_own();

// What stands before a command line that must end when this process is killed, and stay on one of processors_of_their_own().
std::vector<std::string> worker_command(std::optional<int> processor);

// Whether somebody else's programs are played in a sandbox (box/sandbox.h) unless the user wants none.
bool has_sandboxes();

// A native path as a Windows program knows it.
std::string windows_path(const std::filesystem::path& path);

// A new folder that only this user may enter; its path is ASCII. It holds a lock, which this process has until it ends, and no other
// process takes from it. Removes those of earlier processes of this user that were killed. Throws std::runtime_error when there can be
// none.
std::filesystem::path make_work_folder();

// Whether a person reads what the stream (1: stdout, 2: stderr) gets.
bool is_terminal(int stream);

// How many columns the terminal has that people see; 80 where nobody can say.
int terminal_columns();

// Ends this process as the signal would have ended it.
[[noreturn]] void end_by(int signal);

// How people call the kit here: "./lab".
std::string kit_command();

// An argument of a command line as the system's shell takes it, whatever it contains: one line without control characters, in which nothing
// is expanded.
std::string shell_word(const std::string& argument);

// Where this program's .exe or ELF file lies.
std::filesystem::path own_program();

}  // namespace lab::cli

// A handout's page: the blocks in it that the kit writes, each after a comment that says what is shown:
//     <!-- shown: output 05/solution AdderManager worker_1_first -->
//     ```text
//     return_val1: 15
//     ```
// A figure is shown by a link to its picture; the alternative text is written by the author:
//     <!-- shown: figure 05/solution AdderManager worker_1_first -->
//     ![The bars of both workers end before the manager asks for exit codes.](figures/05-solution-AdderManager-worker_1_first.en.svg)
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lab::handout {

struct Shown {
  std::string what;                // between "shown:" and the end of the comment: "output 05/solution AdderManager worker_1_first"
  std::vector<std::string> words;  // the words in `what`: "output", "05/solution", ...
  int line = 0;                    // the line of the comment
  std::string content;             // a block's content, each line with its newline; a figure's link target

  bool is_figure() const { return !words.empty() && (words.front() == "figure" || words.front() == "failure"); }
};

// The shown blocks of a page, from top to bottom. `file`: the name for error messages. Throws text::Problem, with file and line, for a
// comment without a block on the next line, for a block that does not end, and for a figure without alternative text.
std::vector<Shown> shown_in(std::string_view page, const std::string& file);

// The page with the content of every shown block replaced with the result of `content_of`; everything else stays unchanged, byte for byte.
std::string with_blocks(std::string_view page, const std::string& file, const std::function<std::string(const Shown&)>& content_of);

// The first line that differs between two strings, in each string's version, without its newline; empty if that string has already ended.
struct Difference {
  std::string before, now;
};
Difference first_difference(std::string_view before, std::string_view now);

}  // namespace lab::handout

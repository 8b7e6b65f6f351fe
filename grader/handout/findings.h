// What is wrong with a handout's page that can be seen without a recording: its steps, the checks it names, its links and blocks, and
// whether the page in the other language tells the same.
#pragma once

#include <string>
#include <vector>

#include "text/problem.h"

namespace lab::handout {

struct Page {
  std::string file;  // what findings call it: "handouts/05.en.md"
  std::string text;
};

struct CheckOfLab {
  std::string id;
  int step = 0;
};

// The lab that a page teaches. Handout 00 teaches none: it has no steps.
struct LabFacts {
  std::string folder;  // "05_adder_manager"
  int steps = 0;       // the last TODO's number
  std::vector<CheckOfLab> checks;
};

// A page must
// - have a heading "### Step N: ..." ("### N단계: ...") for each step, in order, and show below it what the stub says at that TODO;
// - name each check of its lab, `written so`, in the section of its step, and no check that is not among `known`;
// - have no code block that is neither shown by the kit nor made of commands, which begin with "$ " or "> ", and no picture of another
//   hand's;
// - link by https to a primary source only, or to a file of the kit by its relative path.
std::vector<text::Problem> findings(const Page& page, const LabFacts& lab, const std::vector<std::string>& known);

// Two pages must have the same headings (level, and number where it is a step), and below each the same shown blocks and commands in one
// order, the same checks and https links, and as many items of lists and rows of tables.
std::vector<text::Problem> differences(const Page& one, const Page& other);

}  // namespace lab::handout

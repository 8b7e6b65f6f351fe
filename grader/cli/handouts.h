// The two tasks of `lab handouts`: updating the recorded blocks, and building the site.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cut/student_kit.h"
#include "handout/site.h"

namespace lab::cli {

struct HandoutOptions {
  std::vector<std::string> names;  // "05", "lan"; empty: all handouts, and the READMEs
  bool update = false;
  bool only_check = false;    // only report what is out of date
  std::filesystem::path out;  // the output folder of the site; empty: build/handouts
  int jobs = default_jobs();
};

// Records what the handouts and the READMEs show, rewrites their blocks (handout/page.h), and reports other problems in them.
int update_handouts(const Kit& kit, const HandoutOptions& options, const Reports& reports);
// Returns the handouts in that folder as pages (handout/site.h). With `students`, includes only the handouts that students receive, without
// the sections that are not for them.
std::vector<handout::SiteFile> site_files(const std::filesystem::path& handouts, const cut::StudentFiles* students = nullptr);
// Writes the handouts as a web site (handout/site.h).
int handout_site(const Kit& kit, const HandoutOptions& options, const Reports& reports);

}  // namespace lab::cli

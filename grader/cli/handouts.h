// The two things that `lab handouts` does.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cut/student_kit.h"
#include "handout/site.h"

namespace lab::cli {

struct HandoutOptions {
  std::vector<std::string> names;  // "05", "lan"; none means all, and the READMEs
  bool update = false;
  bool only_check = false;    // only say what is stale
  std::filesystem::path out;  // the folder for the site; empty: build/handouts
  int jobs = default_jobs();
};

// Records what the handouts and the READMEs show, rewrites their blocks (handout/page.h), and says what else is wrong with them.
int update_handouts(const Kit& kit, const HandoutOptions& options, const Reports& reports);
// The handouts in that folder as pages (handout/site.h). With `students`, only those that students receive, without the sections that are
// not for them.
std::vector<handout::SiteFile> site_files(const std::filesystem::path& handouts, const cut::StudentFiles* students = nullptr);
// Writes the handouts as a site to read in a browser (handout/site.h).
int handout_site(const Kit& kit, const HandoutOptions& options, const Reports& reports);

}  // namespace lab::cli

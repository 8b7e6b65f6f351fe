// The two things that `lab handouts` does.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.h"
#include "handout/site.h"

namespace lab::cli {

struct HandoutOptions {
  std::vector<std::string> numbers;  // "05"; none means all
  bool update = false;
  bool only_check = false;    // only say what is stale
  std::filesystem::path out;  // the folder for the site; empty: build/handouts
  int jobs = default_jobs();
};

// Records what the handouts show, rewrites their blocks (handout/page.h), and says what else is wrong with them.
int update_handouts(const Kit& kit, const HandoutOptions& options, const Reports& reports);
// The handouts in that folder as pages (handout/site.h).
std::vector<handout::SiteFile> site_files(const std::filesystem::path& handouts);
// Writes the handouts as a site to read in a browser (handout/site.h).
int handout_site(const Kit& kit, const HandoutOptions& options, const Reports& reports);

}  // namespace lab::cli

// The handouts as a small static site, with one page per handout and language. The pages load nothing: styles, scripts and figures are
// embedded, and links between pages are relative. They also work from disk, and without scripts.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "text/text.h"
#include "trace/run.h"

namespace lab::handout {

struct Chapter {
  std::string name;  // "05", "lan"
  text::Language language = text::Language::kEnglish;
  std::string markdown;
};

struct SiteSource {
  std::vector<Chapter> chapters;               // each language has one called "index"; the order of its links is the reading order
  std::map<std::string, std::string> figures;  // SVG, by their link targets: "figures/NAME.svg"
  std::map<std::string, std::string> samples;  // source files, by name: "Dispositions.cpp"
  std::map<std::string, trace::Run> runs;      // for figures, by the figures' names without the language; each gets a page
};

struct SiteFile {
  std::string name;  // "index.html", "index.ko.html", "05.ko.html", "sample-Dispositions.html", "run-NAME.ko.html"
  std::string html;
};

// Raw HTML in the Markdown is shown as text. Links lead to pages of the site or to https; others are shown without a target. Headings have
// the same anchors in both languages, derived from the English ones ("step-3" for a step). Throws text::Problem for a missing figure or
// index.
std::vector<SiteFile> site(const SiteSource& source);

// Whether the page was generated as one of these, by any version of the kit.
bool is_site_file(const std::string& html);

}  // namespace lab::handout

// The handouts as a small static site: a page for each, in each language. The pages load nothing: style, script and figures are in them,
// links between them are relative. They work from disk, and without the script.
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
  std::vector<Chapter> chapters;               // one of them is called "index" in each language: the order of its links is that of reading
  std::map<std::string, std::string> figures;  // SVG, by the target of the links to them: "figures/NAME.svg"
  std::map<std::string, std::string> samples;  // sources, by file name: "Dispositions.cpp"
  std::map<std::string, trace::Run> runs;      // that figures are drawn from, by the figures' names without language: each has a page
};

struct SiteFile {
  std::string name;  // "index.html", "index.ko.html", "05.ko.html", "sample-Dispositions.html", "run-NAME.ko.html"
  std::string html;
};

// Raw HTML in the Markdown is shown as text. Links lead to pages of the site or to https; others are shown without a target. Headings have
// the same anchors in both languages, made of the English ones ("step-3" for a step). Throws text::Problem for a figure or an index that is
// not there.
std::vector<SiteFile> site(const SiteSource& source);

// Whether a page is one of these, whichever version of the kit made it.
bool is_site_file(const std::string& html);

}  // namespace lab::handout

// A timeline as SVG, for a page that brings the styles along (page/page.css) and shows one of two languages.
#pragma once

#include <string>
#include <vector>

#include "report/timeline.h"
#include "trace/run.h"

namespace lab::report {

// Two pictures of one height, in pixels: the lanes' names, and what goes on in them, which scrolls beside the names.
// What can be asked about has class "item" and data-r: "c5" is Run::calls[5], "e3" Run::events[3].
struct Drawing {
  std::string names, chart;  // <svg> elements
  int names_width = 0, width = 0, height = 0;
};

// `id` begins the ids of the elements: ID-o51 is the mark of the moment 51. `flags`: what stands at each of the
// timeline's marks, in any bytes.
Drawing svg(const Timeline& timeline, const trace::Run& run, const std::string& id, const std::vector<std::string>& flags);

}  // namespace lab::report

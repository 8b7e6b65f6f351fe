// One run on the report page: its timeline, every call in words, and its output.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "report/page_template.h"
#include "report/report.h"
#include "trace/run.h"

namespace lab::report {

// Notes on moments in a run: for each order number, the names of the checks that are based on that moment.
using Flags = std::map<std::uint64_t, std::string>;

// A <figure> with this id, whose headings use this level and the next one down. The marker of each moment has the id ID-oORDER.
std::string figure(const trace::Run& run, const std::string& id, const Flags& flags, const Style& style, int level);

// The words for a call, with an arrow character instead of "->".
std::string arrowed(std::string words);

// What a program or a compiler wrote, as HTML, collapsed under a summary in both languages, with a note if it was cut; "" if it wrote
// nothing.
std::string printed(const Values& summary, const std::string& bytes, bool was_cut, bool open);

// The call or event at that moment, as values for a template ({{who}}{{words}}{{where}}), and its time.
struct At {
  Values words;
  std::int64_t at_us = 0;
};
std::optional<At> at_moment(const trace::Run& run, std::uint64_t order);

}  // namespace lab::report

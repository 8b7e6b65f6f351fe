// Combines findings of the same kind.
#include "class/hand_in.h"

#include <algorithm>
#include <set>

#include "text/text.h"

namespace lab::classes {
namespace {

// These findings name what was left out.
const std::set<std::string>& named() {
  static const std::set<std::string> ids{"class_link",      "class_special",      "class_escapes",    "class_encrypted",
                                         "class_too_large", "class_file_damaged", "class_not_written"};
  return ids;
}
// These name something whose contents are not known.
const std::set<std::string>& unknown() {
  static const std::set<std::string> ids{"class_too_many_files",  "class_too_deep",           "class_name_unreadable",
                                         "class_stopped",         "class_archive_unreadable", "class_archive_damaged",
                                         "class_nested_too_deep", "class_archive_empty",      "class_not_read"};
  return ids;
}

}  // namespace

bool is_left_out(const Finding& finding) { return named().count(finding.id) > 0 || unknown().count(finding.id) > 0; }

compile::LeftOut left_out(const std::vector<Finding>& findings) {
  compile::LeftOut all;
  for (const Finding& finding : findings) {
    if (!is_left_out(finding)) continue;
    all.anything = all.anything || unknown().count(finding.id) > 0;
    all.names.insert(all.names.end(), finding.names.begin(), finding.names.end());
  }
  return all;
}

void add_finding(std::vector<Finding>& findings, const std::string& id, const std::string& name) {
  constexpr int kShown = 4, kMost = 1000;
  const auto same = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.id == id; });
  if (same == findings.end()) {
    findings.push_back({id, {{"names", text::listed_name(name)}, {"count", "1"}}, {name}});
    return;
  }
  const int count = std::stoi(same->facts["count"]) + 1;
  same->facts["count"] = std::to_string(count);
  if (count <= kMost) same->names.push_back(name);
  if (count <= kShown) same->facts["names"] += ", " + text::listed_name(name);
  if (count == kShown + 1) same->facts["names"] += ", ...";
}

}  // namespace lab::classes

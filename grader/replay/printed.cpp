// Splits the output into lines.
#include "replay/printed.h"

#include <algorithm>

namespace lab::replay {
namespace {

constexpr char kComplaint[] = "nable to ";

// "nable to open" for "Unable to open mailslot (2)".
std::string what_failed(const std::string& complaint) {
  const std::size_t begin = complaint.find(kComplaint);
  return complaint.substr(begin, complaint.find_first_of(" :,.(", begin + sizeof(kComplaint) - 1) - begin);
}

}  // namespace

Printed printed_by(const trace::Run& run, const std::vector<Action>& actions) {
  Printed printed;
  std::string out;
  for (const Action& action : actions) {
    if (action.kind != Action::Kind::kPrint) continue;
    const std::string& written = run.calls[action.call].text.at("written");
    if (action.does == "stderr") {
      printed.complaints += written;
      printed.complaints_at.push_back(action.call);
      continue;
    }
    out += written;
    const std::size_t end = out.rfind('\n');
    if (end == out.npos) continue;
    for (std::string& line : plain_lines(out.substr(0, end + 1))) {
      if (says_unable(line)) {
        printed.complaints += line + "\n";
        printed.complaints_at.push_back(action.call);
      } else if (!line.empty()) {
        printed.lines.push_back({std::move(line), action.call});
      }
    }
    out.erase(0, end + 1);
  }
  return printed;
}

bool is_greeting(const trace::Run& run, const std::vector<Action>& actions, std::size_t print) {
  return std::none_of(actions.begin(), actions.end(), [&](const Action& action) {
    const trace::Api api = run.calls[action.call].api;
    const bool gets = api == trace::Api::kReadFile || reads_exit_code(api) || is_wait(api);
    return action.kind == Action::Kind::kCall && action.call < print && gets;
  });
}

bool says_unable(const std::string& text) { return text.find(kComplaint) != text.npos; }

bool says_what_failed(const std::string& own, const std::string& right) {
  for (const std::string& line : plain_lines(right)) {
    if (!says_unable(line)) continue;
    const std::size_t digit = line.find_first_of("0123456789");
    const std::string number = digit == line.npos ? "" : line.substr(digit, line.find_first_not_of("0123456789", digit) - digit);
    if (own.find(what_failed(line)) == own.npos || own.find(number) == own.npos) return false;
  }
  return true;
}

}  // namespace lab::replay

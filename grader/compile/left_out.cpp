// Compares the names with programs, and saves them as JSON.
#include "compile/left_out.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "compile/handed_in.h"
#include "text/files.h"

namespace lab::compile {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path file_for(const fs::path& files) {
  fs::path file = files;
  file += ".left-out.json";
  return file;
}

// A name without an ending may be a folder, or a link to one.
bool has_no_ending(const std::string& name) { return name.find('.', name.find_last_of("/\\") + 1) == std::string::npos; }

}  // namespace

bool LeftOut::may_contain(const std::string& program) const {
  return anything || !named_like(program, names).empty() || !archive_among(names).empty() ||
         std::any_of(names.begin(), names.end(), has_no_ending);
}

void keep_left_out(const LeftOut& all, const fs::path& files) {
  if (all.empty()) return;
  const json whole = {{"anything", all.anything}, {"names", all.names}};
  text::write_file(file_for(files), whole.dump(-1, ' ', false, json::error_handler_t::replace));
}

LeftOut read_left_out(const fs::path& files) {
  const std::string bytes = text::read_text(file_for(files));
  if (bytes.empty()) return {};
  const json whole = json::parse(bytes);
  return {whole.at("names").get<std::vector<std::string>>(), whole.at("anything").get<bool>()};
}

}  // namespace lab::compile

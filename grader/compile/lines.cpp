// Parses objdump's rows: "AdderManager.cpp  61  0x1400015a0  x", with "-" or "END" instead of the line number after the end of a function.
#include "compile/lines.h"

#include <fmt/core.h>

#include <charconv>
#include <filesystem>
#include <sstream>

#include "text/files.h"

namespace lab::compile {
namespace {

std::optional<std::uint32_t> address_of(const std::string& text) {
  std::uint64_t address = 0;
  if (!text.starts_with("0x") || std::from_chars(text.data() + 2, text.data() + text.size(), address, 16).ec != std::errc()) return {};
  if (address < kImageBase || address - kImageBase > UINT32_MAX) return {};
  return static_cast<std::uint32_t>(address - kImageBase);
}

}  // namespace

std::string line_table(std::string_view decoded, const OwnFiles& own) {
  std::map<std::uint32_t, Place> places;
  std::istringstream rows{std::string(decoded)};
  for (std::string row; std::getline(rows, row);) {
    std::istringstream words(row);
    std::string file, number, at;
    words >> file >> number >> at;
    const auto address = address_of(at);
    if (!address) continue;
    Place place;
    const auto found = own.find(file.substr(file.find_last_of("/\\") + 1));
    if (found != own.end() && std::from_chars(number.data(), number.data() + number.size(), place.line).ec == std::errc())
      place.file = found->second;
    // The next function may begin at the address where one ends.
    if (!place.file.empty() || places.find(*address) == places.end()) places[*address] = place;
  }
  std::string table;
  const Place* last = nullptr;
  for (const auto& [address, place] : places) {
    if (last && last->file == place.file && last->line == place.line) continue;
    table += fmt::format("{:x} {} {}\n", address, place.line, place.file);
    last = &place;
  }
  return table;
}

Lines::Lines(std::string_view table) {
  std::istringstream rows{std::string(table)};
  std::uint32_t address = 0;
  for (Place place; rows >> std::hex >> address >> std::dec >> place.line && std::getline(rows.ignore(), place.file);)
    places_[address] = place;
}

std::optional<Place> Lines::of_call(std::uint32_t return_address) const {
  const auto next = places_.lower_bound(return_address);  // the call itself is before the return address
  if (next == places_.begin() || std::prev(next)->second.file.empty()) return {};
  return std::prev(next)->second;
}

Lines lines_of(const Built& built) { return Lines(built.from_source ? text::read_text(built.exe.parent_path() / "lines") : ""); }

}  // namespace lab::compile

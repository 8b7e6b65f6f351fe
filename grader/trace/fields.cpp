// Checks the fields in a run file, and words the error messages.
#include "trace/fields.h"

#include <stdexcept>

namespace lab::trace {
namespace {

constexpr std::int64_t kLatest = (std::int64_t{1} << 53) - 1;

}  // namespace

void refuse(const std::string& problem) { throw std::runtime_error(problem); }

Fields::Fields(const Json& json, std::string where) : json_(json), where_(std::move(where)) {
  if (!json_.is_object()) refuse(where_ + " is not a JSON object.");
}

bool Fields::flag(const char* name, bool by_default) const {
  const Json* field = find(name, true);
  if (!field) return by_default;
  if (!field->is_boolean()) wrong(name, "is neither true nor false");
  return field->get<bool>();
}

std::string Fields::text(const char* name, std::optional<std::string> by_default) const {
  const Json* field = find(name, by_default.has_value());
  if (!field) return *by_default;
  if (!field->is_string()) wrong(name, "is not a string");
  return field->get<std::string>();
}

std::map<std::string, std::string> Fields::texts(const char* name) const {
  std::map<std::string, std::string> result;
  const Json* field = find(name, true);
  if (!field) return result;
  if (!field->is_object()) wrong(name, "is not an object of strings");
  for (const auto& [key, value] : field->items()) {
    if (!value.is_string()) wrong(name, "is not an object of strings");
    result[key] = value.template get<std::string>();
  }
  return result;
}

std::map<std::string, std::string> Fields::byte_texts(const char* name) const {
  constexpr std::string_view kHex = "_hex";
  std::map<std::string, std::string> result;
  for (const auto& [key, value] : texts(name)) {
    const bool hex = key.ends_with(kHex);
    const std::string plain = hex ? key.substr(0, key.size() - kHex.size()) : key;
    result[plain] = hex ? object(name).bytes(plain) : value;
  }
  return result;
}

std::vector<int> Fields::numbers(const char* name) const {
  std::vector<int> result;
  for (const Json& element : list(name)) result.push_back(number_of<int>(element, name));
  return result;
}

const Json::array_t& Fields::list(const char* name) const {
  static const Json::array_t kEmpty;
  const Json* field = find(name, true);
  if (!field) return kEmpty;
  if (!field->is_array()) wrong(name, "is not a list");
  return field->get_ref<const Json::array_t&>();
}

Fields Fields::object(const char* name) const { return element(*find(name, false), name); }

Fields Fields::element(const Json& json, const char* name) const { return Fields(json, where_ + ": \"" + name + "\""); }

std::string Fields::bytes(const std::string& name) const {
  const std::string hex_name = name + "_hex";
  if (!has(hex_name.c_str())) return text(name.c_str(), "");
  const std::string hex = text(hex_name.c_str());
  const auto digit = [&](char c) -> int {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    wrong(hex_name.c_str(), "has something else than hexadecimal digits");
  };
  if (hex.size() % 2 != 0) wrong(hex_name.c_str(), "has an odd number of digits");
  std::string result;
  result.reserve(hex.size() / 2);
  for (std::size_t i = 0; i < hex.size(); i += 2) result += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
  return result;
}

void Fields::wrong(const char* name, const std::string& how) const { refuse(where_ + ": \"" + name + "\" " + how + "."); }

const Json* Fields::find(const char* name, bool optional) const {
  const auto found = json_.find(name);
  if (found != json_.end()) return &*found;
  if (!optional) wrong(name, "is missing");
  return nullptr;
}

std::int64_t Fields::microseconds(const char* name) const {
  const Json* field = find(name, true);
  if (!field) return 0;
  check_range(*field, name, 0, kLatest);
  return field->get<std::int64_t>();
}

void Fields::check_range(const Json& field, const char* name, std::int64_t low, std::uint64_t high) const {
  if (!field.is_number_integer()) wrong(name, "is not a whole number");
  const bool fits = field.is_number_unsigned() ? field.get<std::uint64_t>() <= high : field.get<std::int64_t>() >= low;
  if (!fits) wrong(name, "is out of range");
}

}  // namespace lab::trace

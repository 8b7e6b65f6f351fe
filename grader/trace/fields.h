// Reads the fields on one line in a run file. The line is not trusted: each error names the field and says what is wrong with it.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::trace {

using Json = nlohmann::json;

// Throws std::runtime_error with this message.
[[noreturn]] void refuse(const std::string& problem);

// One JSON object. A field without a default is required. The functions throw if a required field is missing, has another type, or is out
// of range.
class Fields {
 public:
  Fields(const Json& json, std::string where);

  bool has(const char* name) const { return json_.contains(name); }

  template <class Number>
  Number number(const char* name, std::optional<Number> by_default = {}) const {
    const Json* field = find(name, by_default.has_value());
    return field ? number_of<Number>(*field, name) : *by_default;
  }

  template <class Value, std::size_t kCount>
  Value one_of(const char* name, const Name<Value> (&names)[kCount], std::optional<Value> by_default = {}) const {
    const Json* field = find(name, by_default.has_value());
    if (!field) return *by_default;
    std::string known;
    for (const auto& candidate : names) {
      if (field->is_string() && field->get_ref<const std::string&>() == candidate.id) return candidate.value;
      known += known.empty() ? candidate.id : std::string(", ") + candidate.id;
    }
    wrong(name, "is none of " + known);
  }

  bool flag(const char* name, bool by_default) const;
  std::string text(const char* name, std::optional<std::string> by_default = {}) const;
  std::map<std::string, std::string> texts(const char* name) const;  // absent: none
  // The same, but each text may also be given as in bytes().
  std::map<std::string, std::string> byte_texts(const char* name) const;
  std::vector<int> numbers(const char* name) const;   // absent: none
  const Json::array_t& list(const char* name) const;  // absent: none
  std::int64_t microseconds(const char* name) const;  // absent: 0

  // A required object inside this one, and an element of list(name).
  Fields object(const char* name) const;
  Fields element(const Json& json, const char* name) const;

  // The text in the field NAME, or the bytes given as hexadecimal digits in NAME_hex; empty if both are absent.
  std::string bytes(const std::string& name) const;

  [[noreturn]] void wrong(const char* name, const std::string& how) const;

 private:
  const Json* find(const char* name, bool optional) const;

  template <class Number>
  Number number_of(const Json& field, const char* name) const {
    check_range(field, name, std::numeric_limits<Number>::min(), static_cast<std::uint64_t>(std::numeric_limits<Number>::max()));
    return field.get<Number>();
  }
  void check_range(const Json& field, const char* name, std::int64_t low, std::uint64_t high) const;

  const Json& json_;
  std::string where_;
};

}  // namespace lab::trace

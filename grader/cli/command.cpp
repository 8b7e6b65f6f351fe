// Declares options with CLI11.
#include "cli/command.h"

#include <CLI/CLI.hpp>
#include <cstdint>

namespace lab::cli {

namespace fs = std::filesystem;

Option& Option::required() {
  option_.required();
  return *this;
}

Option& Option::between(int least, int most) {
  option_.check(CLI::Range(least, most));
  return *this;
}

Option& Option::one_of(const std::vector<std::string>& values) {
  option_.check(CLI::IsMember(values));
  return *this;
}

Option& Option::needs(const Option& other) {
  option_.needs(&other.option_);
  return *this;
}

Option& Option::excludes(const Option& other) {
  option_.excludes(&other.option_);
  return *this;
}

Option Options::option(const std::string& name, std::string& value, Help help) {
  return Option(*app_.add_option(name, value, help.in(language_)));
}

Option Options::option(const std::string& name, fs::path& value, Help help) {
  return Option(*app_.add_option(name, value, help.in(language_)));
}

Option Options::option(const std::string& name, int& value, Help help) { return Option(*app_.add_option(name, value, help.in(language_))); }

Option Options::option(const std::string& name, std::vector<std::string>& value, Help help) {
  return Option(*app_.add_option(name, value, help.in(language_)));
}

Option Options::option(const std::string& name, std::vector<fs::path>& value, Help help) {
  return Option(*app_.add_option(name, value, help.in(language_)));
}

Option Options::flag(const std::string& name, bool& value, Help help) { return Option(*app_.add_flag(name, value, help.in(language_))); }

Option Options::flag(const std::string& name, std::optional<bool>& value, Help help) {
  return Option(*app_.add_flag_function(
      name, [&value](std::int64_t count) { value = count > 0; }, help.in(language_)));
}

}  // namespace lab::cli

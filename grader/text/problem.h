// An error that a person can do something about: a sentence of the catalogue with its arguments, to be said in the reader's language.
#pragma once

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "text/text.h"

namespace lab::text {

// what() is the English sentence, for logs and for whoever catches no more than std::runtime_error.
class Problem : public std::runtime_error {
 public:
  explicit Problem(std::string id, nlohmann::json args = nlohmann::json::object())
      : std::runtime_error(sentence(Language::kEnglish, id, args)), id_(std::move(id)), args_(std::move(args)) {}

  std::string in(Language language) const { return sentence(language, id_, args_); }
  const std::string& id() const { return id_; }

 private:
  std::string id_;
  nlohmann::json args_;
};

}  // namespace lab::text

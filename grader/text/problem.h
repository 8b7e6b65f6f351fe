// An error that a person can do something about: a sentence with its arguments, to be said in the reader's language.
#pragma once

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "text/catalogue.h"
#include "text/text.h"

namespace lab::text {

// what() is the English sentence, for logs and for whoever catches no more than std::runtime_error.
class Problem : public std::runtime_error {
 public:
  // A sentence of the catalogue.
  explicit Problem(std::string_view id, nlohmann::json args = nlohmann::json::object()) : Problem(sentence_of(id), std::move(args)) {}
  // Another one, whose texts last.
  Problem(const Sentence& sentence, nlohmann::json args)
      : std::runtime_error(filled(Language::kEnglish, sentence.en, sentence.ko, args)), sentence_(sentence), args_(std::move(args)) {}

  std::string in(Language language) const { return filled(language, sentence_.en, sentence_.ko, args_); }
  std::string id() const { return std::string(sentence_.id); }

 private:
  Sentence sentence_;
  nlohmann::json args_;
};

}  // namespace lab::text

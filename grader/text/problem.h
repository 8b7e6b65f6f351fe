// An error that the user can do something about: a sentence with its arguments, which can be shown in the user's language.
#pragma once

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "text/catalogue.h"
#include "text/text.h"

namespace lab::text {

// what() returns the English sentence, for logs and for code that catches only std::runtime_error.
class Problem : public std::runtime_error {
 public:
  // Creates a problem with a sentence from the catalogue.
  explicit Problem(std::string_view id, nlohmann::json args = nlohmann::json::object()) : Problem(sentence_of(id), std::move(args)) {}
  // Creates a problem with another sentence, whose strings must outlive this object.
  Problem(const Sentence& sentence, nlohmann::json args)
      : std::runtime_error(filled(Language::kEnglish, sentence.en, sentence.ko, args)), sentence_(sentence), args_(std::move(args)) {}

  std::string in(Language language) const { return filled(language, sentence_.en, sentence_.ko, args_); }
  std::string id() const { return std::string(sentence_.id); }

 private:
  Sentence sentence_;
  nlohmann::json args_;
};

}  // namespace lab::text

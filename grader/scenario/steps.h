// Steps of a run, spelled shortly.
#pragma once

#include <string>
#include <utility>

#include "scenario/scenario.h"

namespace lab::scenario {

inline Step post(std::string slot, std::string text) { return {Step::Kind::kPost, std::move(slot), std::move(text)}; }

// The message lies in the slot before its maker can read.
inline Step post_at_creation(std::string slot, std::string text) {
  Step step = post(std::move(slot), std::move(text));
  step.at_creation = true;
  return step;
}

// `text` once more and once more, until it has so many bytes.
inline Step post_bytes(std::string slot, std::string text, std::uint32_t bytes) {
  Step step = post(std::move(slot), std::move(text));
  step.bytes = bytes;
  return step;
}

// ... until it fills what the receiver's ReadFile has room for.
inline Step post_filling(std::string slot, std::string text) {
  Step step = post(std::move(slot), std::move(text));
  step.fills = true;
  return step;
}

inline Step type(std::string text) { return {Step::Kind::kType, "", std::move(text)}; }
inline Step end_input() { return {Step::Kind::kEndInput, "", ""}; }
inline Step create(std::string slot) { return {Step::Kind::kCreate, std::move(slot), ""}; }
inline Step start() { return {Step::Kind::kStart, "", ""}; }

// A text of so many characters.
std::string letters(std::size_t count);

}  // namespace lab::scenario

// Shorthand functions that create the steps in a run.
#pragma once

#include <string>
#include <utility>

#include "scenario/scenario.h"

namespace lab::scenario {

inline Step post(std::string slot, std::string text) { return {Step::Kind::kPost, std::move(slot), std::move(text)}; }

// The message is in the mailslot before the program that creates it can read.
inline Step post_at_creation(std::string slot, std::string text) {
  Step step = post(std::move(slot), std::move(text));
  step.at_creation = true;
  return step;
}

// Posts `text` repeated until it is `bytes` bytes long.
inline Step post_bytes(std::string slot, std::string text, std::uint32_t bytes) {
  Step step = post(std::move(slot), std::move(text));
  step.bytes = bytes;
  return step;
}

// Posts `text` repeated until it fills the buffer that the receiver passes to ReadFile.
inline Step post_filling(std::string slot, std::string text) {
  Step step = post(std::move(slot), std::move(text));
  step.fills = true;
  return step;
}

inline Step type(std::string text) { return {Step::Kind::kType, "", std::move(text)}; }
inline Step end_input() { return {Step::Kind::kEndInput, "", ""}; }
inline Step create(std::string slot) { return {Step::Kind::kCreate, std::move(slot), ""}; }
inline Step start() { return {Step::Kind::kStart, "", ""}; }

// A string of `count` characters.
std::string letters(std::size_t count);

}  // namespace lab::scenario

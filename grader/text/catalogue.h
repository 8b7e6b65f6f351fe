// The tool's own sentences in English and Korean, by subject. The text for --help is in cli/command.h; what a check reports when it fails
// is in its reason (trace/reason.h).
#pragma once

#include <span>
#include <string_view>

namespace lab::text {

// Placeholders are {name} or {name:how}, where `how` is one of
//   code    an exit code, with its name if it has one: "259 (STILL_ACTIVE)", "0xC0000005 (access violation)"
//   error   a Win32 error, with its name if it is known here: "6 (ERROR_INVALID_HANDLE)"
//   handle  "process" or "thread" -> the name for such a handle
//   s       "s" after an English word unless the number is 1; not required in Korean sentences
//   after   the text preceded by a space, or nothing if it is empty
// A sentence has the same placeholders in both languages; a Korean particle is written as a pair (text.h).
struct Sentence {
  std::string_view id;
  std::string_view en;
  std::string_view ko;
};

// The subjects. The sentences for each are in sentences_SUBJECT.cpp. A new subject needs one line here.
#define LAB_SUBJECTS(X)                                                      \
  X(report)  /* what the reports write */                                    \
  X(page)    /* what the report page contains */                             \
  X(tool)    /* what the commands print */                                   \
  X(lan)     /* what lab lan prints */                                       \
  X(handout) /* problems in the handouts */                                  \
  X(package) /* what lab package prints, and what a student kit cannot do */ \
  X(loop)    /* what the student's loop, selftest and bench print */         \
  X(class)   /* problems in the submissions of a class */

#define X(subject) std::span<const Sentence> subject##_sentences();
LAB_SUBJECTS(X)
#undef X

// The sentences of all subjects.
std::span<const std::span<const Sentence>> catalogue();

// The sentence with this id. Throws std::logic_error if there is none.
const Sentence& sentence_of(std::string_view id);

}  // namespace lab::text

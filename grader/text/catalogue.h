// The tool's own sentences, in English and Korean, split by subject; but for --help (cli/command.h). What a check says when it fails is in
// its reason (trace/reason.h).
#pragma once

#include <span>
#include <string_view>

namespace lab::text {

// Placeholders: {name}, or {name:how} with how one of
//   code    an exit code, with its name where it has one: "259 (STILL_ACTIVE)", "0xC0000005 (access violation)"
//   error   an error of Windows, with its name where we know it: "6 (ERROR_INVALID_HANDLE)"
//   handle  "process" or "thread" -> what such a handle is called
//   s       "s" behind an English word unless the number is 1, else nothing; Korean sentences need not have it
//   after   the text with a blank before it, or nothing when it is empty
// Both languages of a sentence have the same placeholders; a Korean particle stands as a pair (text.h).
struct Sentence {
  std::string_view id;
  std::string_view en;
  std::string_view ko;
};

// The subjects, each in a file of that name: sentences_SUBJECT.cpp. A new one is one line here.
#define LAB_SUBJECTS(X)                                                 \
  X(report)  /* what the reports write */                               \
  X(page)    /* ... and the report page */                              \
  X(tool)    /* what the commands themselves say */                     \
  X(lan)     /* what lab lan says */                                    \
  X(handout) /* what is found in the handouts */                        \
  X(package) /* what lab package says, and what a student kit cannot */ \
  X(loop)    /* what the student's loop, selftest and bench say */      \
  X(class)   /* what is found in what a class handed in */

#define X(subject) std::span<const Sentence> subject##_sentences();
LAB_SUBJECTS(X)
#undef X

// The subjects, one after the other.
std::span<const std::span<const Sentence>> catalogue();

// The sentence of that id. Throws std::logic_error when there is none.
const Sentence& sentence_of(std::string_view id);

}  // namespace lab::text

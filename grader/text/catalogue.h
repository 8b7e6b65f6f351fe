// Every sentence that people read, in English and Korean, split by subject; but for --help (cli/command.h).
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
#define LAB_SUBJECTS(X)                                                       \
  X(mail_receiver) /* what the checks of the mail labs say: of reading ... */ \
  X(mail_print)    /* ... of what was printed */                              \
  X(mail_sender)   /* ... of sending */                                       \
  X(mail_chat)     /* ... of two programs that talk, and of handles */        \
  X(broadcast)     /* what the checks of lab 03 say */                        \
  X(states)        /* ... of lab 04 */                                        \
  X(adder)         /* ... of lab 05 */                                        \
  X(slot_heir)     /* ... of lab 07 */                                        \
  X(verdict)       /* what checks of every lab say */                         \
  X(program)       /* why a program could not be built or graded */           \
  X(report)        /* what the reports write around them */                   \
  X(page)          /* ... and the report page */                              \
  X(tool)          /* what the commands themselves say */                     \
  X(lan)           /* what lab lan says */                                    \
  X(handout)       /* what is found in the handouts */                        \
  X(package)       /* what lab package says, and what a student kit cannot */ \
  X(loop)          /* what the student's loop, selftest and bench say */

#define X(subject) std::span<const Sentence> subject##_sentences();
LAB_SUBJECTS(X)
#undef X

// The subjects, one after the other.
std::span<const std::span<const Sentence>> catalogue();

}  // namespace lab::text

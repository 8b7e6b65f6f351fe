// Every sentence that people read, in English and Korean, split by subject.
#pragma once

#include <span>
#include <string_view>

namespace lab::text {

// Placeholders: {name}, or {name:how} with how one of
//   code    an exit code, with its name where it has one: "259 (STILL_ACTIVE)", "0xC0000005 (access violation)"
//   error   an error of Windows, with its name where we know it: "6 (ERROR_INVALID_HANDLE)"
//   handle  "process" or "thread" -> what such a handle is called
//   after   the text with a blank before it, or nothing when it is empty
// Both languages of a sentence have the same placeholders; a Korean particle stands as a pair (text.h).
struct Sentence {
  std::string_view id;
  std::string_view en;
  std::string_view ko;
};

std::span<const Sentence> adder_sentences();          // what the checks of lab 05 say
std::span<const Sentence> mail_receiver_sentences();  // what the checks of the mail labs say: of reading ...
std::span<const Sentence> mail_print_sentences();     // ... of what was printed
std::span<const Sentence> mail_sender_sentences();    // ... of sending
std::span<const Sentence> mail_chat_sentences();      // ... of two programs that talk, and of handles
std::span<const Sentence> broadcast_sentences();      // what the checks of lab 03 say
std::span<const Sentence> lan_sentences();            // what lab lan says
std::span<const Sentence> states_sentences();         // what the checks of lab 04 say
std::span<const Sentence> verdict_sentences();        // what checks of every lab say
std::span<const Sentence> program_sentences();        // why a program could not be built or graded
std::span<const Sentence> report_sentences();         // what the reports write around them
std::span<const Sentence> page_sentences();           // ... and the report page
std::span<const Sentence> tool_sentences();           // what the commands themselves say
std::span<const Sentence> handout_sentences();        // what is found in the handouts
std::span<const Sentence> package_sentences();        // what lab package says, and what a student kit cannot do
std::span<const Sentence> loop_sentences();           // ... those of the student's loop, selftest and bench

std::span<const Sentence> help_sentences();  // what --help says: no ids, the English text is found where the option is defined

// All of them but the last together, one subject after the other.
std::span<const std::span<const Sentence>> catalogue();

}  // namespace lab::text

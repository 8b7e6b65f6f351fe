// The labs in the kit: each is one folder here and one line in the list below.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario.h"
#include "text/bilingual.h"
#include "trace/reason.h"
#include "trace/run.h"

namespace lab::labs {

// The runs of `lab` ("05") for the programs that are present. `seed` determines the random numbers. Throws std::invalid_argument if the lab
// is unknown.
std::vector<scenario::Group> groups_for(const std::string& lab, const std::vector<std::string>& programs, std::uint64_t seed);

// The tables of all reasons that a check can report: those of each lab, and those that the labs' matchers share (checks/reasons.h).
trace::ReasonTables reason_tables();

// The row with this id, or null.
const trace::Reason* reason(std::string_view id);

// What happens in one of the runs, worded so that it completes "the run in which ..." (in Korean, so that it can precede "실행"), such as
// "the second worker ends first". Placeholder: {arguments}, the arguments of the program under test.
struct RunWords {
  std::string_view program, scenario;  // "": all scenarios for the program that have no row of their own
  trace::Words words;
};

// The words for this run, with the placeholders filled in; empty for an unknown run.
text::Bilingual run_in_words(const trace::Run& run);

// A lab's runs and their words are in scenario.cpp in its folder; lab 02 uses the MailReceiver of lab 01 for one of its runs if it is
// present. The reasons that only the lab's own matchers return are in the same folder. A new lab needs one line here.
#define LAB_LABS(X)        \
  X("01", mail_receiver)   \
  X("02", mail_sender)     \
  X("03", broadcast)       \
  X("04", signaled_states) \
  X("05", adder_manager)   \
  X("06", mail_chat)       \
  X("07", slot_heir)

#define X(number, lab)                                                                            \
  std::vector<scenario::Group> lab(const std::vector<std::string>& programs, std::uint64_t seed); \
  std::span<const RunWords> lab##_words();                                                        \
  trace::ReasonTables lab##_reasons();
LAB_LABS(X)
#undef X

}  // namespace lab::labs

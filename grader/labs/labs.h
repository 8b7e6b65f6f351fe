// The labs that the kit has: each is one folder here, and one line in the list below.
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

// The runs of `lab` ("05") for the programs that are there. `seed` decides the numbers of random ranges. Throws std::invalid_argument for
// an unknown lab.
std::vector<scenario::Group> groups_for(const std::string& lab, const std::vector<std::string>& programs, std::uint64_t seed);

// The tables of all reasons that a check can give: those of the labs, and those that their matchers share (checks/reasons.h).
trace::ReasonTables reason_tables();

// The row of that id, or null.
const trace::Reason* reason(std::string_view id);

// What happens in one of the runs, as the end of "the run in which ..."; in Korean as what stands before "실행": "the second worker ends
// first". Placeholders: {arguments}, those of the program under test.
struct RunWords {
  std::string_view program, scenario;  // "": all of the program that have no row of their own
  trace::Words words;
};

// The words of that run, filled in; empty for a run that no lab has.
text::Bilingual run_in_words(const trace::Run& run);

// The runs of a lab are in its folder's scenario.cpp, and their words too; lab 02 takes the MailReceiver of lab 01 for a run of its own,
// where it is there. The reasons that only the lab's own matchers return are beside them. A new lab is one line here.
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

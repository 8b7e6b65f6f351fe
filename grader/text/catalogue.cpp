// Finds sentences by their ids.
#include "text/catalogue.h"

namespace lab::text {

std::span<const std::span<const Sentence>> catalogue() {
  static const std::span<const Sentence> kSubjects[] = {
      adder_sentences(),     mail_receiver_sentences(), mail_print_sentences(), mail_sender_sentences(), mail_chat_sentences(),
      broadcast_sentences(), states_sentences(),        lan_sentences(),        verdict_sentences(),     program_sentences(),
      report_sentences(),    page_sentences(),          tool_sentences(),       handout_sentences(),     loop_sentences(),
      package_sentences()};
  return kSubjects;
}

}  // namespace lab::text

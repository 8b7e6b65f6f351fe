// Handles to mailslots, in handwritten runs.
#include <gtest/gtest.h>

#include "checks/cases.h"
#include "checks/mail_by_hand.h"

namespace lab::checks {
namespace {

using trace::Object;
using trace::Program;

constexpr int kSlotHandle = 1, kWriterHandle = 2, kDuplicate = 7;

class Receiver : public MailByHand {
 public:
  Receiver() : MailByHand("MailReceiver") {}
  void creates_and_opens() {
    creates("mailbox");
    opens(0);
    closes(kSlotHandle);
  }
  void closes_both() {
    creates_and_opens();
    closes(kWriterHandle, Object::Kind::kMailslotClient);
  }
  void closes_what_a_failed_call_gave() {
    create_fails("\\\\.\\mailslot\\mailbox", 183);
    closes(0, Object::Kind::kPseudo, -1).result = 0;  // INVALID_HANDLE_VALUE
  }
  Call& another_thread_reads() {
    creates("chat\\A");
    Call& read = on_slot(Api::kReadFile, Object::Kind::kMailslot, 0);
    read.on[0].handle = kSlotHandle;
    return read;
  }
  void duplicates() {
    creates("mailbox");
    on_slot(Api::kDuplicateHandle, Object::Kind::kMailslot, 0).handles = {kDuplicate};
    closes(kSlotHandle);
  }
};

const Cases<Receiver> kClosesEverySlotHandle{
    {"LeavesItsSlotOpen", "slot_left_open", [](auto& it) { it.creates("mailbox"); }},
    {"ClosesItsSlot", "",
     [](auto& it) {
       it.creates("mailbox");
       it.closes(kSlotHandle);
     }},
    {"LeavesTheWritersEndOpen", "writers_end_left_open", [](auto& it) { it.creates_and_opens(); }},
    {"ClosesBothEnds", "", [](auto& it) { it.closes_both(); }},
    {"WhatAFailedCallGaveIsFree", "", [](auto& it) { it.closes_what_a_failed_call_gave(); }},
    {"AReadThatReturnedLeavesItOpen", "slot_left_open", [](auto& it) { it.another_thread_reads(); }},
    {"OneThatAnotherThreadReadsAtTheEndIsInUse", "", [](auto& it) { it.another_thread_reads().end.reset(); }},
    {"ADuplicateIsAHandleOfItsOwn", "slot_left_open", [](auto& it) { it.duplicates(); }},
    {"ClosesItsDuplicateToo", "",
     [](auto& it) {
       it.duplicates();
       it.closes(kDuplicate);
     }},
};
INSTANTIATE_TEST_SUITE_P(ClosesEverySlotHandle, Matcher, rows(kClosesEverySlotHandle, ClosesEverySlotHandle()), name_of_row);

const Cases<Receiver> kClosesNoSlotHandleTwice{
    {"EachOnce", "", [](auto& it) { it.closes_both(); }},
    {"OneTwice", "slot_closed_twice",
     [](auto& it) {
       it.closes_both();
       it.closes(kWriterHandle, Object::Kind::kClosed).result = 0;
     }},
    {"WhatAFailedCallGaveIsFree", "", [](auto& it) { it.closes_what_a_failed_call_gave(); }},
    {"WhatIsNoHandle", "closed_no_handle",
     [](auto& it) {
       it.closes_what_a_failed_call_gave();
       it.closes(0, Object::Kind::kInvalid, -1).result = 0;
     }},
};
INSTANTIATE_TEST_SUITE_P(ClosesNoSlotHandleTwice, Matcher, rows(kClosesNoSlotHandleTwice, ClosesNoSlotHandleTwice()), name_of_row);

const Cases<Receiver> kHasSlotHandlesToClose{
    {"GotNone", "nothing_to_close", nothing},
    {"GotOne", "", [](auto& it) { it.creates("mailbox"); }},
    {"CameToNoEndOfItsOwn", "crashed_after_call",
     [](auto& it) {
       it.creates("mailbox");
       it.ends(Program::End::kCrashed, 0xC0000005);
     }},
};
INSTANTIATE_TEST_SUITE_P(HasSlotHandlesToClose, Matcher, rows(kHasSlotHandlesToClose, HasSlotHandlesToClose()), name_of_row);

}  // namespace
}  // namespace lab::checks

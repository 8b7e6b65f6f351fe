// Handles to mailslots, on runs made by hand.
#include <gtest/gtest.h>

#include "checks/mail_by_hand.h"

namespace lab::checks {
namespace {

using trace::Object;
using trace::Program;

TEST(SlotHandles, EachEndIsClosedOnce) {
  MailByHand it("MailReceiver");
  it.creates("mailbox");
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "slot_left_open");
  it.closes(1);
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "");
  it.opens(0);
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "writers_end_left_open");
  it.closes(2, Object::Kind::kMailslotClient);
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "");
  EXPECT_EQ(it.reason(ClosesNoSlotHandleTwice()), "");
  it.closes(2, Object::Kind::kClosed).result = 0;
  EXPECT_EQ(it.reason(ClosesNoSlotHandleTwice()), "slot_closed_twice");
}

TEST(SlotHandles, ThereIsSomethingToCloseAtAnEndOfItsOwn) {
  MailByHand it("MailReceiver");
  EXPECT_EQ(it.reason(HasSlotHandlesToClose()), "nothing_to_close");
  it.creates("mailbox");
  EXPECT_EQ(it.reason(HasSlotHandlesToClose()), "");
  it.ends(Program::End::kCrashed, 0xC0000005);
  EXPECT_EQ(it.reason(HasSlotHandlesToClose()), "crashed");
}

TEST(SlotHandles, WhatIsNoHandleIsSeenAndWhatAFailedCallGaveIsFree) {
  MailByHand it("MailReceiver");
  it.create_fails("\\\\.\\mailslot\\mailbox", 183);
  it.closes(0, Object::Kind::kPseudo, -1).result = 0;  // INVALID_HANDLE_VALUE
  EXPECT_EQ(it.reason(ClosesNoSlotHandleTwice()), "");
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "");
  it.closes(0, Object::Kind::kInvalid, -1).result = 0;
  EXPECT_EQ(it.reason(ClosesNoSlotHandleTwice()), "closed_no_handle");
}

TEST(SlotHandles, OneThatAnotherThreadReadsAtTheEndIsInUse) {
  MailByHand it("MailChat");
  it.creates("chat\\A");
  Call& read = it.on_slot(Api::kReadFile, Object::Kind::kMailslot, 0);
  read.on[0].handle = 1;
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "slot_left_open");
  read.end.reset();
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "");
}

TEST(SlotHandles, ADuplicateIsAHandleOfItsOwn) {
  MailByHand it("MailReceiver");
  it.creates("mailbox");
  it.on_slot(Api::kDuplicateHandle, Object::Kind::kMailslot, 0).handles = {7};
  it.closes(1);
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "slot_left_open");
  it.closes(7);
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "");
}

}  // namespace
}  // namespace lab::checks

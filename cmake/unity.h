// Names that several sources in a room define separately. In sources compiled together (LAB_UNITY), each source's name is followed by the
// number of that source (LAB_SOURCE). Use it only for constants that no header declares.
#pragma once

#define LAB_JOIN(name, source) name##_##source
#define LAB_OWN(name, source) LAB_JOIN(name, source)
#define kBetweenLooksMs LAB_OWN(kBetweenLooksMs, LAB_SOURCE)
#define kDeepest LAB_OWN(kDeepest, LAB_SOURCE)
#define kHooks LAB_OWN(kHooks, LAB_SOURCE)
#define kInvalidHandle LAB_OWN(kInvalidHandle, LAB_SOURCE)
#define kIoDevice LAB_OWN(kIoDevice, LAB_SOURCE)
#define kLargest LAB_OWN(kLargest, LAB_SOURCE)
#define kLibraries LAB_OWN(kLibraries, LAB_SOURCE)
#define kLongestText LAB_OWN(kLongestText, LAB_SOURCE)
#define kMailbox LAB_OWN(kMailbox, LAB_SOURCE)
#define kMaxTimers LAB_OWN(kMaxTimers, LAB_SOURCE)
#define kMine LAB_OWN(kMine, LAB_SOURCE)
#define kMinusOne LAB_OWN(kMinusOne, LAB_SOURCE)
#define kMostFiles LAB_OWN(kMostFiles, LAB_SOURCE)
#define kMostObjects LAB_OWN(kMostObjects, LAB_SOURCE)
#define kMostPrograms LAB_OWN(kMostPrograms, LAB_SOURCE)
#define kMostSlots LAB_OWN(kMostSlots, LAB_SOURCE)
#define kNotEnoughMemory LAB_OWN(kNotEnoughMemory, LAB_SOURCE)
#define kReasons LAB_OWN(kReasons, LAB_SOURCE)
#define kRests LAB_OWN(kRests, LAB_SOURCE)
#define kSentences LAB_OWN(kSentences, LAB_SOURCE)
#define kTheirs LAB_OWN(kTheirs, LAB_SOURCE)
#define kWaitFailed LAB_OWN(kWaitFailed, LAB_SOURCE)

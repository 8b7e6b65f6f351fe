// What a sender does in addition to sending: whether the student's receiver understands it, and how it reports that opening failed.
#pragma once

#include <span>
#include <string>

#include "checks/matchers.h"

namespace lab::labs {

using namespace checks;

RunMatcher IsUnderstoodBy(const std::string& receiver);  // another of the student's programs, which runs at the same time
RunMatcher CallsTheOpenOpen();                           // not "create", as in older texts

std::span<const Reason> peer_reasons();  // the table of matchers.cpp

}  // namespace lab::labs

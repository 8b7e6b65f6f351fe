// What a sender does beyond sending: the receiver of the student's that it talks to, and what it calls a failed open.
#pragma once

#include <span>
#include <string>

#include "checks/matchers.h"

namespace lab::labs {

using namespace checks;

RunMatcher IsUnderstoodBy(const std::string& receiver);  // another program of the student's, which runs beside it
RunMatcher CallsTheOpenOpen();                           // and not "create", as older texts do

std::span<const Reason> peer_reasons();  // the table of matchers.cpp

}  // namespace lab::labs

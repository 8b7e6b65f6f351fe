// A virtual LAN to play with: it stays open, and programs join it from terminals of their own. Nobody stages or judges anything.
#pragma once

#include <string>
#include <vector>

#include "stage/actor.h"

namespace lab::stage {

// Exit statuses of both; what the program itself ended with is told by the LAN.
enum LanStatus {
  kLanOver = 0,
  kLanThere = 3,        // open: there is one already
  kNoLan = 4,           // join: there is none
  kLanFull = 5,         // join: no more programs or computers
  kLanCannotStart = 6,  // join: the program cannot be started, or the probe cannot enter it
  kLanClosed = 7,       // join: it was closed meanwhile; the program has been ended
};

// Holds the LAN open and writes a line of JSON for each thing that happens on it, until nobody reads the lines any more. `doubled`: what
// goes to the domain arrives twice, as over two protocols.
LanStatus open_lan(bool doubled);

// Starts a program on a computer of the LAN, with this process's own standard streams, and stays until it ends.
LanStatus join_lan(const Start& start);

}  // namespace lab::stage

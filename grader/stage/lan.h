// A virtual LAN to experiment with: it stays open, and programs join it from their own terminals. Nothing is directed or judged.
#pragma once

#include <string>
#include <vector>

#include "stage/actor.h"

namespace lab::stage {

// Exit statuses of both functions. The LAN's output contains the exit code of the program itself.
enum LanStatus {
  kLanOver = 0,
  kLanThere = 3,        // open: a LAN is already open
  kNoLan = 4,           // join: no LAN is open
  kLanFull = 5,         // join: no room for another program or computer
  kLanCannotStart = 6,  // join: the program cannot be started, or the probe cannot enter it
  kLanClosed = 7,       // join: the LAN was closed, so the program was terminated
};

// Keeps the LAN open and writes a line of JSON for everything that happens on it, until the reader of the lines is gone. `doubled`:
// messages to the domain arrive twice, as they do when two protocols connect the computers.
LanStatus open_lan(bool doubled);

// Starts a program on a computer in the LAN, with this process's own standard streams, and returns when it ends.
LanStatus join_lan(const Start& start);

}  // namespace lab::stage

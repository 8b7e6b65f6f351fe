// The ids that enumerations of a run have in a run file: one table each, used for writing and for reading.
#pragma once

#include "trace/run.h"

namespace lab::trace {

template <class Value>
struct Name {
  Value value;
  const char* id;
};

inline constexpr Name<Object::Kind> kObjectKinds[] = {
    {Object::Kind::kProcess, "process"}, {Object::Kind::kThread, "thread"},     {Object::Kind::kOther, "other"},
    {Object::Kind::kPseudo, "pseudo"},   {Object::Kind::kNull, "null"},         {Object::Kind::kClosed, "closed"},
    {Object::Kind::kInvalid, "invalid"}, {Object::Kind::kMailslot, "mailslot"}, {Object::Kind::kMailslotClient, "mailslot_client"},
};

inline constexpr Name<Event::Kind> kEventKinds[] = {
    {Event::Kind::kAttached, "attached"},
    {Event::Kind::kDetached, "detached"},
    {Event::Kind::kSignaled, "signaled"},
    {Event::Kind::kReleased, "released"},
    {Event::Kind::kStill, "still"},
    {Event::Kind::kSpinning, "spinning"},
    {Event::Kind::kEnded, "ended"},
    {Event::Kind::kPosted, "posted"},
    {Event::Kind::kRefused, "refused"},
    {Event::Kind::kTyped, "typed"},
    {Event::Kind::kInputEnded, "input_ended"},
    {Event::Kind::kSlotCreated, "slot_created"},
    {Event::Kind::kDelivered, "delivered"},
};

inline constexpr Name<Program::Role> kRoles[] = {
    {Program::Role::kActor, "actor"},     {Program::Role::kStandin, "standin"}, {Program::Role::kChild, "child"},
    {Program::Role::kForeign, "foreign"}, {Program::Role::kPeer, "peer"},
};

inline constexpr Name<Program::End> kEnds[] = {
    {Program::End::kRunning, "running"}, {Program::End::kItself, "itself"},   {Program::End::kCrashed, "crashed"},
    {Program::End::kLoop, "loop"},       {Program::End::kBlocked, "blocked"}, {Program::End::kTimeout, "timeout"},
    {Program::End::kFlood, "flood"},     {Program::End::kKilled, "killed"},
};

inline constexpr Name<Run::Outcome> kRunOutcomes[] = {
    {Run::Outcome::kRecorded, "recorded"},
    {Run::Outcome::kNotBuilt, "not_built"},
    {Run::Outcome::kNotGradable, "not_gradable"},
    {Run::Outcome::kGraderError, "grader_error"},
};

}  // namespace lab::trace

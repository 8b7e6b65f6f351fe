// Finds out which handles a program obtained, from which calls, and when it closed them.
#include "replay/handles.h"

#include <algorithm>
#include <map>

namespace lab::replay {
namespace {

using trace::Api;
using trace::Call;
using trace::Object;
using trace::Run;

constexpr std::uint32_t kCloseSource = 1;  // DUPLICATE_CLOSE_SOURCE

bool stands_for_something(const Object& object) {
  switch (object.kind) {
    case Object::Kind::kProcess:
    case Object::Kind::kThread:
    case Object::Kind::kMailslot:
    case Object::Kind::kMailslotClient:
      return true;
    case Object::Kind::kOther:
    case Object::Kind::kPseudo:
    case Object::Kind::kNull:
    case Object::Kind::kClosed:
    case Object::Kind::kInvalid:
      return false;
  }
  return false;
}

class Tables {
 public:
  Tables(const Run& run, const Replay& so_far) : run_(run), so_far_(so_far) {}

  std::vector<Handle> of_all() {
    for (const Call& call : run_.calls) {
      for (const Object& object : call.on) meet(call, object);
      if (!call.end || call.result == 0) continue;
      open(call);
      close(call);
    }
    end();
    std::vector<Handle> handles;
    for (auto& [key, handle] : tables_) handles.push_back(handle);
    return handles;
  }

 private:
  using Key = std::pair<int, int>;  // program and number

  void add(int program, int number, const Object& object, std::size_t from, bool inherited) {
    if (number <= 0) return;
    const auto [entry, is_new] = tables_.try_emplace(Key{program, number});
    if (is_new) entry->second = {program, number, object, {from, {}}, inherited, false};
  }

  // The handles that the call returned: to a process and its thread, to an end of a mailslot, or a duplicate.
  void open(const Call& call) {
    const std::size_t step = so_far_.step_at(call.end->order);
    const auto give = [&](std::size_t which, const Object& object) {
      if (which < call.handles.size()) add(call.program, call.handles[which], object, step, false);
    };
    switch (call.api) {
      case Api::kCreateProcess:
        give(0, {Object::Kind::kProcess, call.started.value_or(-1)});
        give(1, {Object::Kind::kThread, call.started.value_or(-1)});
        if (call.started)
          for (const Object& heirloom : call.on) heirs_[{*call.started, heirloom.slot}] = step;
        break;
      case Api::kOpenProcess:
        give(0, {Object::Kind::kProcess, call.started.value_or(-1)});
        break;
      case Api::kCreateThread:
        give(0, {Object::Kind::kThread, call.program});
        break;
      case Api::kCreateMailslot:
        give(0, {Object::Kind::kMailslot, -1, 0, call.slot.value_or(-1)});
        break;
      case Api::kCreateFile:
        give(0, {call.slot ? Object::Kind::kMailslotClient : Object::Kind::kOther, -1, 0, call.slot.value_or(-1)});
        break;
      case Api::kDuplicateHandle:
        if (!call.on.empty()) give(0, call.on[0]);
        break;
      default:
        break;
    }
  }

  // A handle that no recorded call returned: an heir has it from its start; otherwise, it is known from this call on.
  void meet(const Call& call, const Object& object) {
    if (object.handle <= 0 || !stands_for_something(object)) return;
    const auto heir = heirs_.find({call.program, object.slot});
    const bool inherited = object.kind == Object::Kind::kMailslot && heir != heirs_.end();
    add(call.program, object.handle, object, inherited ? heir->second : so_far_.step_at(call.begin.order), inherited);
  }

  void close(const Call& call) {
    const bool closes = call.api == Api::kCloseHandle || (call.api == Api::kDuplicateHandle && (call.flags & kCloseSource) != 0);
    if (!closes || call.on.empty()) return;
    const auto entry = tables_.find({call.program, call.on[0].handle});
    if (entry != tables_.end() && !entry->second.life.to) entry->second.life.to = so_far_.step_at(call.end->order);
  }

  // When a program ends, the system closes the handles that it left open; those are leaks.
  void end() {
    for (auto& [key, handle] : tables_) {
      if (handle.life.to) continue;
      for (const Process& process : so_far_.processes)
        if (process.program == handle.program && process.life.to) {
          handle.life.to = process.life.to;
          handle.leaked = true;
        }
    }
  }

  const Run& run_;
  const Replay& so_far_;
  std::map<Key, Handle> tables_;
  std::map<std::pair<int, int>, std::size_t> heirs_;  // by program and mailslot: the step at which the program inherited a handle
};

}  // namespace

std::vector<Handle> handles_of(const Run& run, const Replay& so_far) { return Tables(run, so_far).of_all(); }

}  // namespace lab::replay

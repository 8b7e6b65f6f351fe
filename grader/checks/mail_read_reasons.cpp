// Why a receiver read no further, or crashed on what it read.
#include <fmt/core.h>

#include <algorithm>

#include "checks/mail_reasons.h"
#include "checks/mail_run.h"

namespace lab::checks {
namespace {

using nlohmann::json;
using trace::Object;
using trace::Program;

constexpr std::size_t kLineEnd = 3;  // characters that may follow a text: CR, LF and a terminator

std::string ms(const trace::Moment& moment) { return fmt::format("{:.1f}", static_cast<double>(moment.at_us) / 1000); }

const Call* last_message(const Run& run, const std::string& slot) {
  const Call* last = nullptr;
  for (const Call* read : reads_of(run, slot))
    if (succeeded(*read)) last = read;
  return last;
}

// The message that a read found no room for: the first one that no read has taken.
const Posted* first_unread(const std::vector<Posted>& all, const std::vector<const Call*>& reads) {
  std::size_t taken = 0;
  for (const Call* read : reads) taken += succeeded(*read) ? 1 : 0;
  for (const Posted& message : all)
    if (message.bytes > 0 || message.text.empty())
      if (taken-- == 0) return &message;
  return nullptr;
}

// Whether the room that the read was told of is a number of characters: the text fits if it is taken for one, and only just.
bool room_in_characters(const Call& read, const Posted& message) {
  constexpr std::size_t kShortest = 50;  // every receiver has room for 49 characters
  const std::size_t length = characters(message.text);
  const bool just_fits = read.flags >= length && read.flags <= length + kLineEnd;
  return read.wide && (length < kShortest || read.flags % 2 != 0 || just_fits);
}

Because did_not_fit(const Run& run, const std::string& slot, const Call& read, bool again) {
  const std::vector<Posted> all = posted(run, slot);
  const Posted* message = first_unread(all, reads_of(run, slot, read.program));
  const json args = {
      {"characters", message ? characters(message->text) : 0}, {"bytes", message ? message->bytes : 0}, {"room", read.flags}};
  if (message && room_in_characters(read, *message)) return because("read_room_in_characters", args, read.begin.order);
  return because(again ? "asked_again_with_the_same_room" : "gave_up_on_122", args, read.begin.order);
}

Because took_121_for_failure(const Run& run, const Call& read) {
  std::uint32_t timeout = 0;
  for (const Call& call : run.calls)
    if (call.api == Api::kCreateMailslot && call.program == kUnderTest && call.slot && !read.on.empty() && *call.slot == read.on[0].slot)
      timeout = call.timeout_ms;
  return because("took_121_for_failure", {{"at_ms", ms(*read.end)}, {"timeout_ms", timeout}}, read.end->order);
}

bool made_anew(const Run& run, const std::string& slot) {
  int times = 0;
  for (std::size_t i = 0; i < run.slots.size(); ++i)
    times += run.slots[i].owner == kUnderTest && is_slot(run, static_cast<int>(i), slot) ? 1 : 0;
  return times > 1;
}

// The program ended by itself after this message: what did it take it for?
Because ended_on(const Run& run, const std::string& slot, const Call& last) {
  const std::string text = without_terminator(message_of(last));
  const std::uint64_t order = last.end->order;
  if (text.empty()) return because("ended_on_empty_message", json::object(), order);
  std::string before;
  for (const Call* read : reads_of(run, slot))
    if (succeeded(*read) && read->begin.order < last.begin.order) before = without_terminator(message_of(*read));
  const std::string in_buffer = text.size() < before.size() ? text + before.substr(text.size()) : text;
  if (!text.starts_with("exit") && in_buffer.starts_with("exit"))
    return because("ended_on_stale_text", {{"message", text}, {"before", shortened(before)}, {"buffer", shortened(in_buffer)}}, order);
  if (text.starts_with("exit")) return because("ended_on_longer_message", {{"message", shortened(text)}}, order);
  return because("ended_after_message", {{"message", shortened(text)}}, order);
}

Because waits_on_slot(const Run& run) {
  for (const Call& call : run.calls) {
    const bool waits = is_wait(call.api);
    if (call.program != kUnderTest || !waits || (call.end && !call.ended_by_grader)) continue;
    for (const Object& object : call.on)
      if (object.kind == Object::Kind::kMailslot)
        return because("waits_on_slot", {{"program", run.actor().name}, {"call", call.api}}, call.begin.order);
  }
  return nullptr;
}

// A read that failed because what it was given is not the receiver's end of a mailslot.
Because read_something_else(const Run& run, const std::string& slot) {
  for (const Call& call : run.calls) {
    if (call.api != Api::kReadFile || call.program != kUnderTest || !call.end || call.result != 0 || call.on.empty()) continue;
    const Object::Kind kind = call.on[0].kind;
    const bool is_none = kind == Object::Kind::kNull || kind == Object::Kind::kInvalid || kind == Object::Kind::kPseudo;
    if (!is_none && kind != Object::Kind::kMailslotClient) continue;
    const char* id = call.thread > 1 ? "thread_read_something_else" : "read_something_else";
    return because(id, {{"slot", slot}, {"error", call.error}}, call.begin.order);
  }
  return nullptr;
}

// Gone in the middle of its work, with no exception's code: a stack that was written over leaves nothing that could tell one.
bool vanished(const Run& run, const Call& last) {
  bool attached = false, detached = false;
  for (const trace::Event& event : run.events) {
    attached = attached || (event.kind == trace::Event::Kind::kAttached && event.program == kUnderTest);
    detached = detached || (event.kind == trace::Event::Kind::kDetached && event.program == kUnderTest);
  }
  const bool called_since = std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& call) {
    return call.program == kUnderTest && call.begin.order > last.begin.order;
  });
  return run.actor().end == Program::End::kItself && attached && !detached && !called_since;
}

}  // namespace

Because crash_reason(const Run& run, const std::string& slot) {
  const Program& actor = run.actor();
  const Call* last = last_message(run, slot);
  const bool gone = last && vanished(run, *last);
  if (actor.end != Program::End::kCrashed && !gone) return nullptr;
  if (!last) return unfinished(run);
  const std::string text = message_of(*last);
  const auto bytes = static_cast<std::uint32_t>(last->value.value_or(0));
  const json args = {{"program", actor.name},
                     {"exception", actor.exit_code},
                     {"characters", bytes / static_cast<std::uint32_t>(bytes_of_character(*last))},
                     {"bytes", bytes},
                     {"room", last->flags},
                     {"message", shortened(text)}};
  const std::uint64_t order = last->end->order;
  const bool filled = bytes >= last->flags;
  if (gone) return because("vanished_after_message", args, order);
  if (stopped_by_bounds_check(run)) {
    if (filled) return because("wrote_past_full_buffer", args, order);
    // The number of bytes, taken for an index, leaves the array only where it is as large as the number of characters that fit.
    const bool bytes_lie_outside = last->wide && bytes >= last->flags / static_cast<std::uint32_t>(bytes_of_character(*last));
    return because(bytes_lie_outside ? "used_bytes_as_index" : "wrote_past_buffer", args, order);
  }
  if (text.find('%') != std::string::npos) return because("crashed_on_format", args, order);
  if (filled && run.facts.count("built_from") && run.facts.at("built_from") == "exe")
    return because("crashed_after_full_buffer", args, order);
  return because("crashed_after_message", args, order);
}

Because why_not_read(const Run& run, const std::string& slot, const std::string& message) {
  if (Because crash = crash_reason(run, slot); !crash.is_null()) return crash;
  if (Because no_handle = used_no_handle(run); !no_handle.is_null()) return no_handle;
  if (reads_of(run, slot).empty())
    if (Because another = read_something_else(run, slot); !another.is_null()) return another;
  if (Because wait = waits_on_slot(run); !wait.is_null()) return wait;
  if (Because gave_up = why_gave_up(run, slot); !gave_up.is_null()) return gave_up;
  if (Because end = unfinished(run); !end.is_null()) return end;
  if (reads_of(run, slot).empty()) return because("never_read", {{"slot", slot}});
  if (made_anew(run, slot)) return because("slot_made_anew", {{"message", shortened(message)}});
  const Call* last = last_message(run, slot);
  if (last && without_terminator(message_of(*last)) != "exit") return ended_on(run, slot, *last);
  return because("message_not_read", {{"message", shortened(message)}});
}

Because why_gave_up(const Run& run, const std::string& slot, int program) {
  const std::vector<const Call*> reads = reads_of(run, slot, program);
  if (reads.empty() || !reads.back()->end || reads.back()->result != 0 || reads.back()->ended_by_grader) return nullptr;
  const Call& last = *reads.back();
  const bool itself = run.programs.at(static_cast<std::size_t>(program)).end == Program::End::kItself;
  if (last.error == kInsufficientBuffer) return did_not_fit(run, slot, last, last.times > 1 || !itself);
  if (!itself) return nullptr;
  if (last.error == kTimedOutRead) return took_121_for_failure(run, last);
  return because("read_no_more_after_error", {{"error", last.error}}, last.end->order);
}

Because why_refused(const Run& run, const std::string& slot, std::size_t allowed) {
  const std::vector<Posted> messages = posted(run, slot);
  for (std::size_t i = allowed; i < messages.size(); ++i) {
    if (!messages[i].refused) continue;
    for (const Call& call : run.calls)
      if (call.api == Api::kCreateMailslot && call.slot && is_slot(run, *call.slot, slot))
        return because("message_refused", {{"message", shortened(messages[i].text)}, {"bytes", call.flags}}, messages[i].order);
  }
  return nullptr;
}

Because used_no_handle(const Run& run) {
  const Call* failed = nullptr;
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest) continue;
    const bool opens = call.api == Api::kCreateMailslot || call.api == Api::kCreateFile;
    if (opens && call.end) failed = call.result == 0 ? &call : nullptr;
    const bool uses =
        call.api == Api::kReadFile || call.api == Api::kWriteFile || call.api == Api::kGetMailslotInfo || call.api == Api::kSetMailslotInfo;
    if (!failed || !uses || call.on.empty()) continue;
    const Object::Kind kind = call.on[0].kind;
    if (kind == Object::Kind::kPseudo || kind == Object::Kind::kNull || kind == Object::Kind::kInvalid)
      return because("used_no_handle", {{"opening", failed->api}, {"error", failed->error}, {"call", call.api}}, call.begin.order);
  }
  return nullptr;
}

}  // namespace lab::checks

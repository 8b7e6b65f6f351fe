// Reads runs from JSON Lines (FORMAT.md). Run files come from students and other machines, so nothing in them is taken on trust.
#include <algorithm>
#include <fstream>
#include <istream>
#include <stdexcept>

#include "text/path.h"
#include "trace/fields.h"
#include "trace/run.h"

namespace lab::trace {
namespace {

constexpr std::size_t kLongestLine = 16u << 20;
constexpr std::size_t kMostValues = 100'000;  // in one line: a few bytes of "[[[[" grow to hundreds in memory
constexpr std::size_t kMostPrograms = 4096;
constexpr std::size_t kMostSlots = 64;
constexpr std::size_t kMostRecords = 1'000'000;  // calls and events together
constexpr const char* kSchema = "win-ipc-lab/run/1";
constexpr const char* kTry = " Record the run again with --runs, or take an unchanged copy of the file.";

Program program_of(const Fields& fields, int index) {
  Program program;
  program.name = fields.text("name", "");
  program.arguments = fields.text("arguments", "");
  program.role = fields.one_of<Program::Role>("role", kRoles, Program::Role::kActor);
  program.parent = fields.number<int>("parent", -1);
  program.end = fields.one_of<Program::End>("end", kEnds, Program::End::kRunning);
  program.exit_code = fields.number<std::uint32_t>("exit_code", 0);
  program.attached = fields.flag("attached", false);
  program.output = fields.bytes("stdout");
  if (program.parent < -1 || program.parent >= index) fields.wrong("parent", "is not an earlier program");
  return program;
}

Slot slot_of(const Fields& fields) {
  Slot slot;
  slot.name = fields.text("name");
  slot.owner = fields.number<int>("owner", -1);
  slot.wide = fields.flag("wide", true);
  slot.computer = fields.text("computer", "");
  slot.address = fields.flag("address", false);
  return slot;
}

Object object_of(const Json& json, const std::string& where) {
  const Fields fields(json, where + ": \"on\"");
  Object object;
  object.kind = fields.one_of<Object::Kind>("kind", kObjectKinds);
  object.program = fields.number<int>("program", -1);
  object.handle = fields.number<int>("handle", 0);
  object.slot = fields.number<int>("slot", -1);
  return object;
}

Call call_of(const Fields& fields, const std::string& where) {
  Call call;
  call.api = fields.one_of<Api>("api", kApis);
  call.program = fields.number<int>("program", 0);
  call.thread = fields.number<int>("thread", 1);
  call.begin = fields.moment("begin");
  if (fields.has("end")) {
    call.end = fields.moment("end");
    if (call.end->order <= call.begin.order) fields.wrong("end", "comes before \"begin\"");
  }
  for (const Json& object : fields.list("on")) call.on.push_back(object_of(object, where));
  call.result = fields.number<std::int64_t>("result", 0);
  call.error = fields.number<std::uint32_t>("error", 0);
  call.timeout_ms = fields.number<std::uint32_t>("timeout_ms", 0);
  if (fields.has("value")) call.value = fields.number<std::int64_t>("value");
  if (fields.has("started")) call.started = fields.number<int>("started");
  if (fields.has("slot")) call.slot = fields.number<int>("slot");
  call.handles = fields.numbers("handles");
  call.text = fields.byte_texts("text");
  call.flags = fields.number<std::uint32_t>("flags", 0);
  call.access = fields.number<std::uint32_t>("access", 0);
  call.share = fields.number<std::uint32_t>("share", 0);
  call.disposition = fields.number<std::uint32_t>("disposition", 0);
  call.faulted = fields.flag("faulted", false);
  call.ended_by_grader = fields.flag("ended_by_grader", false);
  call.times = fields.number<std::uint32_t>("times", 1);
  call.wide = fields.flag("wide", true);
  call.inherits = fields.flag("inherits", false);
  if (call.times == 0) fields.wrong("times", "is 0");
  return call;
}

Event event_of(const Fields& fields) {
  Event event;
  event.kind = fields.one_of<Event::Kind>("kind", kEventKinds);
  event.program = fields.number<int>("program", -1);
  event.by = fields.number<int>("by", -1);
  event.value = fields.number<std::int64_t>("value", 0);
  event.when = fields.moment("when");
  event.slot = fields.number<int>("slot", -1);
  event.text = fields.text("text", "");
  return event;
}

Run header_of(const Fields& fields) {
  Run run;
  run.schema = fields.text("schema");
  if (run.schema != kSchema) fields.wrong("schema", std::string("is not ") + kSchema);
  run.submission = fields.text("submission", "");
  run.lab = fields.text("lab", "");
  run.program = fields.text("program", "");
  run.scenario = fields.text("scenario", "");
  run.platform = fields.text("platform", "");
  run.clock = fields.text("clock", "patient");
  run.facts = fields.texts("facts");
  run.outcome = fields.one_of<Run::Outcome>("outcome", kRunOutcomes, Run::Outcome::kRecorded);
  run.reason = fields.text("reason", "");
  run.detail = fields.text("detail", "");
  return run;
}

void finish(Run& run, const Fields& end) {
  run.output = end.bytes("stdout");
  run.errors = end.bytes("stderr");
  run.output_cut = end.flag("output_cut", false);

  const int programs = static_cast<int>(run.programs.size());
  if (programs == 0 && run.outcome == Run::Outcome::kRecorded) refuse("the run that ends here has no program line.");
  const auto known = [&](int program, int lowest, const char* what) {
    if (program < lowest || program >= programs)
      refuse("the run that ends here has " + std::string(what) + " of a program that has no line.");
  };
  const auto known_slot = [&](int slot, int lowest, const char* what) {
    if (slot < lowest || slot >= static_cast<int>(run.slots.size()))
      refuse("the run that ends here has " + std::string(what) + " of a mailslot that has no line.");
  };
  for (const Slot& slot : run.slots) known(slot.owner, -1, "a mailslot");
  for (const Call& call : run.calls) {
    known(call.program, 0, "a call");
    if (call.started) known(*call.started, 0, "a start");
    if (call.slot) known_slot(*call.slot, 0, "a call");
    for (const Object& object : call.on) {
      known(object.program, -1, "an object");
      known_slot(object.slot, -1, "an object");
    }
  }
  for (const Event& event : run.events) {
    known(event.program, -1, "an event");
    known(event.by, -1, "an event");
    known_slot(event.slot, -1, "an event");
  }
  std::stable_sort(run.calls.begin(), run.calls.end(), [](const Call& a, const Call& b) { return a.begin.order < b.begin.order; });
  std::stable_sort(run.events.begin(), run.events.end(), [](const Event& a, const Event& b) { return a.when.order < b.when.order; });
}

// One line without its newline; false at the end. Stops at the longest line allowed, whatever the stream holds.
bool next_line(std::istream& in, std::string& line) {
  line.clear();
  std::streambuf* buffer = in.rdbuf();
  for (int c = buffer->sbumpc(); c != std::char_traits<char>::eof(); c = buffer->sbumpc()) {
    if (c == '\n') return true;
    if (line.size() == kLongestLine) refuse("the line is longer than 16 MiB.");
    line += static_cast<char>(c);
  }
  return !line.empty();
}

// Whether a line has more lists, objects and commas than any honest one.
bool is_crowded(const std::string& line) {
  std::size_t values = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (in_string && c == '\\')
      ++i;
    else if (c == '"')
      in_string = !in_string;
    else if (!in_string && (c == '[' || c == '{' || c == ','))
      ++values;
  }
  return values > kMostValues;
}

class Reader {
 public:
  std::vector<Run> take() { return std::move(runs_); }
  bool inside() const { return inside_; }

  void line(const std::string& text) {
    if (text.find_first_not_of(" \t\r") == std::string::npos) return;
    if (is_crowded(text)) refuse("the line holds more than 100000 values.");
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) refuse("this is not JSON.");
    const std::string kind = Fields(json, "the line").text("t");
    const Fields fields(json, kind);
    if (kind != "run" && !inside_) refuse("this line stands outside a run.");
    if (kind == "run") {
      if (inside_) refuse("the run before has no end line.");
      runs_.push_back(header_of(fields));
      inside_ = true;
    } else if (kind == "program") {
      if (run().programs.size() == kMostPrograms) refuse("the run has more than 4096 programs.");
      run().programs.push_back(program_of(fields, static_cast<int>(run().programs.size())));
    } else if (kind == "slot") {
      if (run().slots.size() == kMostSlots) refuse("the run has more than 64 mailslots.");
      run().slots.push_back(slot_of(fields));
    } else if (kind == "call") {
      count();
      run().calls.push_back(call_of(fields, kind));
    } else if (kind == "event") {
      count();
      run().events.push_back(event_of(fields));
    } else if (kind == "end") {
      finish(run(), fields);
      inside_ = false;
    } else {
      refuse("\"t\" is none of run, program, slot, call, event, end.");
    }
  }

 private:
  Run& run() { return runs_.back(); }
  void count() {
    if (run().calls.size() + run().events.size() == kMostRecords) refuse("the run has more than 1000000 calls and events.");
  }

  std::vector<Run> runs_;
  bool inside_ = false;
};

}  // namespace

std::vector<Run> read(std::istream& in) {
  Reader reader;
  std::string line;
  std::size_t number = 0;
  try {
    for (number = 1; next_line(in, line); ++number) reader.line(line);
    if (reader.inside()) refuse("the file ends in the middle of a run.");
  } catch (const std::exception& problem) {
    throw std::runtime_error("line " + std::to_string(number) + ": " + problem.what() + kTry);
  }
  return reader.take();
}

std::vector<Run> read(const std::filesystem::path& file) {
  const std::string name = text::utf8(file);
  std::error_code ignored;
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file, ignored)) {
    throw std::runtime_error(name + ": cannot be opened for reading. Check the path; a run file is named like scenario.jsonl.");
  }
  std::vector<Run> runs;
  try {
    runs = read(in);
  } catch (const std::runtime_error& problem) {
    throw std::runtime_error(name + ": " + problem.what());
  }
  if (runs.empty()) throw std::runtime_error(name + ": line 1: there is no run in this file." + kTry);
  return runs;
}

}  // namespace lab::trace

// Reads runs from JSON Lines (FORMAT.md). Run files come from students and from other machines, so nothing in them is trusted.
#include <algorithm>
#include <fstream>
#include <istream>
#include <stdexcept>
#include <type_traits>

#include "text/path.h"
#include "trace/fields.h"
#include "trace/layout.h"
#include "trace/run.h"

namespace lab::trace {
namespace {

constexpr std::size_t kLongestLine = 16u << 20;
constexpr std::size_t kMostValues = 100'000;  // in one line: a few bytes such as "[[[[" become hundreds in memory
constexpr std::size_t kMostPrograms = 4096;
constexpr std::size_t kMostSlots = 64;
constexpr std::size_t kMostRecords = 1'000'000;  // calls and events together
constexpr const char* kSchema = "win-ipc-lab/run/1";
constexpr const char* kTry = " Record the run again with --runs, or take an unchanged copy of the file.";

// Reads the fields on one line.
class FieldReader {
 public:
  explicit FieldReader(const Fields& fields) : fields_(fields) {}

  template <class Value>
  void operator()(const char* name, Value& value) const {
    if constexpr (std::is_same_v<Value, std::string>)
      value = fields_.text(name);
    else
      value = fields_.number<Value>(name);
  }
  void operator()(const char* name, Moment& moment) const {
    const Fields inner = fields_.object(name);
    const FieldReader field(inner);
    visit_moment(field, moment);
  }
  template <class Value>
  void operator()(const char* name, std::optional<Value>& value) const {
    if (fields_.has(name)) (*this)(name, value.emplace());
  }
  template <class Value>
  void operator()(const char* name, Value& value, const std::type_identity_t<Value>& fallback) const {
    if constexpr (std::is_same_v<Value, bool>)
      value = fields_.flag(name, fallback);
    else if constexpr (std::is_same_v<Value, std::string>)
      value = fields_.text(name, fallback);
    else
      value = fields_.number<Value>(name, fallback);
  }

  template <class Value, std::size_t kCount>
  void id(const char* name, Value& value, const Name<Value> (&table)[kCount],
          std::optional<std::type_identity_t<Value>> fallback = {}) const {
    value = fields_.one_of<Value>(name, table, fallback);
  }

  void bytes(const char* name, std::string& bytes) const { bytes = fields_.bytes(name); }
  void microseconds(const char* name, std::int64_t& value) const { value = fields_.microseconds(name); }

  void list(const char* name, std::vector<Object>& objects) const {
    for (const Json& json : fields_.list(name)) {
      const Fields inner = fields_.element(json, name);
      const FieldReader field(inner);
      visit_object(field, objects.emplace_back());
    }
  }
  void list(const char* name, std::vector<Todo>& todos) const {
    for (const Json& json : fields_.list(name)) {
      const Fields inner = fields_.element(json, name);
      const FieldReader field(inner);
      visit_todo(field, todos.emplace_back());
    }
  }
  void list(const char* name, std::vector<int>& numbers) const { numbers = fields_.numbers(name); }
  void texts(const char* name, std::map<std::string, std::string>& texts) const { texts = fields_.texts(name); }
  void byte_texts(const char* name, std::map<std::string, std::string>& texts) const { texts = fields_.byte_texts(name); }

 private:
  const Fields& fields_;
};

Program program_of(const Fields& fields, int index) {
  Program program;
  visit_program(FieldReader(fields), program);
  if (program.parent < -1 || program.parent >= index) fields.wrong("parent", "is not an earlier program");
  return program;
}

Slot slot_of(const Fields& fields) {
  Slot slot;
  visit_slot(FieldReader(fields), slot);
  return slot;
}

Call call_of(const Fields& fields) {
  Call call;
  visit_call(FieldReader(fields), call);
  if (call.end && call.end->order <= call.begin.order) fields.wrong("end", "comes before \"begin\"");
  if (call.times == 0) fields.wrong("times", "is 0");
  return call;
}

Event event_of(const Fields& fields) {
  Event event;
  visit_event(FieldReader(fields), event);
  return event;
}

Run header_of(const Fields& fields) {
  Run run;
  visit_header(FieldReader(fields), run);
  if (run.schema != kSchema) fields.wrong("schema", std::string("is not ") + kSchema);
  return run;
}

void finish(Run& run, const Fields& end) {
  visit_end(FieldReader(end), run);

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

// Reads one line without its newline; returns false at the end. Stops at the maximum line length, whatever the stream contains.
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

// Whether a line has more lists, objects and commas than any genuine one.
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
    if (json.is_discarded())
      refuse(runs_.empty() ? "this is not a recording: it does not begin with a line of JSON." : "this is not JSON.");
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
      run().calls.push_back(call_of(fields));
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

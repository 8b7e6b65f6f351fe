// Reads runs from JSON Lines (FORMAT.md). Run files come from students and other machines, so nothing in them is taken on trust.
#include <algorithm>
#include <fstream>
#include <istream>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "trace/names.h"
#include "trace/run.h"

namespace lab::trace {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongestLine = 16u << 20;
constexpr std::size_t kMostValues = 100'000;  // in one line: a few bytes of "[[[[" grow to hundreds in memory
constexpr std::size_t kMostPrograms = 4096;
constexpr std::size_t kMostRecords = 1'000'000;  // calls and events together
constexpr std::int64_t kLatest = (std::int64_t{1} << 53) - 1;
constexpr const char* kSchema = "win-ipc-lab/run/1";
constexpr const char* kTry = " Record the run again with --runs, or take an unchanged copy of the file.";

[[noreturn]] void refuse(const std::string& problem) { throw std::runtime_error(problem); }

// The fields of one JSON object; every reader says which field is wrong and how.
class Fields {
 public:
  Fields(const Json& json, std::string where) : json_(json), where_(std::move(where)) {
    if (!json_.is_object()) refuse(where_ + " is not a JSON object.");
  }

  bool has(const char* name) const { return json_.contains(name); }

  template <class Number>
  Number number(const char* name, std::optional<Number> by_default = {}) const {
    const auto low = static_cast<std::int64_t>(std::numeric_limits<Number>::min());
    const auto high = static_cast<std::uint64_t>(std::numeric_limits<Number>::max());
    const Json* field = find(name, by_default.has_value());
    return field ? number_of<Number>(*field, name, low, high) : *by_default;
  }

  bool flag(const char* name, bool by_default) const {
    const Json* field = find(name, true);
    if (!field) return by_default;
    if (!field->is_boolean()) wrong(name, "is neither true nor false");
    return field->get<bool>();
  }

  std::string text(const char* name, std::optional<std::string> by_default = {}) const {
    const Json* field = find(name, by_default.has_value());
    if (!field) return *by_default;
    if (!field->is_string()) wrong(name, "is not a string");
    return field->get<std::string>();
  }

  template <class Value, std::size_t kCount>
  Value one_of(const char* name, const Name<Value> (&names)[kCount], std::optional<Value> by_default = {}) const {
    const Json* field = find(name, by_default.has_value());
    if (!field) return *by_default;
    std::string known;
    for (const auto& candidate : names) {
      if (field->is_string() && field->get_ref<const std::string&>() == candidate.id) return candidate.value;
      known += known.empty() ? candidate.id : std::string(", ") + candidate.id;
    }
    wrong(name, "is none of " + known);
  }

  std::map<std::string, std::string> texts(const char* name) const {
    std::map<std::string, std::string> result;
    const Json* field = find(name, true);
    if (!field) return result;
    if (!field->is_object()) wrong(name, "is not an object of strings");
    for (const auto& [key, value] : field->items()) {
      if (!value.is_string()) wrong(name, "is not an object of strings");
      result[key] = value.template get<std::string>();
    }
    return result;
  }

  std::vector<int> numbers(const char* name) const {
    std::vector<int> result;
    for (const Json& element : list(name))
      result.push_back(number_of<int>(element, name, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
    return result;
  }

  const Json::array_t& list(const char* name) const {
    static const Json::array_t kEmpty;
    const Json* field = find(name, true);
    if (!field) return kEmpty;
    if (!field->is_array()) wrong(name, "is not a list");
    return field->get_ref<const Json::array_t&>();
  }

  Moment moment(const char* name) const {
    const Fields fields(*find(name, false), where_ + ": \"" + name + "\"");
    Moment moment;
    moment.order = fields.number<std::uint64_t>("o");
    moment.at_us = fields.microseconds("at");
    moment.clock_us = fields.microseconds("clock");
    return moment;
  }

  // Output is text, or hexadecimal digits under NAME_hex.
  std::string bytes(const std::string& name) const {
    const std::string hex_name = name + "_hex";
    if (!has(hex_name.c_str())) return text(name.c_str(), "");
    const std::string hex = text(hex_name.c_str());
    const auto digit = [&](char c) -> int {
      if (c >= '0' && c <= '9') return c - '0';
      if (c >= 'a' && c <= 'f') return c - 'a' + 10;
      if (c >= 'A' && c <= 'F') return c - 'A' + 10;
      wrong(hex_name.c_str(), "has something else than hexadecimal digits");
    };
    if (hex.size() % 2 != 0) wrong(hex_name.c_str(), "has an odd number of digits");
    std::string result;
    result.reserve(hex.size() / 2);
    for (std::size_t i = 0; i < hex.size(); i += 2) result += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
    return result;
  }

  [[noreturn]] void wrong(const char* name, const std::string& how) const { refuse(where_ + ": \"" + name + "\" " + how + "."); }

 private:
  const Json* find(const char* name, bool optional) const {
    const auto found = json_.find(name);
    if (found != json_.end()) return &*found;
    if (!optional) wrong(name, "is missing");
    return nullptr;
  }

  std::int64_t microseconds(const char* name) const {
    const Json* field = find(name, true);
    return field ? number_of<std::int64_t>(*field, name, 0, kLatest) : 0;
  }

  template <class Number>
  Number number_of(const Json& field, const char* name, std::int64_t low, std::uint64_t high) const {
    if (!field.is_number_integer()) wrong(name, "is not a whole number");
    const bool fits = field.is_number_unsigned() ? field.get<std::uint64_t>() <= high : field.get<std::int64_t>() >= low;
    if (!fits) wrong(name, "is out of range");
    return field.get<Number>();
  }

  const Json& json_;
  std::string where_;
};

Program program_of(const Fields& fields, int index) {
  Program program;
  program.name = fields.text("name", "");
  program.arguments = fields.text("arguments", "");
  program.role = fields.one_of<Program::Role>("role", kRoles, Program::Role::kActor);
  program.parent = fields.number<int>("parent", -1);
  program.end = fields.one_of<Program::End>("end", kEnds, Program::End::kRunning);
  program.exit_code = fields.number<std::uint32_t>("exit_code", 0);
  program.attached = fields.flag("attached", false);
  if (program.parent < -1 || program.parent >= index) fields.wrong("parent", "is not an earlier program");
  return program;
}

Object object_of(const Json& json, const std::string& where) {
  const Fields fields(json, where + ": \"on\"");
  return {fields.one_of<Object::Kind>("kind", kObjectKinds), fields.number<int>("program", -1), fields.number<int>("handle", 0)};
}

Call call_of(const Fields& fields, const std::string& where) {
  Call call;
  call.api = fields.text("api");
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
  call.handles = fields.numbers("handles");
  call.text = fields.texts("text");
  call.flags = fields.number<std::uint32_t>("flags", 0);
  call.faulted = fields.flag("faulted", false);
  call.ended_by_grader = fields.flag("ended_by_grader", false);
  call.times = fields.number<std::uint32_t>("times", 1);
  call.wide = fields.flag("wide", true);
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
    if (program < lowest || program >= programs) refuse("the run that ends here has " + std::string(what) + " of a program that has no line.");
  };
  for (const Call& call : run.calls) {
    known(call.program, 0, "a call");
    if (call.started) known(*call.started, 0, "a start");
    for (const Object& object : call.on) known(object.program, -1, "an object");
  }
  for (const Event& event : run.events) {
    known(event.program, -1, "an event");
    known(event.by, -1, "an event");
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
    if (in_string && c == '\\') ++i;
    else if (c == '"') in_string = !in_string;
    else if (!in_string && (c == '[' || c == '{' || c == ',')) ++values;
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
      refuse("\"t\" is none of run, program, call, event, end.");
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
  const std::u8string utf8 = file.u8string();
  const std::string name(utf8.begin(), utf8.end());
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

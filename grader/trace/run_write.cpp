// Writes runs as JSON Lines (FORMAT.md).
#include <nlohmann/json.hpp>
#include <ostream>
#include <type_traits>

#include "trace/layout.h"
#include "trace/run.h"

namespace lab::trace {
namespace {

// Keeps the fields in the order in which they are added, so that a run file is easy to read.
using Json = nlohmann::ordered_json;

bool is_utf8(const std::string& bytes) {
  try {
    Json(bytes).dump();
    return true;
  } catch (const Json::type_error&) {
    return false;
  }
}

void add_bytes(Json& line, const std::string& field, const std::string& bytes) {
  if (bytes.empty()) return;
  if (is_utf8(bytes)) {
    line[field] = bytes;
    return;
  }
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(bytes.size() * 2);
  for (const unsigned char byte : bytes) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  line[field + "_hex"] = std::move(hex);
}

// Writes the fields on one line.
class Writer {
 public:
  explicit Writer(Json& line) : line_(line) {}

  template <class Value>
  void operator()(const char* name, const Value& value) {
    line_[name] = value;
  }
  void operator()(const char* name, const Moment& moment) {
    Writer inner(line_[name]);
    visit_moment(inner, moment);
  }
  template <class Value>
  void operator()(const char* name, const std::optional<Value>& value) {
    if (value) (*this)(name, *value);
  }
  template <class Value>
  void operator()(const char* name, const Value& value, const std::type_identity_t<Value>& fallback) {
    if (value != fallback) line_[name] = value;
  }

  template <class Value, std::size_t kCount>
  void id(const char* name, Value value, const Name<Value> (&table)[kCount]) {
    line_[name] = id_of(table, value);
  }
  template <class Value, std::size_t kCount>
  void id(const char* name, Value value, const Name<Value> (&table)[kCount], Value fallback) {
    if (value != fallback) id(name, value, table);
  }

  void bytes(const char* name, const std::string& bytes) { add_bytes(line_, name, bytes); }
  void microseconds(const char* name, std::int64_t value) { (*this)(name, value, 0); }

  void list(const char* name, const std::vector<Object>& objects) {
    for (const Object& object : objects) {
      Writer inner(line_[name].emplace_back());
      visit_object(inner, object);
    }
  }
  void list(const char* name, const std::vector<Todo>& todos) {
    for (const Todo& todo : todos) {
      Writer inner(line_[name].emplace_back());
      visit_todo(inner, todo);
    }
  }
  void list(const char* name, const std::vector<int>& numbers) { (*this)(name, numbers, {}); }
  void texts(const char* name, const std::map<std::string, std::string>& texts) { (*this)(name, texts, {}); }
  void byte_texts(const char* name, const std::map<std::string, std::string>& texts) {
    for (const auto& [key, text] : texts) {
      if (text.empty()) line_[name][key] = text;  // an empty message is a message, too
      add_bytes(line_[name], key, text);
    }
  }

 private:
  Json& line_;
};

// `visit` is the visit function for this kind of line.
template <class Visit>
void write_line(std::ostream& out, const char* kind, Visit visit) {
  Json line = {{"t", kind}};
  Writer writer(line);
  visit(writer);
  out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace

void write(std::ostream& out, const Run& run) {
  write_line(out, "run", [&](Writer& field) { visit_header(field, run); });
  for (const Program& program : run.programs) write_line(out, "program", [&](Writer& field) { visit_program(field, program); });
  for (const Slot& slot : run.slots) write_line(out, "slot", [&](Writer& field) { visit_slot(field, slot); });
  for (const Call& call : run.calls) write_line(out, "call", [&](Writer& field) { visit_call(field, call); });
  for (const Event& event : run.events) write_line(out, "event", [&](Writer& field) { visit_event(field, event); });
  write_line(out, "end", [&](Writer& field) { visit_end(field, run); });
}

}  // namespace lab::trace

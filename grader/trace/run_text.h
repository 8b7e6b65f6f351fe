// Provides tests with run files as text, and with the names of their fields.
#pragma once

#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "trace/layout.h"
#include "trace/run.h"

namespace lab::trace {

// A visitor (layout.h) that collects the names of the fields.
struct FieldNames {
  std::vector<std::string> names;

  template <class... Rest>
  void operator()(const char* name, Rest&&...) {
    names.emplace_back(name);
  }
  template <class... Rest>
  void id(const char* name, Rest&&...) {
    names.emplace_back(name);
  }
  template <class... Rest>
  void list(const char* name, Rest&&...) {
    names.emplace_back(name);
  }
  void bytes(const char* name, const std::string&) { names.emplace_back(name); }
  void texts(const char* name, const std::map<std::string, std::string>&) { names.emplace_back(name); }
  void byte_texts(const char* name, const std::map<std::string, std::string>&) { names.emplace_back(name); }
};

// The field names for each kind of line.
inline std::map<std::string, std::vector<std::string>> field_names() {
  std::map<std::string, FieldNames> of;
  const Run run;
  const Program program;
  const Slot slot;
  const Call call;
  const Event event;
  visit_header(of["run"], run);
  visit_program(of["program"], program);
  visit_slot(of["slot"], slot);
  visit_call(of["call"], call);
  visit_event(of["event"], event);
  visit_end(of["end"], run);
  std::map<std::string, std::vector<std::string>> names;
  for (const auto& [kind, visited] : of) names[kind] = visited.names;
  return names;
}

inline std::string written(const Run& run) {
  std::ostringstream out;
  write(out, run);
  return out.str();
}

inline std::vector<Run> read_text(const std::string& text) {
  std::istringstream in(text);
  return read(in);
}

inline std::string problem_in(const std::string& text) {
  try {
    read_text(text);
  } catch (const std::runtime_error& problem) {
    return problem.what();
  }
  return "no problem";
}

inline const std::string kHeader = R"({"t":"run","schema":"win-ipc-lab/run/1"})"
                                   "\n";
inline const std::string kProgram = R"({"t":"program","name":"AdderManager"})"
                                    "\n";
inline const std::string kEnd = R"({"t":"end"})"
                                "\n";

}  // namespace lab::trace

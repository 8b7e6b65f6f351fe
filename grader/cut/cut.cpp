// Cuts the stub out of one solution.
#include "cut/cut.h"

#include <cctype>

#include "text/problem.h"

namespace lab::cut {
namespace {

using text::Problem;

struct Marker {
  enum class Kind { kNone, kTodo, kStub, kEnd };
  Kind kind = Kind::kNone;
  int number = 0;
  std::string_view text;  // the text after the marker and one blank
};

class Cutter {
 public:
  explicit Cutter(const std::string& file) : file_(file) {}

  void line(std::string_view line) {
    ++number_;
    for (const char c : line)
      if (static_cast<unsigned char>(c) > 0x7E || (static_cast<unsigned char>(c) < 0x20 && c != '\t')) refuse("cut_not_ascii");
    const std::size_t code = std::min(line.find_first_not_of(" \t"), line.size());
    const std::string_view indent = line.substr(0, code);
    const Marker marker = marker_of(line, code);
    switch (marker.kind) {
      case Marker::Kind::kTodo:
        todo(indent, marker);
        break;
      case Marker::Kind::kStub:
        if (!open_) refuse("cut_outside", "//[stub]");
        emit(marker.text.empty() ? "" : indent, marker.text);
        break;
      case Marker::Kind::kEnd:
        if (!open_) refuse("cut_outside", "//[end]");
        open_ = false;
        break;
      case Marker::Kind::kNone:
        if (open_)
          to_write_.push_back(static_cast<std::size_t>(number_));
        else
          emit("", line);
        break;
    }
    last_was_todo_ = marker.kind == Marker::Kind::kTodo;
  }

  std::vector<std::size_t> take_lines_to_write() {
    take();
    return std::move(to_write_);
  }

  std::string take() {
    if (open_) {
      number_ = opened_at_;
      refuse("cut_unterminated");
    }
    if (todo_ == 0) throw Problem("cut_no_todo", {{"file", file_}});
    return std::move(stub_);
  }

 private:
  void todo(std::string_view indent, const Marker& marker) {
    if (open_ && last_was_todo_ && marker.number == todo_) {
      emit(indent, "// " + std::string(marker.text));
      return;
    }
    if (open_) refuse("cut_nested");
    if (todo_ != 0 && marker.number != todo_ + 1)
      throw Problem("cut_wrong_number", {{"file", file_}, {"line", number_}, {"seen", marker.number}, {"expected", todo_ + 1}});
    emit(indent, "// TODO " + std::to_string(marker.number) + ": " + std::string(marker.text));
    open_ = true;
    opened_at_ = number_;
    todo_ = marker.number;
  }

  Marker marker_of(std::string_view line, std::size_t code) const {
    const std::size_t at = line.find("//[");
    if (at == std::string_view::npos) return {};
    const std::size_t close = line.find(']', at);
    const std::string_view name = close == std::string_view::npos ? line.substr(at + 3) : line.substr(at + 3, close - at - 3);
    std::string_view text = close == std::string_view::npos ? "" : line.substr(close + 1);
    if (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    // Code before a marker would be removed or kept by accident.
    if (at == code) {
      if (name == "stub") return {Marker::Kind::kStub, 0, text};
      if (name == "end" && text.empty()) return {Marker::Kind::kEnd, 0, text};
      if (name.starts_with("todo ") && !text.empty()) {
        const int number = number_of(name.substr(5));
        if (number > 0) return {Marker::Kind::kTodo, number, text};
      }
    }
    refuse("cut_unknown_marker", line.substr(at));
  }

  static int number_of(std::string_view digits) {
    if (digits.empty() || digits.size() > 3) return 0;
    int number = 0;
    for (const char c : digits) {
      if (!std::isdigit(static_cast<unsigned char>(c))) return 0;
      number = number * 10 + (c - '0');
    }
    return number;
  }

  void emit(std::string_view indent, std::string_view text) { stub_.append(indent).append(text).append("\n"); }

  [[noreturn]] void refuse(const char* id, std::string_view marker = "") const {
    throw Problem(id, {{"file", file_}, {"line", number_}, {"marker", std::string(marker)}});
  }

  const std::string& file_;
  std::string stub_;
  std::vector<std::size_t> to_write_;
  int number_ = 0;     // of the current line
  int todo_ = 0;       // the last TODO's number
  int opened_at_ = 0;  // the line of its start
  bool open_ = false;
  bool last_was_todo_ = false;
};

Cutter cut(std::string_view solution, const std::string& file) {
  Cutter cutter(file);
  for (std::size_t at = 0; at < solution.size();) {
    const std::size_t end = std::min(solution.find('\n', at), solution.size());
    std::string_view line = solution.substr(at, end - at);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    cutter.line(line);
    at = end + 1;
  }
  return cutter;
}

}  // namespace

std::string stub_of(std::string_view solution, const std::string& file) { return cut(solution, file).take(); }

std::vector<std::size_t> lines_to_write(std::string_view solution, const std::string& file) {
  return cut(solution, file).take_lines_to_write();
}

}  // namespace lab::cut

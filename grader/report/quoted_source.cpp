// Marks are aligned with terminal columns, so lines are cut by columns, not by bytes.
#include "report/quoted_source.h"

#include <algorithm>

#include "report/columns.h"
#include "text/utf8.h"

namespace lab::report {
namespace {

constexpr std::size_t kFurtherIn = 4;  // additional indentation of the second and later pieces

// The content of each column: a character with its zero-width characters; "" in the second column of a wide character.
using Cells = std::vector<std::string>;

Cells cells_of(std::string_view text) {
  Cells cells;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view one = text.substr(at, text::character_at(text, at).bytes);
    const int width = columns(one);
    if (width > 0 || cells.empty()) cells.emplace_back();
    cells.back() += one;
    if (width > 1) cells.emplace_back();
    at += one.size();
  }
  while (!cells.empty() && cells.back() == " ") cells.pop_back();
  return cells;
}

struct Piece {
  std::size_t begin, end;
};

std::string text_in(const Cells& cells, Piece piece) {
  std::string text;
  for (std::size_t at = piece.begin; at < std::min(piece.end, cells.size()); ++at) text += cells[at];
  return text;
}

std::size_t after_blanks(const Cells& cells, std::size_t at) {
  while (at < cells.size() && cells[at] == " ") ++at;
  return at;
}

// Splits the source at blanks, and removes the blanks at the beginning.
std::vector<Piece> pieces_of(const Cells& source, std::size_t room) {
  std::vector<Piece> pieces;
  for (std::size_t begin = after_blanks(source, 0); begin < source.size();) {
    const std::size_t most = begin + (pieces.empty() ? room : room - kFurtherIn);
    std::size_t end = std::min(most, source.size());
    if (end < source.size()) {
      while (end > begin && source[end] != " ") --end;
      if (end == begin) end = most;
    }
    pieces.push_back({begin, end});
    begin = after_blanks(source, end);
  }
  return pieces;
}

// The part of a line of marks that belongs below a piece: "^~~~" ends with the piece, but words may be longer.
std::string marks_below(const Cells& marks, Piece piece) {
  const auto is_mark = [](const std::string& cell) { return cell == " " || cell == "^" || cell == "~" || cell == "|"; };
  const bool only_marks = std::all_of(marks.begin(), marks.end(), is_mark);
  return text_in(marks, {piece.begin, only_marks ? piece.end + 1 : marks.size()});
}

}  // namespace

std::size_t quoted_from(const std::string& line) {
  const std::size_t bar = line.find(" |");
  const bool numbered = bar != std::string::npos && line.find_first_not_of(" 0123456789") == bar + 1;
  return numbered && line.size() > bar + 3 ? bar + 3 : 0;
}

std::vector<std::string> quoted_source(const std::vector<std::string>& lines, std::size_t room) {
  const std::size_t from = quoted_from(lines.front());
  if (static_cast<std::size_t>(columns(lines.front())) <= room || room < from + 3 * kFurtherIn) return lines;
  const Cells source = cells_of(std::string_view(lines.front()).substr(from));
  std::vector<Cells> marks;
  for (std::size_t i = 1; i < lines.size(); ++i)
    marks.push_back(cells_of(std::string_view(lines[i]).substr(std::min(from, lines[i].size()))));
  const std::size_t marked =
      marks.empty() ? 0 : static_cast<std::size_t>(std::find(marks[0].begin(), marks[0].end(), "^") - marks[0].begin());

  const std::vector<Piece> pieces = pieces_of(source, room - from);
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string bar = std::string(from - 2, ' ') + "| " + std::string(i == 0 ? 0 : kFurtherIn, ' ');
    shown.push_back((i == 0 ? lines.front().substr(0, from) : bar) + text_in(source, pieces[i]));
    const bool has_mark = (i == 0 || pieces[i].begin <= marked) && (i + 1 == pieces.size() || marked < pieces[i + 1].begin);
    if (!has_mark) continue;
    for (const Cells& line : marks) shown.push_back(bar + marks_below(line, pieces[i]));
  }
  return shown;
}

}  // namespace lab::report

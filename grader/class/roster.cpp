// Finds each student's cell, and replaces its contents in place.
#include "class/roster.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <regex>
#include <set>

#include "class/csv.h"
#include "class/grades.h"
#include "class/names.h"
#include "text/problem.h"
#include "text/text.h"
#include "text/utf8.h"

namespace lab::classes {
namespace {

struct Cell {
  std::size_t begin = 0, end = 0;  // the range of bytes, including quotes
  std::string text;
};
using Row = std::vector<Cell>;

// The character that separates the cells of the first line: the most frequent of these.
char separator_of(const std::string& table) {
  const std::string line = table.substr(0, table.find('\n'));
  char best = ',';
  for (const char one : {';', '\t'})
    if (std::count(line.begin(), line.end(), one) > std::count(line.begin(), line.end(), best)) best = one;
  return best;
}

class TableReader {
 public:
  explicit TableReader(const std::string& table) : table_(table), separator_(separator_of(table)) {
    if (table_.starts_with(kByteOrderMark)) at_ = 3;
  }

  std::vector<Row> rows() {
    std::vector<Row> all;
    while (at_ < table_.size()) all.push_back(row());
    return all;
  }

 private:
  Row row() {
    Row cells;
    while (true) {
      cells.push_back(cell());
      if (at_ < table_.size() && table_[at_] == separator_) {
        ++at_;
        continue;
      }
      if (at_ < table_.size() && table_[at_] == '\r') ++at_;
      if (at_ < table_.size() && table_[at_] == '\n') ++at_;
      return cells;
    }
  }

  Cell cell() {
    Cell one;
    one.begin = at_;
    bool quoted = false;
    for (; at_ < table_.size(); ++at_) {
      const char c = table_[at_];
      if (c == '"' && quoted && at_ + 1 < table_.size() && table_[at_ + 1] == '"') {
        one.text += table_[++at_];
      } else if (c == '"' && (quoted || at_ == one.begin)) {
        quoted = !quoted;
      } else if (!quoted && (c == separator_ || c == '\n' || c == '\r')) {
        break;
      } else {
        one.text += c;
      }
    }
    one.end = at_;
    return one;
  }

  const std::string& table_;
  char separator_;
  std::size_t at_ = 0;
};

std::string lower(const std::string& text) { return text::lower(text); }

// The number after "Participant ", in whatever language the site uses.
std::string last_word(const std::string& text) {
  const std::size_t blank = text.find_last_of(' ');
  return blank == std::string::npos ? text : text.substr(blank + 1);
}

// "20231234" of "20231234_김민수"; "" if there is no such number, or more than one.
std::string number_in(const std::string& name) {
  static const std::regex kNumber("[0-9]{4,}");
  const std::sregex_iterator first(name.begin(), name.end(), kNumber), end;
  return first != end && std::next(first) == end ? first->str() : "";
}

// Headings in lower case. The first one that a platform uses is the identifier in the downloads from that platform.
const std::vector<std::string> kIds{
    "identifier",        "id",    "github_username", "username", "sid",  "sis user id", "sis login id", "id number",  "user id",
    "roster_identifier", "email", "email address",   "식별자",   "학번", "아이디",      "이메일",       "이메일 주소"};
const std::vector<std::string> kNames{"student", "full name", "name", "성명", "이름", "학생"};
const std::vector<std::pair<std::string, std::string>> kNamePairs{
    {"first name", "last name"}, {"first_name", "last_name"}, {"first name", "surname"}, {"firstname", "lastname"}};
// Headings of grade columns that do not have to be named.
const std::set<std::string> kGrades{"grade", "score", "points_awarded", "total score", "점수", "성적", "총점"};
// Headings of columns that contain numbers but no grades.
const std::set<std::string> kOthers{"section", "분반", "학년"};

class Filler {
 public:
  Filler(const std::string& table, const std::vector<Unit>& units, const RosterOptions& options)
      : table_(table), units_(units), options_(options), rows_(TableReader(table).rows()) {
    if (!rows_.empty())
      for (const Cell& cell : rows_.front()) heads_.push_back(lower(cell.text));
  }

  FilledRoster fill() {
    column_ = find_column();
    filled_.column = rows_.front()[column_].text;
    require_column_for_all_labs();
    row_of_.assign(units_.size(), std::nullopt);
    match_ids();
    match_names();
    for (std::size_t i = 0; i < units_.size(); ++i) take(units_[i], row_of_[i]);
    filled_.matches_nobody = !units_.empty() && filled_.not_found.size() == units_.size();
    note_other_rows();
    write();
    return std::move(filled_);
  }

 private:
  std::size_t find_column() const {
    const std::string wanted = lower(options_.column);
    std::vector<std::size_t> exact, part;
    std::vector<std::string> all;
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      all.push_back(rows_.front()[i].text);
      if (wanted.empty() ? kGrades.count(heads_[i]) > 0 : heads_[i] == wanted) exact.push_back(i);
      if (!wanted.empty() && heads_[i].find(wanted) != std::string::npos) part.push_back(i);
    }
    if (wanted.empty() && exact.empty()) part = possible_columns();
    const std::vector<std::size_t>& found = exact.empty() ? part : exact;
    if (found.size() == 1) return found.front();
    if (wanted.empty()) throw text::Problem("roster_which_column", {{"columns", text::listed(all)}});
    throw text::Problem(found.empty() ? "roster_no_column" : "roster_columns",
                        {{"column", options_.column}, {"columns", text::listed(all)}});
  }

  void require_column_for_all_labs() const {
    std::vector<std::string> labs = options_.labs;
    int max_score = options_.max_score;
    if (!units_.empty()) {
      const Grade grade = grade_of(units_.front(), options_.zero);
      max_score = grade.max_score;
      labs.clear();
      for (const LabGrade& lab : grade.labs) labs.push_back(lab.lab);
    }
    if (labs.size() < 2) return;
    const std::optional<double> points = points_of_column();
    if (points ? *points == max_score : is_total(heads_[column_])) return;
    throw text::Problem(
        "roster_several_labs",
        {{"column", filled_.column}, {"labs", text::listed(labs)}, {"max", std::to_string(max_score)}, {"first", labs.front()}});
  }

  static bool is_total(const std::string& name) {
    static const std::vector<std::string> kTotals{"total", "sum of", "총점", "합계"};
    return std::any_of(kTotals.begin(), kTotals.end(), [&](const std::string& total) { return name.find(total) != std::string::npos; });
  }

  // The points that the column is for, if the table contains them.
  std::optional<double> points_of_column() const {
    for (std::size_t i = 1; i < rows_.size(); ++i)
      if (rows_[i].front().text.find("Points Possible") != std::string::npos) return number_of(text_at(i, column_));
    for (const char* name : {"maximum grade", "points_available", "max_score", "max points"})
      if (const auto column = head(name); column && rows_.size() > 1) return number_of(text_at(1, *column));
    return std::nullopt;
  }

  static std::optional<double> number_of(const std::string& text) {
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    return text.empty() || *end != '\0' ? std::nullopt : std::optional<double>(number);
  }

  // The columns that contain only numbers, or nothing yet, and are neither identifiers nor the platform's own totals.
  std::vector<std::size_t> possible_columns() const {
    std::vector<std::size_t> found;
    for (std::size_t column = 0; column < heads_.size(); ++column) {
      const std::string& name = heads_[column];
      const bool is_pair =
          std::any_of(kNamePairs.begin(), kNamePairs.end(), [&](const auto& pair) { return name == pair.first || name == pair.second; });
      if (name.empty() || is_pair || kOthers.count(name) > 0 || std::count(kIds.begin(), kIds.end(), name) > 0 ||
          std::count(kNames.begin(), kNames.end(), name) > 0)
        continue;
      bool numbers = true;
      for (std::size_t row = 1; row < rows_.size(); ++row)
        numbers = numbers && text_at(row, column).find_first_not_of("0123456789., ") == std::string::npos;
      if (numbers) found.push_back(column);
    }
    return found;
  }

  std::optional<std::size_t> head(const std::string& name) const {
    const auto found = std::find(heads_.begin(), heads_.end(), name);
    return found == heads_.end() ? std::nullopt : std::optional<std::size_t>(found - heads_.begin());
  }

  std::string text_at(std::size_t row, std::size_t column) const { return column < rows_[row].size() ? rows_[row][column].text : ""; }

  // Matches units and rows with equal keys, if only one unit and only one row have that key.
  void join(const std::vector<std::string>& keys_of_units, const std::vector<std::string>& keys_of_rows) {
    std::map<std::string, std::vector<std::size_t>> units, rows;
    for (std::size_t i = 0; i < units_.size(); ++i)
      if (!row_of_[i] && !keys_of_units[i].empty()) units[keys_of_units[i]].push_back(i);
    for (std::size_t i = 1; i < rows_.size(); ++i)
      if (taken_.count(i) == 0 && !keys_of_rows[i].empty()) rows[keys_of_rows[i]].push_back(i);
    for (const auto& [key, of_key] : units) {
      const auto found = rows.find(key);
      if (of_key.size() != 1 || found == rows.end() || found->second.size() != 1) continue;
      row_of_[of_key.front()] = found->second.front();
      taken_.insert(found->second.front());
    }
  }

  void match_ids() {
    std::vector<std::string> ids, numbers;
    for (const Unit& unit : units_) {
      ids.push_back(lower(unit.hand_in.id));
      numbers.push_back(number_in(unit.hand_in.student));
    }
    for (const std::string& name : kIds) {
      const std::optional<std::size_t> column = head(name);
      if (!column) continue;
      std::vector<std::string> keys(rows_.size());
      for (std::size_t i = 1; i < rows_.size(); ++i) {
        const std::string text = lower(text_at(i, *column));
        keys[i] = name == "identifier" ? last_word(text) : text;
      }
      join(ids, keys);
      join(numbers, keys);
    }
  }

  void match_names() {
    for (const bool sorted : {false, true}) {
      std::vector<std::string> names, keys(rows_.size());
      for (const Unit& unit : units_) names.push_back(name_key(unit.hand_in.student, sorted));
      for (std::size_t i = 1; i < rows_.size(); ++i) keys[i] = name_key(name_of(i), sorted);
      join(names, keys);
    }
  }

  // The student in a row, for display.
  std::string name_of(std::size_t row) const {
    for (const std::string& name : kNames)
      if (const auto column = head(name)) return text_at(row, *column);
    for (const auto& [first, last] : kNamePairs)
      if (head(first) && head(last)) return text_at(row, *head(first)) + " " + text_at(row, *head(last));
    return rows_[row].empty() ? "" : rows_[row].front().text;
  }

  void take(const Unit& unit, const std::optional<std::size_t>& row) {
    if (!row || column_ >= rows_[*row].size()) {
      filled_.not_found.push_back(unit.hand_in.student);
      return;
    }
    const Grade grade = grade_of(unit, options_.zero);
    if (!grade.settled()) {
      filled_.open.push_back(unit.hand_in.student + " (" + grade.status_in(options_.language) + ")");
      return;
    }
    new_text_[*row] = std::to_string(*grade.settled());
    ++filled_.filled;
    if (const auto column = head("maximum grade")) note_total(text_at(*row, *column), grade.max_score);
  }

  // Ignores a total that is not a number, or that is the same as `max_score`.
  void note_total(const std::string& told, int max_score) {
    const std::optional<double> total = number_of(told);
    if (!total || *total == max_score) return;
    if (std::find(filled_.other_total.begin(), filled_.other_total.end(), told) == filled_.other_total.end())
      filled_.other_total.push_back(told);
  }

  void note_other_rows() {
    const int max_score = units_.empty() ? 0 : grade_of(units_.front(), options_.zero).max_score;
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      if (taken_.count(i) > 0 || rows_[i].size() <= 1) continue;
      if (rows_[i].front().text.find("Points Possible") != std::string::npos) {
        note_total(text_at(i, column_), max_score);
      } else if (const std::string name = name_of(i); !name_key(name, false).empty()) {
        filled_.no_hand_in.push_back(name);
      }
    }
  }

  void write() {
    std::size_t from = 0;
    for (const auto& [row, text] : new_text_) {  // in the order of the rows and therefore of the bytes
      const Cell& cell = rows_[row][column_];
      const bool quoted = table_[cell.begin] == '"' && cell.end > cell.begin;
      filled_.bytes += table_.substr(from, cell.begin - from) + (quoted ? '"' + text + '"' : text);
      from = cell.end;
    }
    filled_.bytes += table_.substr(from);
  }

  const std::string& table_;
  const std::vector<Unit>& units_;
  const RosterOptions& options_;
  std::vector<Row> rows_;
  std::vector<std::string> heads_;
  std::size_t column_ = 0;
  std::vector<std::optional<std::size_t>> row_of_;  // by unit
  std::set<std::size_t> taken_;                     // rows
  std::map<std::size_t, std::string> new_text_;     // by row
  FilledRoster filled_;
};

}  // namespace

FilledRoster fill_roster(const std::string& table, const std::vector<Unit>& units, const RosterOptions& options) {
  return Filler(table, units, options).fill();
}

}  // namespace lab::classes

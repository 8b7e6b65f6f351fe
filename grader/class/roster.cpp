// Finds each student's cell, and replaces its contents in place.
#include "class/roster.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>

#include "class/csv.h"
#include "class/grades.h"
#include "text/problem.h"
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

// The part of a name that is compared: "Lee, Min-su" and "min su LEE" are equal. Canvas joins the parts in file names: "leeminsu".
std::string name_key(const std::string& name, bool sorted) {
  std::vector<std::string> words(1);
  for (const char c : lower(name)) {
    const bool letter = static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (sorted) std::sort(words.begin(), words.end());
  std::string key;
  for (const std::string& word : words) key += word;
  return key;
}

// The number after "Participant ", in whatever language the site uses.
std::string last_word(const std::string& text) {
  const std::size_t blank = text.find_last_of(' ');
  return blank == std::string::npos ? text : text.substr(blank + 1);
}

// Headings in lower case. For each platform, the first one is the id that its download uses for students.
const std::vector<std::string> kIds{"identifier",   "id",        "github_username", "username",          "sid",   "sis user id",
                                    "sis login id", "id number", "user id",         "roster_identifier", "email", "email address"};
const std::vector<std::string> kNames{"student", "full name", "name"};
const std::vector<std::pair<std::string, std::string>> kNamePairs{
    {"first name", "last name"}, {"first_name", "last_name"}, {"first name", "surname"}, {"firstname", "lastname"}};
// Grade columns that are recognized without being named by the user.
const std::set<std::string> kGrades{"grade", "score", "points_awarded", "total score"};

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
    row_of_.assign(units_.size(), std::nullopt);
    match_ids();
    match_names();
    for (std::size_t i = 0; i < units_.size(); ++i) take(units_[i], row_of_[i]);
    note_other_rows();
    write();
    return std::move(filled_);
  }

 private:
  std::size_t find_column() const {
    const std::string wanted = lower(options_.column);
    std::vector<std::size_t> exact, part;
    std::string all;
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      all += (i == 0 ? "" : ", ") + rows_.front()[i].text;
      if (wanted.empty() ? kGrades.count(heads_[i]) > 0 : heads_[i] == wanted) exact.push_back(i);
      if (!wanted.empty() && heads_[i].find(wanted) != std::string::npos) part.push_back(i);
    }
    const std::vector<std::size_t>& found = exact.empty() ? part : exact;
    if (found.size() == 1) return found.front();
    if (wanted.empty()) throw text::Problem("roster_which_column", {{"columns", all}});
    throw text::Problem(found.empty() ? "roster_no_column" : "roster_columns", {{"column", options_.column}, {"columns", all}});
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
    std::vector<std::string> ids;
    for (const Unit& unit : units_) ids.push_back(lower(unit.hand_in.id));
    for (const std::string& name : kIds) {
      const std::optional<std::size_t> column = head(name);
      if (!column) continue;
      std::vector<std::string> keys(rows_.size());
      for (std::size_t i = 1; i < rows_.size(); ++i) {
        const std::string text = lower(text_at(i, *column));
        keys[i] = name == "identifier" ? last_word(text) : text;
      }
      join(ids, keys);
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

  // The student of a row, for display.
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
      filled_.open.push_back(unit.hand_in.student + " (" + grade.status() + ")");
      return;
    }
    new_text_[*row] = std::to_string(*grade.settled());
    ++filled_.filled;
    if (const auto column = head("maximum grade")) note_total(text_at(*row, *column), grade.max_score);
  }

  // Ignores a total that is not a number, or that is the same as `max_score`.
  void note_total(const std::string& told, int max_score) {
    char* end = nullptr;
    const double total = std::strtod(told.c_str(), &end);
    if (told.empty() || *end != '\0' || total == max_score) return;
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
    for (const auto& [row, text] : new_text_) {  // in the order of the rows, and so of the bytes
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

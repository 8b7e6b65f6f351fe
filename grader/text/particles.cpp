// Korean particles: chooses the form by the last sound of the preceding word when it is read aloud.
#include "text/particles.h"

#include <algorithm>
#include <cctype>

#include "text/utf8.h"

namespace lab::text {
namespace {

struct Pair {
  std::string_view both, after_consonant, after_vowel;
  bool rieul_is_vowel = false;  // 으로/로: 서울로
};

// If one pair is a prefix of another, the longer one comes first.
constexpr Pair kPairs[] = {
    {"을/를", "을", "를"},
    {"은/는", "은", "는"},
    {"이/가", "이", "가"},
    {"과/와", "과", "와"},
    {"으로/로", "으로", "로", true},
    {"이라는/라는", "이라는", "라는"},
    {"이어야/여야", "이어야", "여야"},
    {"이었/였", "이었", "였"},
};

constexpr char32_t kFirstSyllable = 0xAC00, kLastSyllable = 0xD7A3;
constexpr int kFinals = 28, kRieulFinal = 8;

LastSound of_syllable(char32_t syllable) {
  const int final = static_cast<int>((syllable - kFirstSyllable) % kFinals);
  return final == 0 ? LastSound::kVowel : final == kRieulFinal ? LastSound::kRieul : LastSound::kConsonant;
}

// 영 일 이 삼 사 오 육 칠 팔 구; a number that ends in zeros ends in 십, 백, 천, 만 or 억, which all end in consonants, as 영 does.
LastSound of_digit(char digit) {
  if (digit == '1' || digit == '7' || digit == '8') return LastSound::kRieul;
  return digit == '0' || digit == '3' || digit == '6' ? LastSound::kConsonant : LastSound::kVowel;
}

// The last sound of a letter's Korean name: 엘 엠 엔 알; all others end in vowels.
LastSound of_letter_name(char letter) {
  if (letter == 'L' || letter == 'R') return LastSound::kRieul;
  return letter == 'M' || letter == 'N' ? LastSound::kConsonant : LastSound::kVowel;
}

bool is_vowel(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }

// The last sound of an English word as it is usually written in Hangul: handle 핸들, name 네임, slot 슬롯, timeout 타임아웃, sleep 슬립,
// type 타입, lock 락, process 프로세스; but exit 엑시트. `word` is in lower case.
LastSound of_word(const std::string& word) {
  const auto ends = [&](std::string_view tail) {
    return word.size() >= tail.size() && word.compare(word.size() - tail.size(), tail.size(), tail) == 0;
  };
  if (ends("exit")) return LastSound::kVowel;
  if (ends("l") || ends("le")) return LastSound::kRieul;
  if (ends("m") || ends("n") || ends("ng") || ends("me") || ends("ne") || ends("ck") || ends("ic") || ends("out") || ends("type"))
    return LastSound::kConsonant;
  const char last = word.back();
  const bool after_one_vowel = word.size() >= 2 && is_vowel(word[word.size() - 2]) && (word.size() < 3 || !is_vowel(word[word.size() - 3]));
  if ((last == 't' || last == 'b' || last == 'p') && after_one_vowel) return LastSound::kConsonant;
  if (ends("eep")) return LastSound::kConsonant;
  return LastSound::kVowel;
}

// The word without closing quotes and a remark in parentheses: in "259(STILL_ACTIVE)", only 259 counts.
std::string_view spoken(std::string_view word) {
  while (!word.empty()) {
    const char last = word.back();
    if (last == ')') {
      const std::size_t open = word.rfind('(');
      if (open == std::string_view::npos || open == 0) {
        word.remove_suffix(1);
      } else {
        word = word.substr(0, open);
      }
    } else if (std::ispunct(static_cast<unsigned char>(last)) || last == ' ') {
      word.remove_suffix(1);
    } else {
      break;
    }
  }
  return word;
}

}  // namespace

LastSound last_sound(std::string_view word) {
  word = spoken(word);
  if (word.empty()) return LastSound::kVowel;
  const char last = word.back();
  if (std::isdigit(static_cast<unsigned char>(last))) return of_digit(last);
  if (std::isalpha(static_cast<unsigned char>(last))) {
    std::size_t begin = word.size();
    while (begin > 0 && std::isalpha(static_cast<unsigned char>(word[begin - 1]))) --begin;
    std::string latin(word.substr(begin));
    const bool spelled = latin.size() <= 4 && std::all_of(latin.begin(), latin.end(), [](unsigned char c) { return std::isupper(c); });
    if (spelled) return of_letter_name(last);
    std::transform(latin.begin(), latin.end(), latin.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return of_word(latin);
  }
  std::size_t begin = word.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(word[begin]) & 0xC0) == 0x80) --begin;
  const Character character = character_at(word, begin);
  return character.value >= kFirstSyllable && character.value <= kLastSyllable ? of_syllable(character.value) : LastSound::kVowel;
}

std::size_t settle_particle(std::string& text, std::string_view rest) {
  for (const Pair& pair : kPairs) {
    if (rest.substr(0, pair.both.size()) != pair.both) continue;
    const LastSound sound = last_sound(text);
    const bool as_vowel = sound == LastSound::kVowel || (sound == LastSound::kRieul && pair.rieul_is_vowel);
    text += as_vowel ? pair.after_vowel : pair.after_consonant;
    return pair.both.size();
  }
  return 0;
}

}  // namespace lab::text

// Sites for testing the handouts' pages: a small one, a hostile one, and the site with the kit's own handouts.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "handout/site.h"

namespace lab::handout {

inline const std::string kSmallFigure =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"40\" viewBox=\"0 0 800 40\">\n<title>A run</title>\n"
    "<style>text{}</style>\n<text x=\"4\" y=\"20\">WaitForSingleObject</text>\n</svg>\n";

inline Chapter chapter(const std::string& name, const std::string& markdown, bool korean = false) {
  return {name, korean ? text::Language::kKorean : text::Language::kEnglish, markdown};
}

inline Chapter& chapter_of(SiteSource& source, const std::string& name, text::Language language) {
  return *std::find_if(source.chapters.begin(), source.chapters.end(),
                       [&](const Chapter& one) { return one.name == name && one.language == language; });
}

inline SiteSource small_source() {
  SiteSource source;
  source.chapters = {
      chapter("index", "[한국어](index.ko.md)\n\n# All\n\n- [Setting up](00.en.md): begin.\n- [Adder](05.en.md): wait.\n"),
      chapter("index", "[English](index.en.md)\n\n# 모두\n\n- [준비](00.ko.md): 시작합니다.\n- [덧셈](05.ko.md): 기다립니다.\n", true),
      chapter("00", "# 00. Setting up\n\nTo [05](05.en.md#step-1).\n"),
      chapter("00", "# 00. 준비\n\n[05](05.ko.md#step-1)로.\n", true),
      chapter("05",
              "**English** | [한국어](05.ko.md)\n\n# 05. `Adder`\n\n## The idea\n\n<!-- shown: figure x -->\n![The bars "
              "\"end\".](figures/a.en.svg)\n\n"
              "## Steps\n\n### Step 1: Start\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```cpp\nif (a < b) wait();\n```\n\n## The idea\n\n"
              "[Wait](https://learn.microsoft.com/x), [sample](samples/TwoHandles.cpp), [inside](../grader/x.md), [00](00.en.md).\n"),
      chapter("05",
              "[English](05.en.md) | **한국어**\n\n# 05. `Adder`\n\n## 원리\n\n<!-- shown: figure x -->\n![막대가 "
              "끝납니다.](figures/a.ko.svg)\n\n"
              "## 단계\n\n### 1단계: 시작\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```cpp\nif (a < b) wait();\n```\n\n## 원리\n\n끝.\n",
              true)};
  source.figures = {{"figures/a.en.svg", kSmallFigure}, {"figures/a.ko.svg", kSmallFigure}};
  source.samples = {{"TwoHandles.cpp", "#include <windows.h>\n"}};
  return source;
}

inline SiteSource hostile_source() {
  SiteSource source;
  source.chapters = {chapter("index", "# All\n"),
                     chapter("00",
                             "# A <img src=x onerror=\"window.canary=1\"> title\n\n<script>window.canary=2</script>\n\n"
                             "<!-- a remark --> <script>window.canary=3</script>\n\n<div onclick=\"window.canary=4\">text</div>\n\n"
                             "[a](javascript:window.canary=5) [b](data:text/html,x) [c](http://example.com/) [d](//example.com/) "
                             "<https://example.com/\"onclick=x>\n\n![e](https://example.com/e.png) ![f](file:///etc/passwd)\n\n"
                             "![g](x.png)\n\n<style>body{display:none}</style>\n\n| <b>x</b> |\n|---|\n| <iframe src=x> |\n\n"
                             "```html\n<script>window.canary=6</script>\n```\n")};
  return source;
}

inline SiteSource kit_source() {
  namespace fs = std::filesystem;
  const fs::path handouts = fs::path(LAB_SOURCE_DIR) / "handouts";
  const auto read = [](const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  SiteSource source;
  for (const auto& entry : fs::recursive_directory_iterator(handouts)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".md"))
      source.chapters.push_back(chapter(name.substr(0, name.find('.')), read(entry.path()), name.ends_with(".ko.md")));
    if (name.ends_with(".svg")) source.figures["figures/" + name] = read(entry.path());
    if (name.ends_with(".cpp")) source.samples[name] = read(entry.path());
    if (name.ends_with(".jsonl")) source.runs[name.substr(0, name.find('.'))] = trace::read(entry.path()).front();
  }
  std::sort(source.chapters.begin(), source.chapters.end(), [](const Chapter& a, const Chapter& b) { return a.name < b.name; });
  return source;
}

inline std::string page_named(const std::string& name, const std::vector<SiteFile>& files) {
  for (const SiteFile& file : files)
    if (file.name == name) return file.html;
  ADD_FAILURE() << "there is no page " << name;
  return "";
}

}  // namespace lab::handout

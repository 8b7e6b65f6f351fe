// Takes pictures of report pages for notes and slides: for each lab, a known-wrong program at the moment when its run goes wrong, in light
// and in dark mode, next to a correct program, and on a phone, where it is also shown in Korean if there is a font; and of both READMEs.
// The pictures stay in build/linux/pictures/.
#include "tests/kit_command.h"

#ifndef _WIN32

#include <iostream>
#include <optional>

#include "handout/markdown.h"
#include "tests/browser.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;

struct Shown {
  const char *lab, *program, *check;  // a check that fails at a moment in a run
};
constexpr Shown kShown[] = {{"01", "closes_after_each_message", "MailReceiver.PrintsEveryMessageInOrder"},
                            {"02", "a_message_for_each_character", "MailSender.SendsEveryLineInOrder"},
                            {"03", "dot_for_the_star", "BroadcastSender.AddressesEveryComputer"},
                            {"04", "any_for_all", "FirstAndAll.WaitsForAll"},
                            {"05", "no_wait", "AdderManager.WaitsForBothWorkers"},
                            {"06", "waits_its_turn", "MailChat.TakesNoTurns"},
                            {"07", "no_security_attributes", "SlotHeir.BequeathsTheSlot"}};

void PrintTo(const Shown& shown, std::ostream* out) { *out << shown.lab << " " << shown.program; }

// The page that `lab check --html` writes for the program, in a kit that has recordings of the lab's solution.
fs::path page_of(const Shown& shown, const Folder& folder) {
  const fs::path kit = folder.path() / "kit", hand_in = folder.path() / "hand_in", page = folder.path() / "report.html";
  fs::create_directories(kit / "build");
  for (const char* part : {"grader", "labs", "solutions", "build/mingw"}) fs::create_directory_symlink(kRoot / part, kit / part);
  const std::map<std::string, std::string> environment{{"LAB_ROOT", utf8(kit)}, {"LAB_WINEPREFIX", utf8(kRoot / "build" / "wine")}};
  const Answer correct = lab({"check", shown.lab, "--solutions", "--runs", utf8(kit / "build" / "correct")}, environment);
  EXPECT_EQ(correct.status, 0) << correct.out << correct.err;
  fs::copy(kRoot / "solutions" / programs_of(shown.lab).parent_path().filename(), hand_in);
  fs::copy(programs_of(shown.lab) / "wrong" / shown.program, hand_in, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  const Answer wrong = lab({"check", shown.lab, "--from", utf8(hand_in), "--html", utf8(page)}, environment);
  EXPECT_EQ(wrong.status, 1) << wrong.out << wrong.err;
  return page;
}

std::string from_base64(const std::string& text) {
  static const std::string kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned held = 0;
  int bits = 0;
  for (const char c : text.substr(0, text.find('='))) {
    held = held << 6 | static_cast<unsigned>(kDigits.find(c));
    if (bits += 6; bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 0xFF);
  }
  return bytes;
}

class KitPictures : public testing::Test {
 protected:
  void SetUp() override {
    try {
      browser.emplace();
    } catch (const std::runtime_error& error) {
      GTEST_SKIP() << "No pictures were taken: " << error.what();
    }
  }

  bool yes(const std::string& condition) { return browser->evaluate("Boolean(" + condition + ")"); }

  // Whether a font has Hangul. Otherwise, all Hangul letters look the same.
  bool has_hangul() {
    return yes(R"((() => {
      const context = new OffscreenCanvas(40, 40).getContext('2d', {willReadFrequently: true});
      context.font = '20px sans-serif';
      const [one, other] = [...'\uAC00\uB0B4'].map((letter) => {
        context.clearRect(0, 0, 40, 40);
        context.fillText(letter, 5, 30);
        return context.getImageData(0, 0, 40, 40).data.join();
      });
      return one !== other;
    })())");
  }

  // Saves a picture and leaves the page. Returns how bright the picture is, from 0 to 1.
  double take(const std::string& name) {
    const nlohmann::json screen = browser->evaluate("[innerWidth, innerHeight]");
    const std::string png = browser->picture();
    const fs::path file = fs::path(LAB_PICTURES) / (name + ".png");
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << from_base64(png);
    browser->open_address("about:blank");  // a page whose policy lets the script read the picture
    const nlohmann::json seen = browser->evaluate(R"((async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,)" + png +
                                                  R"(';
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d'), counts = new Map();
      context.drawImage(image, 0, 0);
      let sum = 0;
      const pixels = context.getImageData(0, 0, image.width, image.height).data;
      for (let i = 0; i < pixels.length; i += 4) {
        const colour = pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2];
        counts.set(colour, (counts.get(colour) || 0) + 1);
        sum += (pixels[i] + pixels[i + 1] + pixels[i + 2]) / 765;
      }
      const all = pixels.length / 4;
      return {size: [image.width, image.height], colours: counts.size, most: Math.max(...counts.values()) / all, brightness: sum / all};
    })())");
    EXPECT_EQ(seen.at("size"), screen) << file;
    EXPECT_GT(seen.at("colours"), 50) << file << " is nearly blank";
    EXPECT_LT(seen.at("most"), 0.95) << file << " is nearly blank";
    return seen.at("brightness");
  }

  Folder folder;
  std::optional<Browser> browser;
};

class KitPicturesOfRuns : public KitPictures, public testing::WithParamInterface<Shown> {
 protected:
  void SetUp() override {
    KitPictures::SetUp();
    if (browser) page_ = page_of(GetParam(), folder);
  }

  // Whether this element from the run is in the picture; for a large element, whether its beginning is.
  bool is_seen(const std::string& selector) {
    return yes(
        "(box => box && box.width > 0 && box.top >= 0 && box.top + Math.min(box.height, 40) <= innerHeight && box.left >= 0 && "
        "box.left < innerWidth)(document.querySelector('[data-shown] " +
        selector + "')?.getBoundingClientRect())");
  }

  // Opens the page on a screen of this size, at the moment that the check points to.
  void open(int width, int height, const std::string& language) {
    browser->resize(width, height);
    browser->open_page(page_);
    browser->evaluate("document.querySelector('button[data-lang=" + language + "]').click()");
    browser->evaluate("[...document.querySelectorAll('.check.bad')].find(one => one.querySelector('.id').textContent === '" +
                      std::string(GetParam().check) +
                      "').querySelector('a.jump').click(); document.activeElement.closest('.run').dataset.shown = ''");
    EXPECT_TRUE(is_seen("figcaption")) << "the run's name is not in the picture";
    EXPECT_TRUE(is_seen(".step-moment.wrong")) << "the moment is not in the picture";
    EXPECT_TRUE(is_seen(".step-source li:is(.here, .last)")) << "its line is not in the picture";
    EXPECT_TRUE(yes("document.documentElement.scrollWidth <= innerWidth")) << "the page is wider than the screen";
  }

  double take(const std::string& name) { return KitPictures::take(std::string(GetParam().lab) + "-" + GetParam().program + "-" + name); }

 private:
  fs::path page_;
};

TEST_P(KitPicturesOfRuns, ShowWhereTheRunGoesWrong) {
  open(1280, 800, "en");
  const double light = take("desktop");
  browser->darken();
  open(1280, 800, "en");
  EXPECT_LT(take("dark"), light / 2);
  browser->darken(false);

  open(1280, 800, "en");
  browser->evaluate("document.querySelector('[data-shown] [data-step=against]').click()");
  EXPECT_TRUE(is_seen(".step-rows tr.first")) << "the first difference is not in the picture";
  take("compared");

  open(390, 844, "en");
  take("phone");
  if (!has_hangul()) {
    std::cout << "No picture in Korean: there is no font for it. Install the package fonts-nanum.\n";
    return;
  }
  open(390, 844, "ko");
  take("phone-ko");
}

INSTANTIATE_TEST_SUITE_P(Labs, KitPicturesOfRuns, testing::ValuesIn(kShown),
                         [](const auto& info) { return std::string(info.param.lab) + "_" + info.param.program; });

// A README as a site for repositories renders it, approximately.
TEST_F(KitPictures, ShowTheReadmes) {
  for (const std::string name : {"README", "README.ko"}) {
    if (name == "README.ko" && !has_hangul()) continue;
    browser->resize(1012, 2400);
    browser->open_page(folder.write("readme.html", "<!doctype html><meta charset=\"utf-8\"><base href=\"file://" + utf8(kRoot) +
                                                       "/\"><style>body { font: 16px/1.5 sans-serif; max-width: 60em; margin: 2em auto }"
                                                       "pre, code { background: #eee } img { max-width: 100% }</style>" +
                                                       handout::html_of(text_of(kRoot / (name + ".md")))));
    browser->wait_for("document.querySelector('img').complete");
    EXPECT_TRUE(yes("document.querySelector('img').naturalWidth > 0")) << "its picture is not there";
    EXPECT_TRUE(yes("document.querySelectorAll('table tr').length > 7")) << "its table of labs is not there";
    EXPECT_TRUE(yes("document.documentElement.scrollWidth <= innerWidth")) << "it is wider than the screen";
    take(name);
  }
}

}  // namespace
}  // namespace lab::tests

#endif

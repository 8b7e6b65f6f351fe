// Tests archives and folders that students might hand in, by accident or on purpose.
#include "class/unpack.h"

#include <gmock/gmock.h>
#ifndef _WIN32
#include <sys/stat.h>
#endif

#include <algorithm>
#include <set>

#include "class/archive_samples.h"
#include "tests/folder.h"
#include "text/text.h"

namespace lab::classes {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Unpack : public testing::Test {
 protected:
  // Returns the contents of the folder after unpacking; the findings are in `found`, by id, with the names that they refer to.
  std::set<std::string> unpack(const Limits& limits = {}) {
    const fs::path into = folder.path() / "unpacked";
    found.clear();
    for (const Finding& finding : classes::unpack(hand_in, into, limits)) {
      EXPECT_TRUE(text::has_sentence(finding.id)) << finding.id;
      found[finding.id] = finding.facts.at("names");
    }
    std::set<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(into)) {
      EXPECT_FALSE(entry.is_symlink()) << entry.path();
      if (!entry.is_directory()) files.insert(text::generic_utf8(entry.path().lexically_relative(into)));
    }
    return files;
  }
  fs::path zip(const std::string& name = "kim.zip") {
    hand_in.from = {folder.path() / "in" / text::path_of(name)};
    return hand_in.from.front();
  }

  tests::Folder folder;
  HandIn hand_in{"kim", "kim", "", "kim", {}, false, 1, {}};
  std::map<std::string, std::string> found;
};

#ifdef _WIN32  // libarchive is built with zlib only
constexpr Format kFormats[] = {Format::kZip, Format::kTar};
#else
constexpr Format kFormats[] = {Format::kZip, Format::kTar, Format::kTarXz, Format::k7z};
#endif

TEST_F(Unpack, ReadsEachFormat) {
  for (const Format format : kFormats) {
    ArchiveWriter(zip(), format).add("과제 5/AdderManager.cpp", "int main() {}\n");
    EXPECT_THAT(unpack(), ElementsAre("과제 5/AdderManager.cpp"));
    EXPECT_THAT(found, IsEmpty());
    EXPECT_EQ(text_of(folder.path() / "unpacked" / text::path_of("과제 5/AdderManager.cpp")), "int main() {}\n");
    fs::remove_all(folder.path() / "unpacked");
  }
}

TEST_F(Unpack, ReadsNamesOfKoreanWindowsAndOfMacOs) {
  ArchiveWriter(zip(), Format::kZip, Names::kBytes).add("\xB0\xFA\xC1\xA6/\xB1\xE8.cpp", "1");  // code page 949
  EXPECT_THAT(unpack(), ElementsAre("과제/김.cpp"));
  ArchiveWriter(zip()).add("\u1100\u1175\u11B7.cpp", "1");
  EXPECT_THAT(unpack(), UnorderedElementsAre("과제/김.cpp", "김.cpp"));
  EXPECT_THAT(found, IsEmpty());
}

TEST_F(Unpack, KeepsFilesInTheirFolder) {
  {
    ArchiveWriter writer(zip(), Format::kTar);
    for (const char* name : {"../escaped.cpp", "/tmp/escaped.cpp", "a/../../escaped.cpp", "C:\\escaped.cpp", "..\\escaped.cpp"})
      writer.add(name, "1");
    writer.add("./a/in.cpp", "1");
    writer.add("b\\in.cpp", "1");
  }
  EXPECT_THAT(unpack(), UnorderedElementsAre("a/in.cpp", "b/in.cpp"));
  EXPECT_THAT(found, ElementsAre(Pair("class_escapes", testing::HasSubstr("../escaped.cpp"))));
  EXPECT_FALSE(fs::exists(folder.path() / "escaped.cpp"));
}

TEST_F(Unpack, LeavesOutLinksAndDevices) {
  {
    ArchiveWriter writer(zip(), Format::kTar);
    writer.add_symlink("link", "/etc");
    writer.add("link/passwd", "written through a link?");
    writer.add_hardlink("hard.cpp", "/etc/passwd");
    writer.add("pipe", AE_IFIFO);
    writer.add("device", AE_IFCHR);
  }
  EXPECT_THAT(unpack(), ElementsAre("link/passwd"));
  EXPECT_THAT(found, UnorderedElementsAre(Pair("class_link", "link, hard.cpp"), Pair("class_special", "pipe, device")));
}

TEST_F(Unpack, StopsABomb) {
  Limits limits;
  limits.total_bytes = 1 << 20;
  for (const Format format : kFormats) {
    fs::remove_all(folder.path() / "unpacked");
    {
      ArchiveWriter writer(zip(), format);
      writer.add("before.cpp", "1");
      writer.add_zeros("bomb.cpp", 3);
      writer.add_zeros(".hidden/bomb", 3);
    }
    EXPECT_THAT(unpack(limits), ElementsAre("before.cpp"));
    EXPECT_THAT(found, Contains(Pair("class_too_large", "bomb.cpp")));
  }
}

TEST_F(Unpack, CountsFilesAndFolders) {
  {
    ArchiveWriter writer(zip());
    for (int i = 0; i < 30; ++i) writer.add(std::to_string(100 + i) + ".cpp", "1");
  }
  Limits limits;
  limits.files = 10;
  EXPECT_EQ(unpack(limits).size(), 10u);
  EXPECT_THAT(found, ElementsAre(Pair("class_too_many_files", "110.cpp")));
  std::string deep;
  for (int i = 0; i < 40; ++i) deep += "a/";
  ArchiveWriter(zip()).add(deep + "deep.cpp", "1");
  unpack();
  EXPECT_THAT(found, ElementsAre(Pair("class_too_deep", testing::_)));
}

TEST_F(Unpack, UnpacksArchivesInArchivesToALimit) {
  fs::path inner = folder.path() / "0.zip";
  ArchiveWriter(inner).add("deepest.cpp", "1");
  for (int i = 1; i <= 5; ++i) {
    const fs::path outer = folder.path() / (std::to_string(i) + ".zip");
    ArchiveWriter writer(outer);
    writer.add(text::utf8(inner.filename()), text_of(inner));
    writer.add(std::to_string(i) + ".cpp", "1");
    inner = outer;
  }
  hand_in.from = {folder.path() / "3.zip"};
  EXPECT_THAT(unpack(), ElementsAre("2/1/0/deepest.cpp", "2/1/1.cpp", "2/2.cpp", "3.cpp"));
  EXPECT_THAT(found, IsEmpty());
  fs::remove_all(folder.path() / "unpacked");
  hand_in.from = {inner};
  EXPECT_THAT(unpack(), ElementsAre("4/3/2/1.zip", "4/3/2/2.cpp", "4/3/3.cpp", "4/4.cpp", "5.cpp"));
  EXPECT_THAT(found, ElementsAre(Pair("class_nested_too_deep", "1.zip")));
}

TEST_F(Unpack, SaysThatAnArchiveIsNone) {
  for (const char* bytes : {"", "PK", "int main() {}\n"}) {
    folder.write("in/kim.zip", bytes);
    zip();
    EXPECT_THAT(unpack(), IsEmpty());
    EXPECT_THAT(found, ElementsAre(Pair("class_archive_unreadable", "kim.zip"))) << bytes;
  }
}

TEST_F(Unpack, KeepsWhatADamagedArchiveHasWhole) {
  {
    ArchiveWriter writer(zip(), Format::kTar);
    writer.add("whole.cpp", "1");
    writer.add("cut.cpp", std::string(100'000, 'x'));
  }
  fs::resize_file(zip(), 20'000);
  EXPECT_THAT(unpack(), ElementsAre("whole.cpp"));
  EXPECT_THAT(found, Contains(Pair("class_file_damaged", "cut.cpp")));
}

TEST_F(Unpack, LeavesOutWhatToolsMade) {
  {
    ArchiveWriter writer(zip());
    for (const char* name : {"lab/.vs/lab/v17/ipch/x.ipch", ".git/config", "__MACOSX/._AdderManager.cpp", "x64/Debug/vc143.pdb",
                             ".DS_Store", "x64/Debug/AdderManager.exe", "AdderManager.cpp"})
      writer.add(name, "1");
  }
  EXPECT_THAT(unpack(), UnorderedElementsAre("x64/Debug/AdderManager.exe", "AdderManager.cpp"));
  EXPECT_THAT(found, IsEmpty());
}

TEST_F(Unpack, ChangesNamesThatNotEverySystemTakes) {
  {
    ArchiveWriter writer(zip());
    writer.add("new\nline\x1b[31m.cpp", "1");
    writer.add("what?.cpp", "1");
    writer.add(std::string(400, 'a') + ".cpp", "1");
  }
  EXPECT_THAT(unpack(), UnorderedElementsAre("new_line_[31m.cpp", "what_.cpp", std::string(176, 'a') + ".cpp"));
  EXPECT_THAT(found, ElementsAre(Pair("class_renamed", testing::StartsWith("new\\nline\\x1b[31m.cpp, what?.cpp"))));
}

TEST_F(Unpack, KeepsTheTimeOfFiles) {
  ArchiveWriter(zip()).add("AdderManager.exe", "1");
  unpack();
  const auto age = fs::file_time_type::clock::now() - fs::last_write_time(folder.path() / "unpacked" / "AdderManager.exe");
  EXPECT_GT(age, std::chrono::hours(24 * 30));
}

#ifndef _WIN32
TEST_F(Unpack, CopiesAFolderWithoutWhatIsNoFile) {
  folder.write("in/kim/lab 05/AdderManager.cpp", "int main() {}\n");
  folder.write("in/kim/new\nline.cpp", "1");
  folder.write("secret", "not handed in");
  fs::create_symlink(folder.path() / "secret", folder.path() / "in/kim/link.cpp");
  fs::create_directory_symlink("/", folder.path() / "in/kim/root");
  ASSERT_EQ(mkfifo((folder.path() / "in/kim/pipe.cpp").c_str(), 0600), 0);
  hand_in.from = {folder.path() / "in/kim"};
  EXPECT_THAT(unpack(), UnorderedElementsAre("lab 05/AdderManager.cpp", "new_line.cpp"));
  EXPECT_THAT(found, UnorderedElementsAre(Pair("class_link", "link.cpp, root"), Pair("class_special", "pipe.cpp"),
                                          Pair("class_renamed", "new\\nline.cpp")));
}
#endif

TEST_F(Unpack, GivesFilesOfAPlatformTheirOwnNames) {
  hand_in.platform = "canvas";
  for (const char* name : {"lee_LATE_1003_2005_AdderManager-1.cpp", "lee_LATE_1003_2006_PartAdder.cpp"})
    hand_in.from.push_back(folder.write(std::string("in/") + name, "1"));
  ArchiveWriter(folder.path() / "in/lee_LATE_1003_2007_lab06.zip").add("MailChat.cpp", "1");
  hand_in.from.push_back(folder.path() / "in/lee_LATE_1003_2007_lab06.zip");
  EXPECT_THAT(unpack(), UnorderedElementsAre("AdderManager.cpp", "PartAdder.cpp", "lab06/MailChat.cpp"));
  EXPECT_THAT(found, IsEmpty());
}

TEST_F(Unpack, SaysThatNothingWasHandedIn) {
  fs::create_directories(folder.path() / "in/kim");
  hand_in.from = {folder.path() / "in/kim"};
  EXPECT_THAT(unpack(), IsEmpty());
  EXPECT_THAT(found, ElementsAre(Pair("class_empty", "kim")));
}

TEST_F(Unpack, TellsThatAnArchiveIsEmpty) {
  { const ArchiveWriter empty(zip()); }
  EXPECT_THAT(unpack(), IsEmpty());
  EXPECT_THAT(found, ElementsAre(Pair("class_archive_empty", "kim.zip")));
}

// The list of names is for people, and short; what decides about a program is complete.
TEST(LeftOutOfAHandIn, HasAllNames) {
  std::vector<Finding> findings{{"class_all_late", {}}};
  for (int i = 0; i < 10; ++i) add_finding(findings, "class_link", "l" + std::to_string(i) + ".h");
  add_finding(findings, "class_does_not_count", "old.zip");
  EXPECT_THAT(findings.at(1).facts.at("names"), testing::EndsWith(", ..."));
  const compile::LeftOut all = left_out(findings);
  EXPECT_EQ(all.names.size(), 10u);
  EXPECT_FALSE(all.anything);
  add_finding(findings, "class_archive_unreadable", "a.rar");
  EXPECT_TRUE(left_out(findings).anything);
}

}  // namespace
}  // namespace lab::classes

// Tests which files could be a program under another name.
#include "compile/handed_in.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/folder.h"

namespace lab::compile {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(HandedIn, FilesAreListedAtAnyDepth) {
  const tests::Folder folder;
  std::filesystem::create_directories(folder.path() / "lab 05" / "x64");
  std::filesystem::create_directories(folder.path() / ".git");
  std::filesystem::create_directories(folder.path() / "__MACOSX");
  for (const char* file : {"notes.txt", "lab 05/a.cpp", "lab 05/x64/a.exe", ".git/config", "__MACOSX/a.cpp", ".hidden"})
    std::ofstream(folder.path() / file) << "x";
  EXPECT_THAT(files_below(folder.path()), ElementsAre("lab 05/a.cpp", "lab 05/x64/a.exe", "notes.txt"));
}

TEST(HandedIn, AFolderThatIsEmptyOrNotThereHasNoFiles) {
  const tests::Folder folder;
  EXPECT_THAT(files_below(folder.path()), IsEmpty());
  EXPECT_THAT(files_below(folder.path() / "none"), IsEmpty());
}

TEST(HandedIn, ANameThatHasTheProgramsNameInItIsLikeIt) {
  for (const char* file : {"lee_1003_AdderManager-1.cpp", "05/addermanager_final.CPP", "AdderManager.cpp.txt", "AdderManager2.exe"})
    EXPECT_EQ(named_like("AdderManager", {"a.cpp", file}), file);
  for (const char* file : {"Manager.cpp", "AdderManager.vcxproj", "AdderManager.obj", "AdderManager/main.cpp", "AdderManager.zip"})
    EXPECT_EQ(named_like("AdderManager", {"a.cpp", file}), "") << file;
}

TEST(HandedIn, ALabsOwnFolderIsKnownByItsNumber) {
  for (const char* name : {"5", "05", "lab5", "Lab 05", "lab_05", "05_adder_manager", "LAB05-final", "실습 5", "과제05"})
    EXPECT_EQ(lab_of_folder(name), 5) << name;
  for (const char* name : {"", "0", "2026", "20231234_kim", "old", "lab", "5th", "v5", "labs"}) EXPECT_EQ(lab_of_folder(name), 0) << name;
}

TEST(HandedIn, ArchivesAreKnownByTheirEndings) {
  for (const char* file : {"lab05.zip", "a/LAB.ZIP", "hong.7z", "hong.tar.gz", "hong.egg"}) EXPECT_EQ(archive_among({"a.cpp", file}), file);
  EXPECT_EQ(archive_among({"zip.cpp", "archive"}), "");
}

}  // namespace
}  // namespace lab::compile

// lab lan from end to end: one write, three computers, two terminals' worth of programs at the same time.
#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "tests/kit_command.h"

namespace lab::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;

compile::Command lan_command(std::vector<std::string> arguments) {
  compile::Command command;
  command.argv = {LAB_GRADER, "lan"};
  command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
  command.environment = {{"LAB_ROOT", utf8(kRoot)}, {"LC_ALL", "C.UTF-8"}};
  command.limit = std::chrono::minutes(5);
  return command;
}

// As the LAN tells it.
std::string line(const std::string& computer, const std::string& words) {
  return computer + std::string(17 - computer.size(), ' ') + words;
}

// The LAN, open in a process of its own until this object ends.
class OpenLan {
 public:
  explicit OpenLan(std::vector<std::string> arguments) {
    command_ = lan_command(std::move(arguments));
    command_.on_line = [this](std::string_view line) { hear(line); };
    holder_ = std::thread([this] {
      try {
        compile::run(command_);
      } catch (const Closed&) {
      }
      const std::lock_guard lock(mutex_);
      over_ = true;
      heard_.notify_all();
    });
  }
  ~OpenLan() {
    {
      const std::lock_guard lock(mutex_);
      closing_ = true;
    }
    lab({"lan", "CLOSER", "BroadcastSender", "--solutions"});  // its coming is told, and the next line that is told ends the LAN
    holder_.join();
  }
  OpenLan(const OpenLan&) = delete;
  OpenLan& operator=(const OpenLan&) = delete;

  // Waits until it has told all of these, in any order. False when it ends before, or after two minutes.
  bool tells(const std::vector<std::string>& parts) {
    std::unique_lock lock(mutex_);
    const auto told = [&] {
      return over_ ||
             std::all_of(parts.begin(), parts.end(), [&](const std::string& part) { return text_.find(part) != std::string::npos; });
    };
    return heard_.wait_for(lock, std::chrono::minutes(2), told) && !over_;
  }

  std::string text() {
    const std::lock_guard lock(mutex_);
    return text_;
  }

 private:
  struct Closed {};

  void hear(std::string_view line) {
    const std::lock_guard lock(mutex_);
    if (closing_) throw Closed();  // ends the process
    text_.append(line).append("\n");
    heard_.notify_all();
  }

  compile::Command command_;
  std::mutex mutex_;
  std::condition_variable heard_;
  std::string text_;
  bool closing_ = false, over_ = false;
  std::thread holder_;
};

// A program on a computer of the LAN, in a terminal of its own.
class Joined {
 public:
  Joined(const std::string& computer, const std::string& program, const std::string& typed = "") {
    command_ = lan_command({computer, program, "--solutions"});
    command_.input = typed;
    runner_ = std::thread([this] { finished_ = compile::run(command_); });
  }
  ~Joined() {
    if (runner_.joinable()) runner_.join();
  }
  const compile::Finished& finished() {
    if (runner_.joinable()) runner_.join();
    return finished_;
  }

 private:
  compile::Command command_;
  compile::Finished finished_;
  std::thread runner_;
};

TEST(KitLan, CarriesOneWriteToEveryComputer) {
  OpenLan lan({});
  ASSERT_TRUE(lan.tells({"Ctrl+C closes it"})) << lan.text();
  Joined first("PC1", "BroadcastReceiver"), second("LAB-17", "broadcastreceiver");
  ASSERT_TRUE(lan.tells({line("PC1", "BroadcastReceiver created"), line("LAB-17", "BroadcastReceiver created")})) << lan.text();
  Joined sender("PC4", "BroadcastSender", "hello\r\ntwo words\r\nexit\r\n");
  EXPECT_EQ(sender.finished().exit_status, 0) << sender.finished().err;
  EXPECT_THAT(first.finished().out, AllOf(HasSubstr("[PC1] hello"), HasSubstr("[PC1] two words"), HasSubstr("GoodBye!")));
  EXPECT_THAT(second.finished().out, AllOf(HasSubstr("[LAB-17] hello"), HasSubstr("[LAB-17] two words")));
  EXPECT_TRUE(lan.tells({"BroadcastSender wrote \"hello\" (10 bytes) once; it arrived at LAB-17, PC1",
                         line("PC4", "BroadcastSender ended with exit code 0")}))
      << lan.text();
}

TEST(KitLan, DoublesWhatTwoProtocolsCarryAndSaysWhatReachesNobody) {
  OpenLan lan({"--duplicate"});
  ASSERT_TRUE(lan.tells({"Ctrl+C closes it"})) << lan.text();
  Joined nobody("PC4", "BroadcastSender", "is there anybody\r\nexit\r\n");
  EXPECT_EQ(nobody.finished().exit_status, 0) << nobody.finished().err;
  EXPECT_TRUE(lan.tells({"it arrived nowhere"})) << lan.text();
  Joined receiver("PC1", "BroadcastReceiver");
  ASSERT_TRUE(lan.tells({line("PC1", "BroadcastReceiver created")})) << lan.text();
  Joined sender("PC4", "BroadcastSender", "hello\r\nexit\r\n");
  EXPECT_EQ(sender.finished().exit_status, 0);
  EXPECT_THAT(receiver.finished().out, HasSubstr("[PC1] hello\r\n[PC1] hello"));
  EXPECT_TRUE(lan.tells({"it arrived at PC1 x2"})) << lan.text();
}

TEST(KitLan, IsOneAndEndsItsPrograms) {
  std::optional<OpenLan> lan;
  lan.emplace(std::vector<std::string>{});
  ASSERT_TRUE(lan->tells({"Ctrl+C closes it"})) << lan->text();
  const Answer again = lab({"lan"});
  EXPECT_EQ(again.status, 2);
  EXPECT_THAT(again.err, HasSubstr("open already"));
  Joined receiver("PC1", "BroadcastReceiver");
  ASSERT_TRUE(lan->tells({"BroadcastReceiver created"})) << lan->text();
  lan.reset();
  EXPECT_EQ(receiver.finished().exit_status, 2);
  EXPECT_THAT(receiver.finished().err, HasSubstr("The LAN was closed"));
}

TEST(KitLan, SaysWhatIsMissing) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"lan", "PC1", "BroadcastReceiver", "--solutions"}, "There is no LAN. Open one in another terminal first"},
      {{"lan", "PC 1", "BroadcastReceiver"}, "cannot be a computer's name"},
      {{"lan", "PC1"}, "Which program is to run on PC1?"},
      {{"lan", "PC1", "NoSuchProgram"}, "There is no program \"NoSuchProgram\""},
      {{"lan", "PC1", "BroadcastReceiver", "--from", utf8(programs_of("05"))}, "There is no BroadcastReceiver in"}};
  for (const auto& [arguments, words] : cases) {
    const Answer answer = lab(arguments);
    EXPECT_EQ(answer.status, 2) << words;
    EXPECT_THAT(answer.err, HasSubstr(words));
  }
}

}  // namespace
}  // namespace lab::tests

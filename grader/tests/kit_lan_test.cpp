// Tests lab lan end to end: one write reaches three computers, with programs in two terminals at the same time.
#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "tests/kit_command.h"
#include "tests/phrases.h"

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

// A line in the LAN's format.
std::string line(const std::string& computer, const std::string& words) {
  return computer + std::string(17 - computer.size(), ' ') + words;
}

// The LAN, open in a separate process during the lifetime of this object.
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
    lab({"lan", "CLOSER", "BroadcastSender", "--solutions"});  // this program is reported, and the next reported line ends the LAN
    holder_.join();
  }
  OpenLan(const OpenLan&) = delete;
  OpenLan& operator=(const OpenLan&) = delete;

  // Waits until all of these sentences have been printed, in any order. Returns false if the LAN ends first, or after two minutes.
  bool tells(const std::vector<std::string>& sentences) {
    std::unique_lock lock(mutex_);
    const auto told = [&] {
      return over_ || std::all_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) { return says(text_, sentence); });
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

// A program on a computer of the LAN, in a separate terminal.
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

const std::string kCreated = said("lan_created", {{"program", "BroadcastReceiver"}, {"name", kAnything}});

std::string hello_arrived_at(const char* computers) {
  return said("lan_wrote", {{"program", "BroadcastSender"}, {"text", "hello"}, {"bytes", 10}, {"to", computers}});
}

TEST(KitLan, CarriesOneWriteToEveryComputer) {
  OpenLan lan({});
  ASSERT_TRUE(lan.tells({said("lan_open", {{"command", kAnything}})})) << lan.text();
  Joined first("PC1", "BroadcastReceiver"), second("LAB-17", "broadcastreceiver");
  ASSERT_TRUE(lan.tells({line("PC1", kCreated), line("LAB-17", kCreated)})) << lan.text();
  Joined sender("PC4", "BroadcastSender", "hello\r\ntwo words\r\nexit\r\n");
  EXPECT_EQ(sender.finished().exit_status, 0) << sender.finished().err;
  EXPECT_THAT(first.finished().out, AllOf(HasSubstr("[PC1] hello"), HasSubstr("[PC1] two words"), HasSubstr("GoodBye!")));
  EXPECT_THAT(second.finished().out, AllOf(HasSubstr("[LAB-17] hello"), HasSubstr("[LAB-17] two words")));
  EXPECT_TRUE(
      lan.tells({hello_arrived_at("LAB-17, PC1"), line("PC4", said("lan_left", {{"program", "BroadcastSender"}, {"exit_code", 0}}))}))
      << lan.text();
}

TEST(KitLan, DoublesWhatTwoProtocolsCarryAndSaysWhatReachesNobody) {
  OpenLan lan({"--duplicate"});
  ASSERT_TRUE(lan.tells({said("lan_open_duplicate", {{"command", kAnything}})})) << lan.text();
  Joined nobody("PC4", "BroadcastSender", "is there anybody\r\nexit\r\n");
  EXPECT_EQ(nobody.finished().exit_status, 0) << nobody.finished().err;
  EXPECT_TRUE(lan.tells({said("lan_reached_nobody", {{"program", "BroadcastSender"}, {"text", "is there anybody"}, {"bytes", kAnything}})}))
      << lan.text();
  Joined receiver("PC1", "BroadcastReceiver");
  ASSERT_TRUE(lan.tells({line("PC1", kCreated)})) << lan.text();
  Joined sender("PC4", "BroadcastSender", "hello\r\nexit\r\n");
  EXPECT_EQ(sender.finished().exit_status, 0);
  EXPECT_THAT(receiver.finished().out, HasSubstr("[PC1] hello\r\n[PC1] hello"));
  EXPECT_TRUE(lan.tells({hello_arrived_at("PC1 x2")})) << lan.text();
}

TEST(KitLan, IsOneAndEndsItsPrograms) {
  std::optional<OpenLan> lan;
  lan.emplace(std::vector<std::string>{});
  ASSERT_TRUE(lan->tells({said("lan_open", {{"command", kAnything}})})) << lan->text();
  const Answer again = lab({"lan"});
  EXPECT_EQ(again.status, 2);
  EXPECT_THAT(again.err, Says("lan_there", {{"command", kAnything}}));
  Joined receiver("PC1", "BroadcastReceiver");
  ASSERT_TRUE(lan->tells({kCreated})) << lan->text();
  lan.reset();
  EXPECT_EQ(receiver.finished().exit_status, 2);
  EXPECT_THAT(receiver.finished().err, Says("lan_closed", {{"program", "BroadcastReceiver"}, {"command", kAnything}}));
}

TEST(KitLan, SaysWhatIsMissing) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"lan", "PC1", "BroadcastReceiver", "--solutions"}, said("lan_none", {{"command", kAnything}})},
      {{"lan", "PC 1", "BroadcastReceiver"}, said("lan_computer_name", {{"computer", "PC 1"}, {"command", kAnything}})},
      {{"lan", "PC1"}, said("lan_which_program", {{"computer", "PC1"}, {"command", kAnything}})},
      {{"lan", "PC1", "NoSuchProgram"}, said("lan_unknown_program", {{"program", "NoSuchProgram"}, {"programs", kAnything}})},
      {{"lan", "PC1", "BroadcastReceiver", "--from", utf8(programs_of("05"))},
       said("lan_no_program", {{"program", "BroadcastReceiver"}, {"folder", kAnything}})}};
  for (const auto& [arguments, sentence] : cases) {
    const Answer answer = lab(arguments);
    EXPECT_EQ(answer.status, 2) << sentence;
    EXPECT_THAT(answer.err, SaysSentence(sentence));
  }
}

}  // namespace
}  // namespace lab::tests

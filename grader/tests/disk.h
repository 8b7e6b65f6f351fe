// A small separate disk that a test can fill. POSIX only.
#pragma once

#include <sys/mount.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace lab::tests {

class Disk {
 public:
  explicit Disk(const std::filesystem::path& at) : at_(at) {
    std::filesystem::create_directories(at);
    mounted_ = mount("none", at.c_str(), "tmpfs", 0, "size=8m") == 0;
  }
  ~Disk() {
    if (mounted_) umount2(at_.c_str(), MNT_DETACH);
  }
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;
  bool is_there() const { return mounted_; }

  // Fills the disk until this many bytes are free.
  void fill(std::uintmax_t left) const {
    std::ofstream out(filler());
    const std::string block(static_cast<std::size_t>(std::filesystem::space(at_).available - left), 'x');
    out << block;
  }
  void empty() const { std::filesystem::remove(filler()); }

 private:
  std::filesystem::path filler() const { return at_ / "filler"; }

  std::filesystem::path at_;
  bool mounted_ = false;
};

}  // namespace lab::tests

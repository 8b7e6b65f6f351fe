// A library to preload: shifts the system's clock by the number of seconds (8 bytes) in the file named by LAB_CLOCK. It takes no lock. The
// processes of libfaketime, in contrast, share a semaphore, and if one is killed while it holds the semaphore, all later processes hang.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace {

const volatile std::int64_t* mapped() {
  const char* const name = std::getenv("LAB_CLOCK");
  const int file = name ? open(name, O_RDONLY | O_CLOEXEC) : -1;
  if (file < 0) return nullptr;
  void* const bytes = mmap(nullptr, sizeof(std::int64_t), PROT_READ, MAP_SHARED, file, 0);
  close(file);
  return bytes == MAP_FAILED ? nullptr : static_cast<const volatile std::int64_t*>(bytes);
}

const volatile std::int64_t* const kSeconds = mapped();  // null during initialization: earlier calls get the system's clock

int now(clockid_t clock, timespec* time) {
  const auto result = static_cast<int>(syscall(SYS_clock_gettime, clock, time));
  if (result == 0 && kSeconds && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += *kSeconds;
  return result;
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* time) noexcept { return now(clock, time); }

int gettimeofday(timeval* __restrict time, void* __restrict) noexcept {
  timespec exact = {};
  const int result = now(CLOCK_REALTIME, &exact);
  *time = {exact.tv_sec, exact.tv_nsec / 1000};
  return result;
}

time_t time(time_t* seconds) noexcept {
  timespec exact = {};
  now(CLOCK_REALTIME, &exact);
  if (seconds) *seconds = exact.tv_sec;
  return exact.tv_sec;
}
}

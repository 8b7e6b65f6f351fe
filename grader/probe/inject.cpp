// Rewrites the import table of a suspended 64-bit image so that the probe is its first import.
#include "probe/inject.h"

#include <winternl.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace lab::probe {
namespace {

bool read(HANDLE process, std::uint64_t at, void* to, std::size_t bytes) {
  SIZE_T done = 0;
  return ReadProcessMemory(process, reinterpret_cast<const void*>(at), to, bytes, &done) && done == bytes;
}

bool write(HANDLE process, std::uint64_t at, const void* from, std::size_t bytes) {
  SIZE_T done = 0;
  return WriteProcessMemory(process, reinterpret_cast<void*>(at), from, bytes, &done) && done == bytes;
}

// The image base is in the process environment block, at offset 0x10 on x64.
std::uint64_t image_base(HANDLE process) {
  using Query = LONG(WINAPI*)(HANDLE, int, void*, ULONG, ULONG*);
  static const Query query =
      reinterpret_cast<Query>(reinterpret_cast<void*>(GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "NtQueryInformationProcess")));
  PROCESS_BASIC_INFORMATION basic = {};
  std::uint64_t base = 0;
  if (!query || query(process, ProcessBasicInformation, &basic, sizeof basic, nullptr) != 0) return 0;
  return read(process, reinterpret_cast<std::uint64_t>(basic.PebBaseAddress) + 0x10, &base, sizeof base) ? base : 0;
}

// Allocates memory above the image and less than 4 GiB from its base, because import tables contain 32-bit offsets from the base.
std::uint64_t allocate_near(HANDLE process, std::uint64_t base, std::uint64_t image_bytes, std::size_t bytes) {
  constexpr std::uint64_t kGrain = 0x10000;
  std::uint64_t at = (base + image_bytes + kGrain - 1) / kGrain * kGrain;
  const std::uint64_t last = base + 0xF0000000;
  while (at < last) {
    MEMORY_BASIC_INFORMATION region = {};
    if (!VirtualQueryEx(process, reinterpret_cast<const void*>(at), &region, sizeof region)) return 0;
    const std::uint64_t end = reinterpret_cast<std::uint64_t>(region.BaseAddress) + region.RegionSize;
    if (region.State == MEM_FREE && end - at >= bytes) {
      void* memory = VirtualAllocEx(process, reinterpret_cast<void*>(at), bytes, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
      if (memory) return reinterpret_cast<std::uint64_t>(memory);
    }
    at = (end + kGrain - 1) / kGrain * kGrain;
  }
  return 0;
}

DWORD last_error() {
  const DWORD error = GetLastError();
  return error ? error : ERROR_GEN_FAILURE;
}

}  // namespace

DWORD add_import(HANDLE process, const char* dll) {
  const std::uint64_t base = image_base(process);
  IMAGE_DOS_HEADER dos = {};
  IMAGE_NT_HEADERS64 nt = {};
  if (!base || !read(process, base, &dos, sizeof dos)) return last_error();
  const std::uint64_t nt_at = base + static_cast<std::uint32_t>(dos.e_lfanew);
  if (!read(process, nt_at, &nt, sizeof nt)) return last_error();
  if (nt.Signature != IMAGE_NT_SIGNATURE || nt.FileHeader.Machine != IMAGE_FILE_MACHINE_AMD64) return ERROR_BAD_EXE_FORMAT;

  constexpr std::size_t kBlock = 0x10000;
  constexpr std::size_t kMaxImports = 1024;
  constexpr std::size_t kThunks = 2 * 2 * sizeof(std::uint64_t);  // two tables, each with one ordinal and a terminator
  IMAGE_DATA_DIRECTORY& imports = nt.OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT];
  const std::size_t path_bytes = std::strlen(dll) + 1;
  const std::uint64_t block = allocate_near(process, base, nt.OptionalHeader.SizeOfImage, kBlock);
  if (!block) return last_error();
  const auto rva = [&](std::uint64_t address) { return static_cast<DWORD>(address - base); };

  // The block contains the thunks, the probe's path, and the descriptors: the probe's own, the existing ones, and an empty one.
  const std::uint64_t path_at = block + kThunks;
  const std::uint64_t descriptors_at = (path_at + path_bytes + 15) / 16 * 16;
  const std::uint64_t thunks[4] = {IMAGE_ORDINAL_FLAG64 | 1, 0, IMAGE_ORDINAL_FLAG64 | 1, 0};
  IMAGE_IMPORT_DESCRIPTOR descriptor = {};
  descriptor.OriginalFirstThunk = rva(block);
  descriptor.FirstThunk = rva(block + kThunks / 2);
  descriptor.Name = rva(path_at);
  if (!write(process, block, thunks, sizeof thunks) || !write(process, path_at, dll, path_bytes) ||
      !write(process, descriptors_at, &descriptor, sizeof descriptor))
    return last_error();
  std::size_t count = 1;
  for (bool last = imports.VirtualAddress == 0; !last && count < kMaxImports; ++count) {
    if (!read(process, base + imports.VirtualAddress + (count - 1) * sizeof descriptor, &descriptor, sizeof descriptor))
      return ERROR_BAD_EXE_FORMAT;
    last = descriptor.Name == 0;
    if (last) break;
    if (!write(process, descriptors_at + count * sizeof descriptor, &descriptor, sizeof descriptor)) return last_error();
  }
  descriptor = {};
  if (!write(process, descriptors_at + count * sizeof descriptor, &descriptor, sizeof descriptor)) return last_error();

  imports.VirtualAddress = rva(descriptors_at);
  imports.Size = static_cast<DWORD>((count + 1) * sizeof descriptor);
  nt.OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_BOUND_IMPORT] = {};  // with bound addresses, the loader would skip the new entry
  // If the linker has not specified an import address table, the loader looks for it in the section that contains the import directory; the
  // new import directory is not in any section.
  IMAGE_DATA_DIRECTORY& addresses = nt.OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IAT];
  if (!addresses.VirtualAddress) addresses = {rva(block), static_cast<DWORD>(kBlock)};
  DWORD protection = 0;
  if (!VirtualProtectEx(process, reinterpret_cast<void*>(nt_at), sizeof nt, PAGE_READWRITE, &protection)) return last_error();
  const bool written = write(process, nt_at, &nt, sizeof nt);
  VirtualProtectEx(process, reinterpret_cast<void*>(nt_at), sizeof nt, protection, &protection);
  return written ? 0 : last_error();
}

}  // namespace lab::probe

// Modules of this process, as loaded into memory, https://learn.microsoft.com/windows/win32/debug/pe-format
#pragma once

#include <windows.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace lab::probe {

// Returns null if `module` is not a 64-bit image.
inline const IMAGE_NT_HEADERS64* headers_of(const void* module) {
  const auto* base = static_cast<const std::uint8_t*>(module);
  const auto* dos = reinterpret_cast<const IMAGE_DOS_HEADER*>(base);
  if (!module || dos->e_magic != IMAGE_DOS_SIGNATURE) return nullptr;
  const auto* nt = reinterpret_cast<const IMAGE_NT_HEADERS64*>(base + dos->e_lfanew);
  return nt->Signature == IMAGE_NT_SIGNATURE && nt->OptionalHeader.Magic == IMAGE_NT_OPTIONAL_HDR64_MAGIC ? nt : nullptr;
}

// Calls each(void** slot) for every entry of the module's import address tables.
template <class Each>
void for_each_import(void* module, Each each) {
  const IMAGE_NT_HEADERS64* nt = headers_of(module);
  if (!nt) return;
  auto* base = static_cast<std::uint8_t*>(module);
  const IMAGE_DATA_DIRECTORY& imports = nt->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT];
  if (!imports.VirtualAddress) return;
  for (auto* dll = reinterpret_cast<const IMAGE_IMPORT_DESCRIPTOR*>(base + imports.VirtualAddress); dll->Name; ++dll)
    for (auto** slot = reinterpret_cast<void**>(base + dll->FirstThunk); *slot; ++slot) each(slot);
}

// A checksum over the module's instructions; 0 if `module` is not an image.
inline std::uint64_t sum_of_code(const void* module) {
  const IMAGE_NT_HEADERS64* nt = headers_of(module);
  std::uint64_t sum = 0;
  if (!nt) return sum;
  const IMAGE_SECTION_HEADER* section = IMAGE_FIRST_SECTION(nt);
  for (unsigned i = 0; i < nt->FileHeader.NumberOfSections; ++i, ++section) {
    if (!(section->Characteristics & IMAGE_SCN_MEM_EXECUTE)) continue;
    const auto* code = static_cast<const std::uint8_t*>(module) + section->VirtualAddress;
    for (std::size_t at = 0; at + sizeof sum <= section->Misc.VirtualSize; at += sizeof sum) {
      std::uint64_t next;
      std::memcpy(&next, code + at, sizeof next);
      sum = (sum << 1 | sum >> 63) ^ next;
    }
  }
  return sum;
}

}  // namespace lab::probe

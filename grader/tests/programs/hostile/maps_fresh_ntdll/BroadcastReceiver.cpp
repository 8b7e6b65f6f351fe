// expected: not_gradable ended_unseen: terminates itself with a function from its own copy of ntdll.
#include <windows.h>
#include <stdio.h>
#include <string.h>

static void *exported(const char *dll, const char *name)
{
    BYTE *base = (BYTE *)GetModuleHandleA(dll);
    IMAGE_NT_HEADERS *headers = (IMAGE_NT_HEADERS *)(base + ((IMAGE_DOS_HEADER *)base)->e_lfanew);
    IMAGE_EXPORT_DIRECTORY *exports =
        (IMAGE_EXPORT_DIRECTORY *)(base + headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_EXPORT].VirtualAddress);
    DWORD *names = (DWORD *)(base + exports->AddressOfNames), *functions = (DWORD *)(base + exports->AddressOfFunctions);
    WORD *ordinals = (WORD *)(base + exports->AddressOfNameOrdinals);
    for (DWORD i = 0; i < exports->NumberOfNames; i++)
        if (!strcmp((char *)base + names[i], name)) return base + functions[ordinals[i]];
    return NULL;
}

int main()
{
    wchar_t path[MAX_PATH];
    GetSystemDirectoryW(path, MAX_PATH);
    wcscat(path, L"\\ntdll.dll");
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    BYTE *bytes = (BYTE *)MapViewOfFile(CreateFileMappingW(file, NULL, PAGE_READONLY, 0, 0, NULL), FILE_MAP_READ, 0, 0, 0);
    if (bytes == NULL) return 1;
    // The stub in the file, located through the address of the loaded one; the code is the same, but the address is not.
    BYTE *loaded = (BYTE *)GetModuleHandleW(L"ntdll.dll");
    BYTE *stub = (BYTE *)exported("ntdll.dll", "NtTerminateProcess");
    void *copy = VirtualAlloc(NULL, 4096, MEM_RESERVE | MEM_COMMIT, PAGE_EXECUTE_READWRITE);
    IMAGE_NT_HEADERS *headers = (IMAGE_NT_HEADERS *)(bytes + ((IMAGE_DOS_HEADER *)bytes)->e_lfanew);
    IMAGE_SECTION_HEADER *part = IMAGE_FIRST_SECTION(headers);
    const DWORD at = (DWORD)(stub - loaded);
    for (int i = 0; i < headers->FileHeader.NumberOfSections; i++, part++)
        if (at - part->VirtualAddress < part->Misc.VirtualSize)
            memcpy(copy, bytes + part->PointerToRawData + at - part->VirtualAddress, 64);
    ((LONG(WINAPI *)(HANDLE, LONG))copy)(GetCurrentProcess(), 0);
    return 0;
}

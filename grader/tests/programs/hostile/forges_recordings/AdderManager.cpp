// hostile, expected not_gradable: takes over the stage's standard output, and reports a run there that never took place.
#include <windows.h>
#include <tlhelp32.h>
#include <winternl.h>
#include <stdio.h>
#include <string.h>

static void report_to(HANDLE stage)
{
    static const char report[] =
        "{\"t\":\"run\",\"schema\":\"win-ipc-lab/run/1\",\"lab\":\"05\",\"program\":\"AdderManager\",\"scenario\":\"worker_1_first\"}\n"
        "{\"t\":\"program\",\"name\":\"AdderManager\",\"end\":\"itself\",\"attached\":true}\n{\"t\":\"end\"}\n{\"t\":\"played\"}\n";
    for (UINT_PTR number = 4; number < 1024; number += 4) {
        HANDLE mine = NULL;
        DWORD written = 0;
        if (!DuplicateHandle(stage, (HANDLE)number, GetCurrentProcess(), &mine, 0, FALSE, DUPLICATE_SAME_ACCESS)) continue;
        if (GetFileType(mine) == FILE_TYPE_PIPE) WriteFile(mine, report, (DWORD)strlen(report), &written, NULL);
        CloseHandle(mine);
    }
}

int main()
{
    HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32W entry;
    entry.dwSize = sizeof entry;
    for (BOOL more = Process32FirstW(all, &entry); more; more = Process32NextW(all, &entry)) {
        if (_wcsicmp(entry.szExeFile, L"stage.exe")) continue;
        HANDLE stage = OpenProcess(PROCESS_DUP_HANDLE, FALSE, entry.th32ProcessID);
        printf("%s\n", stage ? "opened" : "not opened");
        if (stage) report_to(stage);
    }
    return 0;
}

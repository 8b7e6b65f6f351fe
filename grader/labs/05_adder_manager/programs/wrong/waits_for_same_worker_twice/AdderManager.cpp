// known-wrong: copied the first wait and forgot to change the handle | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain(int argc, LPTSTR argv[])
{
    STARTUPINFO si1 = { sizeof(si1) }, si2 = { sizeof(si2) };
    PROCESS_INFORMATION pi1, pi2;
    TCHAR command1[] = _T("PartAdder.exe 1 5");
    TCHAR command2[] = _T("PartAdder.exe 6 10");
    DWORD dwCode1, dwCode2;
    BOOL bResult;

    UNREFERENCED_PARAMETER(argc);
    UNREFERENCED_PARAMETER(argv);

    bResult = CreateProcess(NULL, command1, NULL, NULL, TRUE, 0, NULL, NULL, &si1, &pi1);
    if (!bResult) {
        _tprintf(_T("Unable to start PartAdder.exe, GetLastError() is %lu\n"), GetLastError());
        return -1;
    }
    bResult = CreateProcess(NULL, command2, NULL, NULL, TRUE, 0, NULL, NULL, &si2, &pi2);
    if (!bResult) {
        _tprintf(_T("Unable to start PartAdder.exe, GetLastError() is %lu\n"), GetLastError());
        WaitForSingleObject(pi1.hProcess, INFINITE);
        CloseHandle(pi1.hThread);
        CloseHandle(pi1.hProcess);
        return -1;
    }

    WaitForSingleObject(pi1.hProcess, INFINITE);
    WaitForSingleObject(pi1.hProcess, INFINITE);

    bResult = GetExitCodeProcess(pi1.hProcess, &dwCode1) && GetExitCodeProcess(pi2.hProcess, &dwCode2);
    CloseHandle(pi1.hThread);
    CloseHandle(pi2.hThread);
    CloseHandle(pi1.hProcess);
    CloseHandle(pi2.hProcess);
    if (!bResult || dwCode1 > MAXLONG || dwCode2 > MAXLONG)
        return -1;

    _tprintf(_T("return_val1: %lu\n"), dwCode1);
    _tprintf(_T("return_val2: %lu\n"), dwCode2);
    _tprintf(_T("total: %lu\n"), dwCode1 + dwCode2);
    return 0;
}

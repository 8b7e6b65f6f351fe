// known-wrong: sleeps without an end instead of waiting | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain(int argc, TCHAR *argv[])
{
	STARTUPINFO si1 = { 0, }, si2 = { 0, };
	PROCESS_INFORMATION pi1, pi2;
	DWORD return_val1 = 0, return_val2 = 0;
	TCHAR command1[] = _T("PartAdder.exe 1 5");
	TCHAR command2[] = _T("PartAdder.exe 6 10");
	DWORD sum = 0;

	(void)argc;
	(void)argv;
	si1.cb = sizeof(si1);
	si2.cb = sizeof(si2);

	if (!CreateProcess(NULL, command1, NULL, NULL, TRUE, 0, NULL, NULL, &si1, &pi1))
	{
		_tprintf(_T("Unable to start: %lu\n"), GetLastError());
		return -1;
	}
	if (!CreateProcess(NULL, command2, NULL, NULL, TRUE, 0, NULL, NULL, &si2, &pi2))
	{
		_tprintf(_T("Unable to start: %lu\n"), GetLastError());
		WaitForSingleObject(pi1.hProcess, INFINITE);
		CloseHandle(pi1.hProcess);
		CloseHandle(pi1.hThread);
		return -1;
	}
	CloseHandle(pi1.hThread);
	CloseHandle(pi2.hThread);

	Sleep(INFINITE);
	GetExitCodeProcess(pi1.hProcess, &return_val1);
	GetExitCodeProcess(pi2.hProcess, &return_val2);
	CloseHandle(pi1.hProcess);
	CloseHandle(pi2.hProcess);
	if (return_val1 >= 0x80000000 || return_val2 >= 0x80000000)
		return -1;

	_tprintf(_T("return_val1: %lu \n"), return_val1);
	_tprintf(_T("return_val2: %lu \n"), return_val2);
	sum = return_val1 + return_val2;
	_tprintf(_T("total: %lu \n"), sum);
	return 0;
}

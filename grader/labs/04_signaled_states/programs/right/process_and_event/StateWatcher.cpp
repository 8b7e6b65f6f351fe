// also-right: waits for the process or an event of its own, and rules the states off with hyphens
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain(int argc, TCHAR *argv[])
{
	STARTUPINFO si = {};
	PROCESS_INFORMATION pi;
	DWORD code = 0, answer;
	int result = 0;

	if (argc != 3)
		return 1;
	si.cb = sizeof(si);
	if (!CreateProcess(NULL, argv[2], NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi))
	{
		_tprintf(_T("Unable to start: error %lu\n"), GetLastError());
		return 1;
	}
	HANDLE either[2] = {CreateEvent(NULL, TRUE, FALSE, NULL), pi.hProcess};

	answer = WaitForMultipleObjects(2, either, FALSE, 0);
	if (answer != WAIT_FAILED)
	{
		_tprintf(_T("---%s---\n"), answer == WAIT_OBJECT_0 + 1 ? _T("Signaled") : _T("Non-Signaled"));
		answer = WaitForMultipleObjects(2, either, FALSE, _tcstoul(argv[1], NULL, 10));
	}
	if (answer == WAIT_TIMEOUT)
	{
		_tprintf(_T("---Timeout---\n"));
		answer = WaitForMultipleObjects(2, either, FALSE, INFINITE);
	}
	if (answer != WAIT_FAILED)
	{
		_tprintf(_T("---Signaled---\n"));
		answer = WaitForMultipleObjects(2, either, FALSE, 0);
	}
	if (answer != WAIT_FAILED)
	{
		_tprintf(_T("---%s---\n"), answer == WAIT_OBJECT_0 + 1 ? _T("Signaled") : _T("Non-Signaled"));
		GetExitCodeProcess(pi.hProcess, &code);
		_tprintf(_T("exit code: %lu\n"), code);
	}
	else
	{
		_tprintf(_T("Unable to wait: error %lu\n"), GetLastError());
		result = 1;
	}
	CloseHandle(either[0]);
	CloseHandle(pi.hProcess);
	CloseHandle(pi.hThread);
	return result;
}

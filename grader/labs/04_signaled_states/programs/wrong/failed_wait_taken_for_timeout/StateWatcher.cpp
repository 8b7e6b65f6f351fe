// known-wrong: treats everything but WAIT_OBJECT_0 as a time-out | caught by: StateWatcher.ReportsAFailedWait
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static HANDLE child;

static DWORD Ask(DWORD ms)
{
	return WaitForSingleObject(child, ms) == WAIT_OBJECT_0 ? WAIT_OBJECT_0 : WAIT_TIMEOUT;
}

int _tmain(int argc, TCHAR *argv[])
{
	STARTUPINFO si = {};
	PROCESS_INFORMATION pi;
	DWORD code = 0;

	if (argc != 3)
		return 1;
	si.cb = sizeof(si);
	if (!CreateProcess(NULL, argv[2], NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi))
	{
		_tprintf(_T("Unable to start: error %lu\n"), GetLastError());
		return 1;
	}
	CloseHandle(pi.hThread);
	child = pi.hProcess;

	_putts(Ask(0) == WAIT_TIMEOUT ? _T("Non-Signaled") : _T("Signaled"));

	if (Ask(_tcstoul(argv[1], NULL, 10)) == WAIT_TIMEOUT)
	{
		_putts(_T("Timeout"));
		Ask(INFINITE);
	}
	_putts(_T("Signaled"));

	_putts(Ask(0) == WAIT_OBJECT_0 ? _T("Signaled") : _T("Non-Signaled"));

	GetExitCodeProcess(child, &code);
	_tprintf(_T("exit code: %lu\n"), code);
	CloseHandle(child);
	return 0;
}

// known-wrong: prints Unable to wait, and then Signaled anyway | caught by: StateWatcher.ReportsAFailedWait
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static HANDLE child;
static int result;

static DWORD Ask(DWORD ms)
{
	DWORD answer = WaitForSingleObject(child, ms);
	if (answer == WAIT_FAILED)
	{
		_tprintf(_T("Unable to wait: error %lu\n"), GetLastError());
		result = 1;
	}
	return answer;
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
	CloseHandle(pi.hThread);
	return result;
}

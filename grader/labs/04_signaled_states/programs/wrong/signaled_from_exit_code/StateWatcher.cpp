// known-wrong: gets the exit code ten times a second, and treats the first that is not 259 as the end | caught by: StateWatcher.SaysSignaledOnceItEnded StateWatcher.ReportsATimeout StateWatcher.TellsTheExitCode StateWatcher.ReportsAFailedWait
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>

static HANDLE child;

static DWORD Ask(DWORD ms)
{
	DWORD answer = WaitForSingleObject(child, ms);
	if (answer == WAIT_FAILED)
	{
		_tprintf(_T("Unable to wait: error %lu\n"), GetLastError());
		CloseHandle(child);
		exit(1);
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
	CloseHandle(pi.hThread);
	child = pi.hProcess;

	_putts(Ask(0) == WAIT_TIMEOUT ? _T("Non-Signaled") : _T("Signaled"));

	DWORD left = _tcstoul(argv[1], NULL, 10);
	BOOL late = FALSE;
	while (GetExitCodeProcess(child, &code) && code == STILL_ACTIVE)
	{
		Sleep(100);
		if (left < 100 && !late)
		{
			_putts(_T("Timeout"));
			late = TRUE;
		}
		left = left < 100 ? 0 : left - 100;
	}
	_putts(_T("Signaled"));

	_putts(code != STILL_ACTIVE ? _T("Signaled") : _T("Non-Signaled"));

	GetExitCodeProcess(child, &code);
	_tprintf(_T("exit code: %lu\n"), code);
	CloseHandle(child);
	return 0;
}

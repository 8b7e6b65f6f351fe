// also-right: the system's pool of threads waits, RegisterWaitForSingleObject, and calls back on the end or the time-out
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

struct Answer
{
	HANDLE there;
	BOOLEAN timedOut;
};

static VOID CALLBACK OnAnswer(PVOID context, BOOLEAN timedOut)
{
	Answer *answer = (Answer *)context;
	answer->timedOut = timedOut;
	SetEvent(answer->there);
}

// Whether the process ended within that time.
static BOOL EndsWithin(HANDLE process, DWORD ms)
{
	Answer answer = {CreateEvent(NULL, TRUE, FALSE, NULL), FALSE};
	HANDLE registered = NULL;
	if (RegisterWaitForSingleObject(&registered, process, OnAnswer, &answer, ms, WT_EXECUTEONLYONCE))
	{
		WaitForSingleObject(answer.there, INFINITE);
		UnregisterWaitEx(registered, INVALID_HANDLE_VALUE);
	}
	CloseHandle(answer.there);
	return !answer.timedOut;
}

// Asks for the state; FALSE when the wait has failed.
static BOOL SayState(HANDLE process)
{
	DWORD answer = WaitForSingleObject(process, 0);
	if (answer == WAIT_FAILED)
		_tprintf(_T("Unable to wait: error %lu\n"), GetLastError());
	else
		_putts(answer == WAIT_OBJECT_0 ? _T("Signaled") : _T("Non-Signaled"));
	return answer != WAIT_FAILED;
}

int _tmain(int argc, TCHAR *argv[])
{
	STARTUPINFO si = {};
	PROCESS_INFORMATION pi;
	DWORD code = 0;
	int result = 1;

	if (argc != 3)
		return 1;
	si.cb = sizeof(si);
	if (!CreateProcess(NULL, argv[2], NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi))
	{
		_tprintf(_T("Unable to start: error %lu\n"), GetLastError());
		return 1;
	}
	if (SayState(pi.hProcess))
	{
		if (!EndsWithin(pi.hProcess, _tcstoul(argv[1], NULL, 10)))
		{
			_putts(_T("Timeout"));
			EndsWithin(pi.hProcess, INFINITE);
		}
		if (SayState(pi.hProcess) && SayState(pi.hProcess))
		{
			GetExitCodeProcess(pi.hProcess, &code);
			_tprintf(_T("exit code: %lu\n"), code);
			result = 0;
		}
	}
	CloseHandle(pi.hProcess);
	CloseHandle(pi.hThread);
	return result;
}

// known-wrong: waits for the first threads of the programs instead of their processes | caught by: FirstAndAll.NamesTheFirstToEnd FirstAndAll.WaitsForAll
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain(int argc, TCHAR *argv[])
{
	HANDLE thread[MAXIMUM_WAIT_OBJECTS];
	DWORD count = (DWORD)argc - 1;

	if (count > MAXIMUM_WAIT_OBJECTS)
	{
		_tprintf(_T("Too many programs\n"));
		return 1;
	}
	for (DWORD i = 0; i < count; i++)
	{
		STARTUPINFO si = {};
		PROCESS_INFORMATION pi;
		si.cb = sizeof(si);
		if (!CreateProcess(NULL, argv[i + 1], NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi))
		{
			_tprintf(_T("Unable to start program %lu: error %lu\n"), i + 1, GetLastError());
			return 1;
		}
		CloseHandle(pi.hProcess);
		thread[i] = pi.hThread;
	}

	DWORD first = WaitForMultipleObjects(count, thread, FALSE, INFINITE);
	if (first == WAIT_FAILED)
	{
		_tprintf(_T("Unable to wait: error %lu\n"), GetLastError());
		return 1;
	}
	_tprintf(_T("first: %lu\n"), first - WAIT_OBJECT_0 + 1);

	DWORD all = WaitForMultipleObjects(count, thread, TRUE, INFINITE);
	if (all == WAIT_FAILED)
	{
		_tprintf(_T("Unable to wait: error %lu\n"), GetLastError());
		return 1;
	}
	_tprintf(_T("all: Signaled\n"));

	for (DWORD i = 0; i < count; i++)
		CloseHandle(thread[i]);
	return 0;
}

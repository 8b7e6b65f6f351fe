// known-wrong: passes the waits an array of PROCESS_INFORMATION, in which thread handles and ids are between the process handles | caught by: FirstAndAll.NamesTheFirstToEnd FirstAndAll.WaitsForAll
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain(int argc, TCHAR *argv[])
{
	PROCESS_INFORMATION pi[MAXIMUM_WAIT_OBJECTS];
	DWORD count = (DWORD)argc - 1;

	if (count > MAXIMUM_WAIT_OBJECTS)
	{
		_tprintf(_T("Too many programs\n"));
		return 1;
	}
	for (DWORD i = 0; i < count; i++)
	{
		STARTUPINFO si = {};
		si.cb = sizeof(si);
		if (!CreateProcess(NULL, argv[i + 1], NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi[i]))
		{
			_tprintf(_T("Unable to start program %lu: error %lu\n"), i + 1, GetLastError());
			return 1;
		}
	}

	DWORD first = WaitForMultipleObjects(count, (HANDLE *)pi, FALSE, INFINITE);
	if (first == WAIT_FAILED)
		_tprintf(_T("Unable to wait: error %lu\n"), GetLastError());
	else
		_tprintf(_T("first: %lu\n"), first - WAIT_OBJECT_0 + 1);

	DWORD all = WaitForMultipleObjects(count, (HANDLE *)pi, TRUE, INFINITE);
	if (all == WAIT_FAILED)
		_tprintf(_T("Unable to wait: error %lu\n"), GetLastError());
	else
		_tprintf(_T("all: Signaled\n"));

	for (DWORD i = 0; i < count; i++)
	{
		CloseHandle(pi[i].hThread);
		CloseHandle(pi[i].hProcess);
	}
	return 0;
}

// known-wrong: treats argc as the number of handles, which is one too many | caught by: FirstAndAll.NamesTheFirstToEnd FirstAndAll.WaitsForAll
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain(int argc, TCHAR *argv[])
{
	HANDLE process[MAXIMUM_WAIT_OBJECTS] = {};
	int count = argc - 1;

	if (count > MAXIMUM_WAIT_OBJECTS)
	{
		_tprintf(_T("Too many programs\n"));
		return 1;
	}
	for (int i = 0; i < count; i++)
	{
		STARTUPINFO si = {};
		PROCESS_INFORMATION pi;
		si.cb = sizeof(si);
		if (!CreateProcess(NULL, argv[i + 1], NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi))
		{
			_tprintf(_T("Unable to start program %d: error %lu\n"), i + 1, GetLastError());
			return 1;
		}
		CloseHandle(pi.hThread);
		process[i] = pi.hProcess;
	}

	DWORD first = WaitForMultipleObjects(argc, process, FALSE, INFINITE);
	DWORD all = first;
	if (first != WAIT_FAILED)
	{
		_tprintf(_T("first: %lu\n"), first - WAIT_OBJECT_0 + 1);
		all = WaitForMultipleObjects(argc, process, TRUE, INFINITE);
	}
	if (all == WAIT_FAILED)
		_tprintf(_T("Unable to wait: error %lu\n"), GetLastError());
	else
		_tprintf(_T("all: Signaled\n"));

	for (int i = 0; i < count; i++)
		CloseHandle(process[i]);
	return all == WAIT_FAILED ? 1 : 0;
}

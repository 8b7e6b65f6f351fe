// known-wrong: prints all: Signaled as soon as the first has ended | caught by: FirstAndAll.WaitsForAll
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain(int argc, TCHAR *argv[])
{
	HANDLE process[MAXIMUM_WAIT_OBJECTS];
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
		CloseHandle(pi.hThread);
		process[i] = pi.hProcess;
	}

	DWORD first = WaitForMultipleObjects(count, process, FALSE, INFINITE);
	if (first == WAIT_FAILED)
	{
		_tprintf(_T("Unable to wait: error %lu\n"), GetLastError());
		return 1;
	}
	_tprintf(_T("first: %lu\n"), first - WAIT_OBJECT_0 + 1);

	_tprintf(_T("all: Signaled\n"));

	for (DWORD i = 0; i < count; i++)
		CloseHandle(process[i]);
	return 0;
}

// also-right: waits for any of those that are left, removes that one, and continues until none is left
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain(int argc, TCHAR *argv[])
{
	HANDLE left[MAXIMUM_WAIT_OBJECTS];
	int number[MAXIMUM_WAIT_OBJECTS], n = 0, result = 0;

	if (argc - 1 > MAXIMUM_WAIT_OBJECTS)
	{
		_putts(_T("Too many."));
		return 1;
	}
	for (int i = 1; i < argc && result == 0; i++)
	{
		STARTUPINFO si = {};
		PROCESS_INFORMATION pi = {};
		si.cb = sizeof(si);
		if (CreateProcess(NULL, argv[i], NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi))
		{
			left[n] = pi.hProcess;
			number[n++] = i;
			CloseHandle(pi.hThread);
		}
		else
		{
			_tprintf(_T("Unable to start, error %lu\n"), GetLastError());
			result = 1;
		}
	}

	const int all = n;
	while (n > 0 && result == 0)
	{
		DWORD which = WaitForMultipleObjects((DWORD)n, left, FALSE, INFINITE);
		if (which >= WAIT_OBJECT_0 + (DWORD)n)
		{
			_tprintf(_T("Unable to wait, error %lu\n"), GetLastError());
			result = 1;
			break;
		}
		if (n == all)
			_tprintf(_T("first: %d\n"), number[which]);
		CloseHandle(left[which]);
		n--;
		left[which] = left[n];
		number[which] = number[n];
	}
	for (int i = 0; i < n; i++)
		CloseHandle(left[i]);
	if (result == 0)
		_putts(_T("all: Signaled"));
	return result;
}

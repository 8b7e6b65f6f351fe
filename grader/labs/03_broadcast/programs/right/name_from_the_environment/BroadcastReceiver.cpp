// also-right: takes the computer's name from the variable COMPUTERNAME
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>

int _tmain()
{
	TCHAR computer[100];
	TCHAR message[213];
	DWORD bytes;

	if (GetEnvironmentVariable(_T("COMPUTERNAME"), computer, 100) == 0)
		return 1;

	HANDLE slot = CreateMailslot(_T("\\\\.\\mailslot\\mailbox"), 424, MAILSLOT_WAIT_FOREVER, NULL);
	if (slot == INVALID_HANDLE_VALUE)
	{
		_tprintf(_T("Unable to create mailslot: %lu\n"), GetLastError());
		return 1;
	}

	while (1)
	{
		ZeroMemory(message, sizeof(message));
		if (!ReadFile(slot, message, sizeof(message) - sizeof(TCHAR), &bytes, NULL))
		{
			_tprintf(_T("Unable to read: %lu\n"), GetLastError());
			CloseHandle(slot);
			return 1;
		}
		if (_tcscmp(message, _T("exit")) == 0)
		{
			_tprintf(_T("GoodBye!\n"));
			break;
		}
		_tprintf(_T("[%s] %s\n\n"), computer, message);
	}

	CloseHandle(slot);
	return 0;
}

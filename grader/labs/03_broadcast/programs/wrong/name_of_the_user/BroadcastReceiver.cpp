// known-wrong: asks for the name of the user instead of the computer | caught by: BroadcastReceiver.NamesItsComputer
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
	TCHAR computer[257] = _T(""), message[500];
	DWORD size = 257, bytes = 0;

	GetUserName(computer, &size);
	HANDLE slot = CreateMailslot(_T("\\\\.\\mailslot\\mailbox"), 0, MAILSLOT_WAIT_FOREVER, NULL);
	if (slot == INVALID_HANDLE_VALUE)
	{
		_tprintf(_T("Unable to create mailslot: error %lu\n"), GetLastError());
		return 1;
	}

	while (ReadFile(slot, message, sizeof(message) - sizeof(TCHAR), &bytes, NULL))
	{
		message[bytes / sizeof(TCHAR)] = 0;
		message[_tcscspn(message, _T("\r\n"))] = 0;
		if (_tcscmp(message, _T("exit")) == 0)
		{
			_putts(_T("GoodBye!"));
			CloseHandle(slot);
			return 0;
		}
		_tprintf(_T("[%s] %s\n"), computer, message);
	}
	_tprintf(_T("Unable to read: error %lu\n"), GetLastError());
	CloseHandle(slot);
	return 1;
}

// known-wrong: prints the message exit, too, before it prints GoodBye! | caught by: MailReceiver.StopsOnExit
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\mailbox")

int _tmain()
{
	TCHAR message[256];
	DWORD bytesRead = 0;
	HANDLE hMailslot = CreateMailslot(SLOT_NAME, 0, MAILSLOT_WAIT_FOREVER, NULL);
	if (hMailslot == INVALID_HANDLE_VALUE)
	{
		_fputts(_T("Unable to create mailslot\n"), stdout);
		return 1;
	}

	while (1)
	{
		if (!ReadFile(hMailslot, message, sizeof(message) - sizeof(TCHAR), &bytesRead, NULL))
		{
			_tprintf(_T("Unable to read: error %lu\n"), GetLastError());
			CloseHandle(hMailslot);
			return 1;
		}
		message[bytesRead / sizeof(TCHAR)] = 0;
		message[_tcscspn(message, _T("\r\n"))] = 0;
		if (_tcscmp(message, _T("exit")) == 0)
		{
			_putts(_T("exit\nGoodBye!"));
			break;
		}
		_tprintf(_T("%s\n"), message);
	}
	CloseHandle(hMailslot);
	return 0;
}

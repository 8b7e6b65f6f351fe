// known-wrong: searches for the newline before the terminator is in place | caught by: MailReceiver.PrintsEveryMessageInOrder
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
	HANDLE mail = CreateMailslot(_T("\\\\.\\mailslot\\mailbox"), 0, MAILSLOT_WAIT_FOREVER, NULL);
	if (mail == INVALID_HANDLE_VALUE)
	{
		_ftprintf(stderr, _T("Unable to create mailslot: error %lu\n"), GetLastError());
		return 1;
	}

	TCHAR line[300];
	DWORD size = 0;
	while (ReadFile(mail, line, 299 * sizeof(TCHAR), &size, NULL))
	{
		line[_tcscspn(line, _T("\r\n"))] = 0;
		line[size / sizeof(TCHAR)] = 0;
		if (_tcscmp(line, _T("exit")) == 0)
		{
			_putts(_T("GoodBye!"));
			CloseHandle(mail);
			return 0;
		}
		_putts(line);
		fflush(stdout);
	}
	_ftprintf(stderr, _T("Unable to read: error %lu\n"), GetLastError());
	CloseHandle(mail);
	return 1;
}

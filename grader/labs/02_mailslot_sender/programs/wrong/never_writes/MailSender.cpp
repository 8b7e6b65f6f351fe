// known-wrong: reads the lines and ends on exit, but never calls WriteFile | caught by: MailSender.SendsEveryLineInOrder
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <string.h>

int _tmain()
{
	TCHAR line[300];
	HANDLE slot = CreateFile(_T("\\\\.\\mailslot\\mailbox"), GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
	if (slot == INVALID_HANDLE_VALUE)
	{
		_tprintf(_T("Unable to open mailslot\n"));
		return 1;
	}

	while (_fgetts(line, 300, stdin) != NULL)
	{
		line[_tcscspn(line, _T("\r\n"))] = 0;
		if (_tcscmp(line, _T("exit")) == 0)
		{
			_putts(_T("GoodBye!"));
			break;
		}
	}
	CloseHandle(slot);
	return 0;
}

// known-wrong: the receiver as printed in books: no newline of its own, a terminator past the end of a full buffer, and only four characters compared, before the text is terminated | caught by: MailReceiver.PrintsEveryMessageInOrder MailReceiver.PrintsALongMessageWhole MailReceiver.StopsOnlyOnExit
#include <windows.h>
#include <stdio.h>
#include <tchar.h>
#include <string.h>

#define MAILSLOT_NAME _T("\\\\.\\mailslot\\mailbox")

int _tmain(int argc, LPTSTR argv[])
{
	HANDLE hSlot;
	TCHAR messageBuf[50];
	DWORD got;

	(void)argc;
	(void)argv;
	hSlot = CreateMailslot(MAILSLOT_NAME, 0, MAILSLOT_WAIT_FOREVER, NULL);
	if (hSlot == INVALID_HANDLE_VALUE)
	{
		_fputts(_T("Unable to create mailslot!\n"), stdout);
		return 1;
	}

	_fputts(_T("---- Messages ----\n"), stdout);
	while (1)
	{
		if (!ReadFile(hSlot, messageBuf, sizeof(TCHAR) * 50, &got, NULL))
		{
			_fputts(_T("Unable to read!\n"), stdout);
			CloseHandle(hSlot);
			return 1;
		}
		if (!_tcsncmp(messageBuf, _T("exit"), 4))
		{
			_fputts(_T("GoodBye!\n"), stdout);
			break;
		}
		messageBuf[got / sizeof(TCHAR)] = 0;
		_fputts(messageBuf, stdout);
	}
	CloseHandle(hSlot);
	return 0;
}

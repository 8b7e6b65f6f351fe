// known-wrong: the sender from the books with its arrays fixed: pieces of 27 characters, exit with its newline, the end of the input unnoticed | caught by: MailSender.SendsEveryLineInOrder MailSender.StopsOnExit MailSender.StopsAtEndOfInput
#include <windows.h>
#include <stdio.h>
#include <tchar.h>
#include <string.h>

#define MAILSLOT_NAME _T("\\\\.\\mailslot\\mailbox")

int _tmain(int argc, LPTSTR argv[])
{
	TCHAR message[28];
	HANDLE hSlot;
	DWORD sent;

	(void)argc;
	(void)argv;
	hSlot = CreateFile(MAILSLOT_NAME, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
	if (hSlot == INVALID_HANDLE_VALUE)
	{
		_fputts(_T("Unable to create mailslot!\n"), stdout);
		return 1;
	}

	while (1)
	{
		_fputts(_T("Command: "), stdout);
		_fgetts(message, sizeof(message) / sizeof(TCHAR), stdin);
		if (!WriteFile(hSlot, message, _tcslen(message) * sizeof(TCHAR), &sent, NULL))
		{
			_fputts(_T("Unable to write!\n"), stdout);
			CloseHandle(hSlot);
			return 1;
		}
		if (!_tcscmp(message, _T("exit")))
		{
			_fputts(_T("GoodBye!\n"), stdout);
			break;
		}
	}
	CloseHandle(hSlot);
	return 0;
}

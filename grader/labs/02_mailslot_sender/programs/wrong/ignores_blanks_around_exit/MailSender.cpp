// known-wrong: treats the first word of a line as the whole of it | caught by: MailSender.StopsOnlyOnExit
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\mailbox")

int _tmain()
{
	TCHAR message[256];
	DWORD written = 0;
	HANDLE hMailslot = CreateFile(SLOT_NAME, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
	if (hMailslot == INVALID_HANDLE_VALUE)
	{
		_fputts(_T("Unable to open mailslot\n"), stdout);
		return 1;
	}

	while (1)
	{
		_fputts(_T("> "), stdout);
		if (_fgetts(message, 256, stdin) == NULL)
			break;
		message[_tcscspn(message, _T("\r\n"))] = 0;
		if (!WriteFile(hMailslot, message, (DWORD)(_tcslen(message) * sizeof(TCHAR)), &written, NULL))
		{
			_tprintf(_T("Unable to write: error %lu\n"), GetLastError());
			CloseHandle(hMailslot);
			return 1;
		}
		TCHAR word[256] = _T("");
		_stscanf(message, _T("%255s"), word);
		if (_tcscmp(word, _T("exit")) == 0)
		{
			_putts(_T("GoodBye!"));
			break;
		}
	}
	CloseHandle(hMailslot);
	return 0;
}

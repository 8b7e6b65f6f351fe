// also-right: reports a message that is larger than its buffer of 201 characters and ends with 1
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define TEXT_LENGTH 201

int _tmain()
{
	HANDLE box;
	TCHAR text[TEXT_LENGTH + 1];
	DWORD bytes = 0;
	int code = 0;

	box = CreateMailslot(_T("\\\\.\\mailslot\\mailbox"), 0, MAILSLOT_WAIT_FOREVER, NULL);
	if (box == INVALID_HANDLE_VALUE)
	{
		_putts(_T("Unable to create mailslot"));
		return 1;
	}
	do
	{
		if (!ReadFile(box, text, TEXT_LENGTH * sizeof(TCHAR), &bytes, NULL))
		{
			if (GetLastError() == ERROR_INSUFFICIENT_BUFFER)
				_putts(_T("Unable to read: the message is too long"));
			else
				_tprintf(_T("Unable to read: error %lu\n"), GetLastError());
			code = 1;
			break;
		}
		text[bytes / sizeof(TCHAR)] = 0;
		text[_tcscspn(text, _T("\r\n"))] = 0;
		if (_tcscmp(text, _T("exit")))
			_putts(text);
		else
			_putts(_T("GoodBye!"));
	} while (_tcscmp(text, _T("exit")));

	CloseHandle(box);
	return code;
}

// known-wrong: messages of any size, and the size of the whole array passed to ReadFile: the terminator of a message that fills the array is written past its end | caught by: MailReceiver.SurvivesAnOversizedMessage
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
	TCHAR message[700];
	DWORD bytes = 0;
	HANDLE slot = CreateMailslot(_T("\\\\.\\mailslot\\mailbox"), 0, MAILSLOT_WAIT_FOREVER, NULL);
	if (slot == INVALID_HANDLE_VALUE)
	{
		_tprintf(_T("Unable to create mailslot\n"));
		return 1;
	}

	while (ReadFile(slot, message, sizeof(message), &bytes, NULL))
	{
		message[bytes / sizeof(TCHAR)] = 0;
		message[_tcscspn(message, _T("\r\n"))] = 0;
		if (_tcscmp(message, _T("exit")) == 0)
		{
			_putts(_T("GoodBye!"));
			CloseHandle(slot);
			return 0;
		}
		_putts(message);
		fflush(stdout);
	}
	_tprintf(_T("Unable to read\n"));
	CloseHandle(slot);
	return 1;
}

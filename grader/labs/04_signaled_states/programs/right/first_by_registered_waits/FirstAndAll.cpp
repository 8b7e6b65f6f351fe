// also-right: prints that it is waiting for all; a callback for each program, the first of which leaves its number; threads of _beginthreadex start them
#include <windows.h>
#include <process.h>
#include <tchar.h>
#include <stdio.h>

struct Child
{
	TCHAR *commandLine;
	PROCESS_INFORMATION info;
	HANDLE registered;
	LONG number;
};

static Child children[MAXIMUM_WAIT_OBJECTS];
static LONG first, left;
static HANDLE firstEnded, allEnded;

static unsigned __stdcall Start(void *parameter)
{
	Child *child = (Child *)parameter;
	STARTUPINFO si = {};
	si.cb = sizeof(si);
	return CreateProcess(NULL, child->commandLine, NULL, NULL, FALSE, 0, NULL, NULL, &si, &child->info) ? 1 : 0;
}

static VOID CALLBACK OnEnd(PVOID context, BOOLEAN)
{
	Child *child = (Child *)context;
	if (InterlockedCompareExchange(&first, child->number, 0) == 0)
		SetEvent(firstEnded);
	if (InterlockedDecrement(&left) == 0)
		SetEvent(allEnded);
}

int _tmain(int argc, TCHAR *argv[])
{
	int count = argc - 1;
	if (count > MAXIMUM_WAIT_OBJECTS)
	{
		_tprintf(_T("Too many programs\n"));
		return 1;
	}
	_tprintf(_T("Waiting for all of %d programs\n"), count);
	firstEnded = CreateEvent(NULL, TRUE, FALSE, NULL);
	allEnded = CreateEvent(NULL, TRUE, FALSE, NULL);
	left = count;
	for (int i = 0; i < count; i++)
	{
		DWORD started = 0;
		children[i].commandLine = argv[i + 1];
		children[i].number = i + 1;
		HANDLE thread = (HANDLE)_beginthreadex(NULL, 0, Start, &children[i], 0, NULL);
		WaitForSingleObject(thread, INFINITE);
		GetExitCodeThread(thread, &started);
		CloseHandle(thread);
		if (!started)
		{
			_tprintf(_T("Unable to start program %d\n"), i + 1);
			return 1;
		}
	}
	for (int i = 0; i < count; i++)
		RegisterWaitForSingleObject(&children[i].registered, children[i].info.hProcess, OnEnd, &children[i], INFINITE, WT_EXECUTEONLYONCE);

	WaitForSingleObject(firstEnded, INFINITE);
	_tprintf(_T("first: %ld\n"), first);
	WaitForSingleObject(allEnded, INFINITE);
	_tprintf(_T("all: Signaled\n"));

	for (int i = 0; i < count; i++)
	{
		UnregisterWaitEx(children[i].registered, INVALID_HANDLE_VALUE);
		CloseHandle(children[i].info.hThread);
		CloseHandle(children[i].info.hProcess);
	}
	CloseHandle(firstEnded);
	CloseHandle(allEnded);
	return 0;
}

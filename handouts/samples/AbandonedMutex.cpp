// AbandonedMutex: a thread ends while it owns a mutex. What does a wait for the mutex return, and what does the next wait return?
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

// Becomes the owner of the mutex, and ends without releasing it.
DWORD WINAPI Forget(void *mutex)
{
    WaitForSingleObject((HANDLE)mutex, INFINITE);
    return 0;
}

const TCHAR *NameOf(DWORD answer)
{
    switch (answer)
    {
    case WAIT_OBJECT_0: return _T("WAIT_OBJECT_0");
    case WAIT_ABANDONED: return _T("WAIT_ABANDONED");
    case WAIT_TIMEOUT: return _T("WAIT_TIMEOUT");
    case WAIT_FAILED: return _T("WAIT_FAILED");
    default: return _T("?");
    }
}

void Tell(const TCHAR *what, DWORD answer)
{
    _tprintf(_T("%-36s 0x%08lX  %s\n"), what, answer, NameOf(answer));
}

int _tmain()
{
    HANDLE mutex = CreateMutex(NULL, FALSE, NULL);
    HANDLE thread = CreateThread(NULL, 0, Forget, mutex, 0, NULL);

    Tell(_T("the thread, until it has ended"), WaitForSingleObject(thread, INFINITE));
    Tell(_T("the thread, once more"), WaitForSingleObject(thread, 0));
    Tell(_T("the mutex that it left behind"), WaitForSingleObject(mutex, 0));
    ReleaseMutex(mutex);
    Tell(_T("the mutex, after it was released"), WaitForSingleObject(mutex, 0));
    ReleaseMutex(mutex);

    CloseHandle(thread);
    CloseHandle(mutex);
    Tell(_T("no object at all (a handle of 0)"), WaitForSingleObject(NULL, 0));
    return 0;
}

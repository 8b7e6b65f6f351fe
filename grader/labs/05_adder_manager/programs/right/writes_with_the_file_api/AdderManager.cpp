// also-right: no C output at all, WriteFile to the standard output; sleeps a little before it waits
#include <windows.h>

static void say(const char *format, DWORD value)
{
    char text[128];
    DWORD written;
    int length = wsprintfA(text, format, value);
    WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), text, (DWORD)length, &written, NULL);
}

static BOOL start(LPCSTR arguments, PROCESS_INFORMATION *pi)
{
    char line[MAX_PATH];
    STARTUPINFOA si;
    GetStartupInfoA(&si);
    wsprintfA(line, "PartAdder.exe %s", arguments);
    if (CreateProcessA(NULL, line, NULL, NULL, FALSE, 0, NULL, NULL, &si, pi))
        return TRUE;
    say("Unable to start PartAdder, error %lu\r\n", GetLastError());
    return FALSE;
}

static BOOL finish(PROCESS_INFORMATION *pi, DWORD *code)
{
    BOOL ok = WaitForSingleObject(pi->hProcess, INFINITE) == WAIT_OBJECT_0 && GetExitCodeProcess(pi->hProcess, code);
    CloseHandle(pi->hThread);
    CloseHandle(pi->hProcess);
    return ok && !(*code & 0x80000000);
}

int main(void)
{
    PROCESS_INFORMATION a, b;
    DWORD x = 0, y = 0;
    if (!start("1 5", &a))
        return -1;
    if (!start("6 10", &b)) {
        finish(&a, &x);
        return -1;
    }
    Sleep(20);
    BOOL first = finish(&a, &x);
    BOOL second = finish(&b, &y);
    if (!first || !second)
        return -1;
    say("return_val1: %lu\r\n", x);
    say("return_val2: %lu\r\n", y);
    say("total: %lu\r\n", x + y);
    return 0;
}

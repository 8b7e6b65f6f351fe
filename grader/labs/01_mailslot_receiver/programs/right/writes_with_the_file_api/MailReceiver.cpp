// also-right: no C output at all, WriteFile to the standard output
#include <windows.h>

static void Say(LPCSTR text)
{
    DWORD written;
    WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), text, (DWORD)lstrlenA(text), &written, NULL);
}

int main(void)
{
    char text[4096 + 2];
    DWORD n;
    HANDLE slot = CreateMailslotA("\\\\.\\mailslot\\mailbox", 4096, MAILSLOT_WAIT_FOREVER, NULL);

    if (slot == INVALID_HANDLE_VALUE) {
        Say("Unable to create mailslot\r\n");
        return 1;
    }
    for (;;) {
        if (!ReadFile(slot, text, 4096, &n, NULL)) {
            Say("Unable to read\r\n");
            CloseHandle(slot);
            return 1;
        }
        while (n > 0 && (unsigned char)text[n - 1] < ' ')
            n--;
        text[n] = '\0';
        if (lstrcmpA(text, "exit") == 0)
            break;
        if (n == 0)
            continue;
        lstrcatA(text, "\n");
        Say(text);
    }
    Say("GoodBye!\r\n");
    CloseHandle(slot);
    return 0;
}

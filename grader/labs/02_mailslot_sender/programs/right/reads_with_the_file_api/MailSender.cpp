// also-right: ReadFile on the standard input, which may bring several lines at once, and no C input or output at all
#include <windows.h>

static char input[4096];
static DWORD inputLength, inputAt;

static void Say(LPCSTR text)
{
    DWORD written;
    WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), text, (DWORD)lstrlenA(text), &written, NULL);
}

/* The next character of the standard input, or -1 at its end. */
static int Next()
{
    if (inputAt == inputLength) {
        inputAt = 0;
        if (!ReadFile(GetStdHandle(STD_INPUT_HANDLE), input, sizeof(input), &inputLength, NULL) || inputLength == 0) {
            inputLength = 0;
            return -1;
        }
    }
    return (unsigned char)input[inputAt++];
}

int main()
{
    WCHAR line[1000];
    HANDLE slot = CreateFileW(L"\\\\.\\mailslot\\mailbox", GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (slot == INVALID_HANDLE_VALUE) {
        Say("Unable to open mailslot\n");
        return 1;
    }
    for (;;) {
        DWORD length = 0, written;
        int c;
        while ((c = Next()) != -1 && c != '\n')
            if (c != '\r' && length < 999)
                line[length++] = (WCHAR)c;
        line[length] = 0;
        if (c == -1 && length == 0)
            break;
        if (!WriteFile(slot, line, length * sizeof(WCHAR), &written, NULL)) {
            Say("Unable to write\n");
            CloseHandle(slot);
            return 1;
        }
        if (lstrcmpW(line, L"exit") == 0) {
            Say("GoodBye!\n");
            break;
        }
        if (c == -1)
            break;
    }
    CloseHandle(slot);
    return 0;
}

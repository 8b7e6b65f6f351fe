// expected: not_gradable ended_unseen or not_gradable stage_disturbed or timed_out loops_forever: allocates all available memory.
#include <windows.h>

int main()
{
    for (;;) {
        char *piece = (char *)VirtualAlloc(NULL, 64 << 20, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
        for (int at = 0; piece != NULL && at < 64 << 20; at += 4096) piece[at] = 1;
        if (piece == NULL) return 1;
    }
}

// Included before a student's source, by MinGW only: wmain becomes main, so that a missing return means 0, in a section for entry.c.
#define wmain __attribute__((section("labwide"))) main

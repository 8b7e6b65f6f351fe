#!/bin/sh
# The tests of the native half's rooms as a Windows program under Wine, for CTest: windows_tests.sh build|run. Exits with 77 if there is no
# build for Windows.
cd -- "$(dirname -- "$0")/.." || exit 2
kit=build/windows-kit
if [ ! -e $kit/grader.exe ]; then
  echo "There is no grader for Windows: the test windows_kit says why."
  exit 77
fi
if [ "$1" = build ]; then exec cmake --build $kit --target grader_tests; fi

# Omits what compiles many programs, which the native tests do too, and what needs more of cl than its stand-in (grader/tests/cl) has: the
# letter case of file names, included files on drive Z:, a limit for memory, and all warnings.
omitted='*AreExplained/*:Snippets/VisualCpp.*:CompilerWarnings.OfStubsAndSolutionsAreNone'
omitted=$omitted:Build.FindsHeadersAsWindowsDoes:Build.ShowsNothingOfFilesThatWereNotHandedIn:Build.SurvivesAnIncludeWithoutEnd
export WINEPATH="Z:$PWD/build/mingw/cl" INCLUDE='Z:\usr' VSCMD_ARG_TGT_ARCH=x64
mkdir -p $kit/tmp  # the stand-in reads only drive Z:, and Wine takes no TMP from the environment
exec sh grader/compile/wine cmd.exe /d /c "set TMP=Z:$PWD/$kit/tmp&build\\windows-kit\\grader_tests.exe --gtest_filter=-$omitted"

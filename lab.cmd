@echo off
rem The command that people type on Windows. If the kit contains the built grader (bin\), only Visual Studio's compiler is needed, for your
rem programs; otherwise, it builds the grader first, as "lab --build ..." does in any kit with sources. "lab test" tests such a kit. Written
rem for Visual Studio 2022 and later with "Desktop development with C++". Tested under Wine, not on Windows.
setlocal
set "LAB_ROOT=%~dp0"
set "LAB_ROOT=%LAB_ROOT:~0,-1%"
set "build=%LAB_ROOT%\build\windows"
set "grader=%build%\grader.exe"
set "brought="
if /i "%~1"=="--build" goto :from_source
if not defined LAB_FROM_SOURCE if exist "%LAB_ROOT%\bin\grader.exe" set "brought=yes"
if defined brought set "grader=%LAB_ROOT%\bin\grader.exe"

rem The overview is requested often and must appear at once, so nothing is rebuilt for it. The commands below compile nothing.
if "%~1"=="" if exist "%grader%" goto :run
if defined brought for %%c in (hint show judge handouts --help -h --version) do if /i "%~1"=="%%c" goto :run

rem A Developer prompt targets x86 unless another target was requested, and the kit is 64-bit.
if /i "%VSCMD_ARG_TGT_ARCH%"=="x64" where cl.exe >nul 2>nul && goto :compiler_found
set "vswhere=%ProgramFiles(x86)%\Microsoft Visual Studio\Installer\vswhere.exe"
if not exist "%vswhere%" goto :no_visual_studio
set "vs="
for /f "usebackq delims=" %%p in (`"%vswhere%" -latest -prerelease -products * -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 -property installationPath`) do set "vs=%%p"
if not defined vs goto :no_visual_studio
call "%vs%\VC\Auxiliary\Build\vcvars64.bat" >nul
if errorlevel 1 goto :no_visual_studio
if /i not "%VSCMD_ARG_TGT_ARCH%"=="x64" goto :no_x64

:compiler_found
if defined brought goto :run
if not exist "%LAB_ROOT%\CMakeLists.txt" goto :no_sources
if not exist "%LAB_ROOT%\grader\cli\main.cpp" goto :no_sources
if not exist "%LAB_ROOT%\build" mkdir "%LAB_ROOT%\build"
set "targets=grader stage probe standin"
if /i "%~1"=="test" if exist "%LAB_ROOT%\solutions" set "targets=all"
pushd "%LAB_ROOT%"
rem Configure again if the kit was moved or the compiler has changed.
if exist "%build%\CMakeCache.txt" (
  findstr /i /x /l /c:"CMAKE_HOME_DIRECTORY:INTERNAL=%LAB_ROOT:\=/%" "%build%\CMakeCache.txt" >nul || rmdir /s /q "%build%"
)
if exist "%build%\compiler.txt" if defined VCToolsVersion (
  findstr /i /x /l /c:"%VCToolsVersion%" "%build%\compiler.txt" >nul || rmdir /s /q "%build%"
)
if not exist "%build%\build.ninja" (
  cmake --preset windows >"%LAB_ROOT%\build\windows.log" 2>&1
  if errorlevel 1 goto :does_not_build
  >"%build%\compiler.txt" echo %VCToolsVersion%
)
if not exist "%build%\grader.exe" goto :first_build
cmake --build "%build%" --target %targets% >"%LAB_ROOT%\build\windows.log" 2>&1
if errorlevel 1 goto :does_not_build
popd
goto :run

rem This takes minutes: ninja shows its progress on one line of the console, and errors below it.
:first_build
call :say building "building the grader; the first time takes some minutes."
cmake --build "%build%" --target %targets% 1>&2
if errorlevel 1 (
  popd
  call :say see_above "could not build the kit; see the messages above."
  exit /b 2
)
popd

:run
if /i "%~1"=="test" goto :test
"%grader%" %*
exit /b %errorlevel%

:test
if defined brought (
  call :say no_tests "this kit has no tests of its own. To find out whether it works here, type: lab check"
  exit /b 2
)
set "arguments="
:next_of_test
shift
if not "%~1"=="" (
  set "arguments=%arguments% %1"
  goto :next_of_test
)
ctest --test-dir "%build%" --output-on-failure -LE yours%arguments%
exit /b %errorlevel%

rem %* is not affected by shift, so this file is called again without the first argument.
:from_source
set "LAB_FROM_SOURCE=yes"
set "arguments="
:next_of_build
shift
if not "%~1"=="" (
  set "arguments=%arguments% %1"
  goto :next_of_build
)
"%~f0"%arguments%

:no_sources
call :say no_sources "this kit has no sources for the grader. Use the student kit or a clone, or omit --build to use the grader in bin."
exit /b 2

rem Programs that were built earlier can still be judged.
:no_visual_studio
if defined brought if not "%~1"=="watch" goto :run
call :say no_compiler "Visual Studio's C++ compiler was not found. Install Visual Studio with 'Desktop development with C++', then try again."
echo https://visualstudio.microsoft.com/downloads/ 1>&2
exit /b 2

:no_x64
call :say no_x64 "Visual Studio did not set up its x64 compiler. Add 'MSVC x64/x86 build tools' in the Visual Studio Installer, then try again."
exit /b 2

:does_not_build
popd
type "%LAB_ROOT%\build\windows.log" 1>&2
call :say see_log "could not build the kit; see the log above. (build\windows.log)"
exit /b 2

rem say KEY ENGLISH: in Korean if the console uses code page 949, the encoding of cmake\lab.ko.txt, which has each sentence after its key.
rem This file is ASCII.
:say
setlocal
set "said=%~2"
set "page="
for /f "tokens=2 delims=:." %%p in ('chcp') do set /a "page=%%p"
if "%page%"=="949" if exist "%LAB_ROOT%\cmake\lab.ko.txt" for /f "usebackq tokens=1* delims=:" %%a in ("%LAB_ROOT%\cmake\lab.ko.txt") do if "%%a"=="%~1" set "said=%%b"
echo lab: %said% 1>&2
exit /b

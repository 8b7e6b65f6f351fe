@echo off
rem The one command people type on Windows: finds Visual Studio, builds what the grader needs, runs it. "lab test" tests the kit itself.
rem Written for Visual Studio 2022 and later with "Desktop development with C++"; not yet tested on Windows.
setlocal
set "LAB_ROOT=%~dp0"
set "LAB_ROOT=%LAB_ROOT:~0,-1%"
set "build=%LAB_ROOT%\build\windows"

rem The overview is asked for often and must appear at once, so nothing is rebuilt for it.
if "%~1"=="" if exist "%build%\grader.exe" goto :run

rem A Developer prompt is for x86 unless it was asked for another target, and the kit is 64-bit.
if /i "%VSCMD_ARG_TGT_ARCH%"=="x64" where /q cl.exe && where /q ninja.exe && goto :ready
set "vswhere=%ProgramFiles(x86)%\Microsoft Visual Studio\Installer\vswhere.exe"
if not exist "%vswhere%" goto :no_visual_studio
set "vs="
for /f "usebackq delims=" %%p in (`"%vswhere%" -latest -prerelease -products * -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 -property installationPath`) do set "vs=%%p"
if not defined vs goto :no_visual_studio
call "%vs%\VC\Auxiliary\Build\vcvars64.bat" >nul
if errorlevel 1 goto :no_visual_studio

:ready
if not exist "%LAB_ROOT%\build" mkdir "%LAB_ROOT%\build"
set "targets=grader stage probe standin"
if /i "%~1"=="test" if exist "%LAB_ROOT%\solutions" set "targets=all"
pushd "%LAB_ROOT%"
rem A kit that was moved is configured anew.
if exist "%build%\CMakeCache.txt" (
  findstr /i /x /l /c:"CMAKE_HOME_DIRECTORY:INTERNAL=%LAB_ROOT:\=/%" "%build%\CMakeCache.txt" >nul || rmdir /s /q "%build%"
)
if not exist "%build%\build.ninja" (
  cmake --preset windows >"%LAB_ROOT%\build\windows.log" 2>&1
  if errorlevel 1 goto :does_not_build
)
if not exist "%build%\grader.exe" goto :first_build
cmake --build "%build%" --target %targets% >"%LAB_ROOT%\build\windows.log" 2>&1
if errorlevel 1 goto :does_not_build
popd
goto :run

rem It takes minutes: ninja shows its progress on one line of the console, and errors below it.
:first_build
echo lab: building the grader; the first time takes some minutes. 1>&2
cmake --build "%build%" --target %targets% 1>&2
if errorlevel 1 (
  popd
  echo lab: the kit does not build; the messages above say where. 1>&2
  exit /b 2
)
popd

:run
if /i not "%~1"=="test" (
  "%build%\grader.exe" %*
  exit /b
)
set "arguments="
:next_argument
shift
if not "%~1"=="" (
  set "arguments=%arguments% %1"
  goto :next_argument
)
ctest --test-dir "%build%" --output-on-failure -LE yours%arguments%
exit /b

:no_visual_studio
echo lab: Visual Studio's C++ compiler is not here. Install Visual Studio with "Desktop development with C++", then try again. 1>&2
echo https://visualstudio.microsoft.com/downloads/ 1>&2
exit /b 2

:does_not_build
popd
type "%LAB_ROOT%\build\windows.log" 1>&2
echo lab: the kit does not build; the log above says where. ("%LAB_ROOT%\build\windows.log") 1>&2
exit /b 2

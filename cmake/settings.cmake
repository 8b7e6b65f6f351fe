# The compile settings for every target of the kit.
set(CMAKE_C_STANDARD 17)  # GCC 15 and later default to C23, in which main() means main(void)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)  # CMake 3.28 and later scan every C++20 source for modules; the kit has none
set(CMAKE_MSVC_RUNTIME_LIBRARY "MultiThreaded$<$<CONFIG:Debug>:Debug>")
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release)
endif()
option(LAB_FAST_GRADER "optimize the grader, which compiles three times as long then" OFF)
if(CMAKE_HOST_UNIX AND NOT LAB_CROSS_GRADER AND NOT LAB_FAST_GRADER)
  # The first verdict after a clone waits for this build; only the probe, which executes a student's calls, is worth the time for
  # optimizing.
  set(CMAKE_CXX_FLAGS_RELEASE "-O0 -DNDEBUG")
elseif(NOT MSVC)
  set(CMAKE_CXX_FLAGS_RELEASE "-O1 -DNDEBUG")
endif()

# Makes GCC and clang warn about what Visual Studio's /W4 reports: lossy conversions (C4244, C4267), signs (C4018), shadowed names
# (C4456..C4459).
option(LAB_STRICT "the warnings of Visual Studio's /W4 from GCC and clang, in the Windows half and the labs" OFF)
set(lab_strict)
if(LAB_STRICT AND NOT MSVC)
  set(lab_strict -Wall -Wextra -pedantic -Wshadow -Wconversion -Wno-sign-conversion)
endif()

# The rooms link this; third-party libraries do not.
add_library(lab_settings INTERFACE)
target_include_directories(lab_settings INTERFACE "${CMAKE_SOURCE_DIR}/grader")
if(MSVC)
  target_compile_options(lab_settings INTERFACE /W4 /utf-8 /permissive- /EHsc /bigobj)
  target_compile_definitions(lab_settings INTERFACE _CRT_SECURE_NO_WARNINGS)  # for std::getenv, which has no standard replacement
else()
  # With -Werror=switch, adding an enumerator requires updating every switch over that type. -Wno-restrict: GCC 12 mistakes "text" + string
  # for overlapping memory (GCC bug 105651).
  target_compile_options(lab_settings INTERFACE ${lab_strict} -Wall -Wextra -Werror=switch $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
endif()
if(WIN32)
  target_compile_definitions(lab_settings INTERFACE UNICODE _UNICODE NOMINMAX WIN32_LEAN_AND_MEAN _WIN32_WINNT=0x0A00)
endif()
if(MINGW)
  # A program of the kit must start in any folder and any prefix, so it must not need the compiler's DLLs.
  target_link_options(lab_settings INTERFACE -static)
endif()
if(LAB_CROSS_GRADER)
  # The same sources must produce the same bytes, wherever and whenever they are built.
  add_link_options(-Wl,--no-insert-timestamp)
  add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=" "-ffile-prefix-map=${CMAKE_BINARY_DIR}/=")  # the last matching one is used
endif()

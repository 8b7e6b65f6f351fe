# What every target of the kit is compiled with.
set(CMAKE_C_STANDARD 17)  # GCC 15 and later take C for C23, where main() is main(void)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)  # CMake 3.28 and later preprocess every C++20 source to look for modules; the kit has none
set(CMAKE_MSVC_RUNTIME_LIBRARY "MultiThreaded$<$<CONFIG:Debug>:Debug>")
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release)
endif()
option(LAB_FAST_GRADER "optimize the grader, which compiles three times as long then" OFF)
if(CMAKE_HOST_UNIX AND NOT LAB_CROSS_GRADER AND NOT LAB_FAST_GRADER)
  # The first verdict after a clone waits for this build; only the probe, whose calls are a student's, is worth the time that optimizing takes.
  set(CMAKE_CXX_FLAGS_RELEASE "-O0 -DNDEBUG")
elseif(NOT MSVC)
  set(CMAKE_CXX_FLAGS_RELEASE "-O1 -DNDEBUG")
endif()

# What Visual Studio's /W4 warns of, said to GCC and clang: conversions that lose (C4244, C4267), signs (C4018), shadowed names (C4456..C4459).
option(LAB_STRICT "the warnings of Visual Studio's /W4 from GCC and clang, in the Windows half and the labs" OFF)
set(lab_strict)
if(LAB_STRICT AND NOT MSVC)
  set(lab_strict -Wall -Wextra -pedantic -Wshadow -Wconversion -Wno-sign-conversion)
endif()

# The rooms link this; third parties do not.
add_library(lab_settings INTERFACE)
target_include_directories(lab_settings INTERFACE "${CMAKE_SOURCE_DIR}/grader")
if(MSVC)
  target_compile_options(lab_settings INTERFACE /W4 /utf-8 /permissive- /EHsc /bigobj)
  target_compile_definitions(lab_settings INTERFACE _CRT_SECURE_NO_WARNINGS)  # std::getenv, which has no standard successor
else()
  # A switch over all values of a kind asks what a new one is.
  # GCC 12 takes "text" + string for overlapping memory (its bug 105651).
  target_compile_options(lab_settings INTERFACE ${lab_strict} -Wall -Wextra -Werror=switch $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
endif()
if(WIN32)
  target_compile_definitions(lab_settings INTERFACE UNICODE _UNICODE NOMINMAX WIN32_LEAN_AND_MEAN _WIN32_WINNT=0x0A00)
endif()
if(MINGW)
  # A program of the kit must start in any folder and in any prefix: no DLLs of the compiler's.
  target_link_options(lab_settings INTERFACE -static)
endif()
if(LAB_CROSS_GRADER)
  # The same sources give the same bytes, wherever and whenever they are built.
  add_link_options(-Wl,--no-insert-timestamp)
  add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=" "-ffile-prefix-map=${CMAKE_BINARY_DIR}/=")  # the last that fits counts
endif()

# Tests of the whole kit: its command line, its known-wrong programs, and each check of each lab as a separate test (also for Visual
# Studio's Test Explorer). They start Windows programs; on Linux, these are in build/mingw, which `lab test` builds as well.

set(LAB_ENVIRONMENT "LAB_ROOT=${CMAKE_SOURCE_DIR}")

# add_kit_tests(NAME LINKS ROOM...): grader/tests/kit_*_test.cpp, which run the grader as a user does.
function(add_kit_tests name)
  cmake_parse_arguments(arg "" "" "LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/grader/tests/kit_*_test.cpp")
  if(NOT TARGET class)
    list(FILTER sources EXCLUDE REGEX "/kit_(class[^/]*|outputs)_test\\.cpp$")
  endif()
  if(NOT sources)
    return()
  endif()
  if(WIN32)
    list(APPEND sources "${CMAKE_SOURCE_DIR}/grader/cli/host_windows.cpp")
  else()
    list(APPEND sources "${CMAKE_SOURCE_DIR}/grader/cli/host_posix.cpp")
  endif()
  list(APPEND sources "${CMAKE_SOURCE_DIR}/grader/cli/work_folder.cpp")
  add_executable(${name} ${sources})
  existing(links ${arg_LINKS})
  target_link_libraries(${name} PRIVATE lab_settings third_gmock GTest::gmock_main third_json ${links})
  target_compile_definitions(${name} PRIVATE LAB_SOURCE_DIR="${CMAKE_SOURCE_DIR}" LAB_GRADER="$<TARGET_FILE:grader>"
    LAB_WINDOWS_KIT="${CMAKE_BINARY_DIR}/windows_kit" LAB_PICTURES="${CMAKE_BINARY_DIR}/pictures")
  use_common_headers(${name})
  if(NOT WIN32)
    add_library(jumping_clock MODULE "${CMAKE_SOURCE_DIR}/grader/tests/jumping_clock.cpp")
    target_link_libraries(jumping_clock PRIVATE lab_settings)
    target_compile_definitions(${name} PRIVATE LAB_JUMPING_CLOCK="$<TARGET_FILE:jumping_clock>")
    add_dependencies(${name} jumping_clock)
  endif()
  describe(${name} NARROW)
  add_dependencies(${name} grader)
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 120 TEST_FILTER "-KitLan.*:*KitMachine*:KitPackage.*:KitWindows.*"
    PROPERTIES LABELS wine TIMEOUT 900)
  # There can be only one LAN on a machine.
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 120 TEST_FILTER "KitLan.*" TEST_LIST ${name}_lan
    PROPERTIES LABELS wine TIMEOUT 900 RESOURCE_LOCK lan)
  if(EXISTS "${CMAKE_SOURCE_DIR}/solutions")
    set(kits "${CMAKE_BINARY_DIR}/source_kits")
    add_test(NAME source_kits COMMAND grader package --lang en --only sources --out "${kits}")
    set_tests_properties(source_kits PROPERTIES ENVIRONMENT "${LAB_ENVIRONMENT}" LABELS wine TIMEOUT 900 FIXTURES_SETUP source_kits
      SKIP_REGULAR_EXPRESSION "Neither git nor MANIFEST.txt")
    gtest_discover_tests(${name} DISCOVERY_TIMEOUT 120 TEST_FILTER "KitPackage.*" TEST_LIST ${name}_packages
      PROPERTIES LABELS wine TIMEOUT 900 FIXTURES_REQUIRED source_kits ENVIRONMENT "LAB_SOURCE_KITS=${kits}")
  endif()
  # Builds the grader for Windows, which takes minutes the first time. If Debian's sources cannot be fetched, this is skipped, and so are
  # the tests of the kit.
  if(NOT WIN32 AND EXISTS "${CMAKE_SOURCE_DIR}/solutions")
    add_test(NAME windows_kit COMMAND grader package --lang en --only windows --out "${CMAKE_BINARY_DIR}/windows_kit")
    set_tests_properties(windows_kit PROPERTIES ENVIRONMENT "${LAB_ENVIRONMENT}" LABELS wine TIMEOUT 3600 PROCESSORS 2
      FIXTURES_SETUP windows_kit SKIP_REGULAR_EXPRESSION "The programs for Windows cannot be built here;Neither git nor MANIFEST.txt")
    gtest_discover_tests(${name} DISCOVERY_TIMEOUT 120 TEST_FILTER "KitWindows.*" TEST_LIST ${name}_windows
      PROPERTIES LABELS wine TIMEOUT 900 FIXTURES_REQUIRED windows_kit)
    # The tests of its rooms, which take three minutes of two processors to build the first time.
    set(windows_tests sh "${CMAKE_SOURCE_DIR}/cmake/windows_tests.sh")
    add_test(NAME windows_rooms.built COMMAND ${windows_tests} build)
    set_tests_properties(windows_rooms.built PROPERTIES LABELS wine TIMEOUT 3600 PROCESSORS 2 SKIP_RETURN_CODE 77
      FIXTURES_REQUIRED windows_kit FIXTURES_SETUP windows_rooms)
    foreach(shard 0 1)
      add_test(NAME windows_rooms.${shard} COMMAND ${windows_tests} run)
      set_tests_properties(windows_rooms.${shard} PROPERTIES LABELS wine TIMEOUT 900 SKIP_RETURN_CODE 77 FIXTURES_REQUIRED windows_rooms
        ENVIRONMENT "GTEST_TOTAL_SHARDS=2;GTEST_SHARD_INDEX=${shard}")
    endforeach()
  endif()
  # These stop all of the kit's Windows programs for a while, and keep the processors busy.
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 120 TEST_FILTER "*KitMachine*" TEST_LIST ${name}_machine
    PROPERTIES LABELS wine TIMEOUT 900 RUN_SERIAL TRUE)
endfunction()

# add_kit_test(NAME COMMAND...): the grader with these arguments must exit with 0.
function(add_kit_test name)
  add_test(NAME ${name} COMMAND grader ${ARGN})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "${LAB_ENVIRONMENT}" TIMEOUT 120)
endfunction()

# add_recording(TEST SHELF NUMBER LABELS [FROM]): records the programs of a lab, or those in the folder FROM, into recorded/SHELF/NUMBER;
# fails only if the grader cannot do so.
function(add_recording test shelf number labels)
  set(runs "${CMAKE_BINARY_DIR}/recorded/${shelf}/${number}")
  add_test(NAME ${test} COMMAND "${CMAKE_COMMAND}" -D "GRADER=$<TARGET_FILE:grader>" -D LAB=${number} -D SHELF=${shelf} -D "RUNS=${runs}"
    -D "FROM=${ARGN}" -P "${CMAKE_SOURCE_DIR}/cmake/record.cmake")
  set_tests_properties(${test} PROPERTIES ENVIRONMENT "${LAB_ENVIRONMENT}" TIMEOUT 300 LABELS "${labels}" RESOURCE_LOCK ${shelf}.${number})
endfunction()

# add_checks_of(FOLDER SHELF PREFIX LABELS): records the programs of SHELF/FOLDER once, then judges that recording check by check. CTest
# reads the list of checks from cmake/labs.cmake (cmake/checks_of.cmake), so a check that `lab cut` adds there becomes a new test without
# another configure.
function(add_checks_of folder shelf prefix labels)
  string(REGEX REPLACE "_.*" "" number "${folder}")
  set(runs "${CMAKE_BINARY_DIR}/recorded/${shelf}/${number}")
  set(record "${prefix}record.${number}")
  add_recording(${record} ${shelf} ${number} "wine;${labels}")
  set_tests_properties(${record} PROPERTIES FIXTURES_SETUP ${record})
  set(checks "${CMAKE_BINARY_DIR}/recorded/${shelf}.${number}.cmake")
  file(GENERATE OUTPUT "${checks}" CONTENT "\
set(folder [[${folder}]])
set(grader [[$<TARGET_FILE:grader>]])
set(runs [[${runs}]])
set(prefix [[${prefix}${number}.]])
set(properties ENVIRONMENT [[${LAB_ENVIRONMENT}]] TIMEOUT 120 FIXTURES_REQUIRED ${record} LABELS ${labels})
include([[${CMAKE_SOURCE_DIR}/cmake/checks_of.cmake]])
")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${checks}")
endfunction()

# A stub fails its checks until it is solved, so `lab test` excludes the label `yours`.
option(LAB_STUDENT_TESTS "each check of the programs in labs/ as a test too" ${WIN32})

# A student kit has no solutions to test the grader with. Its test for a lab, works.NN, shows whether the grader works on this machine: the
# contents of labs/ are built, run and judged, whatever they are.
function(add_tests_of_labs)
  if(EXISTS "${CMAKE_SOURCE_DIR}/solutions")
    add_kit_test(cut cut --check)
    add_kit_test(handouts handouts --check)
    set_tests_properties(handouts PROPERTIES LABELS wine TIMEOUT 1200 PROCESSORS 2)
    add_kit_test(selftest selftest)
    set_tests_properties(selftest PROPERTIES LABELS wine TIMEOUT 1800 PROCESSORS 2)
    add_kit_test(mutants selftest --mutants --sample 60)  # a different sample each day
    set_tests_properties(mutants PROPERTIES LABELS wine TIMEOUT 1800 PROCESSORS 2)
  endif()
  foreach(folder IN LISTS labs)
    if(EXISTS "${CMAKE_SOURCE_DIR}/solutions")
      add_checks_of(${folder} solutions "" solutions)
    else()
      string(REGEX REPLACE "_.*" "" number "${folder}")
      add_recording(works.${number} labs ${number} wine "${CMAKE_SOURCE_DIR}/labs/${folder}")
    endif()
    if(LAB_STUDENT_TESTS)
      add_checks_of(${folder} labs "labs." yours)
    endif()
  endforeach()
endfunction()

# Downloads axe-core, once, for the tests that check the pages' accessibility: cmake -D "FOLDER=..." -D "LIST=..." -P axe.cmake
# LIST is the folder with package.json and package-lock.json, which specify the version and its hash. Without npm or a network, the tests
# are skipped.

if(DEFINED ENV{LAB_AXE})
  message(STATUS "axe-core is $ENV{LAB_AXE}")
  return()
endif()

set(missing "axe-core is not there, so the pages' accessibility is not tested. Install npm and connect to a network, or set LAB_AXE to an axe.min.js.")
file(SHA256 "${LIST}/package-lock.json" wanted)
if(EXISTS "${FOLDER}/fetched")
  file(READ "${FOLDER}/fetched" fetched)
  if(fetched STREQUAL wanted)
    return()
  endif()
endif()
find_program(npm npm)
if(NOT npm)
  message(STATUS "${missing}")
  return()
endif()
file(REMOVE_RECURSE "${FOLDER}")
file(COPY "${LIST}/package.json" "${LIST}/package-lock.json" DESTINATION "${FOLDER}")
execute_process(COMMAND "${npm}" ci --ignore-scripts --no-audit --no-fund --no-update-notifier --fetch-retries=0 --fetch-timeout=60000
  WORKING_DIRECTORY "${FOLDER}" TIMEOUT 180 RESULT_VARIABLE status OUTPUT_VARIABLE words ERROR_VARIABLE words)
if(NOT status EQUAL 0)
  message(STATUS "${words}")
  message(STATUS "${missing}")
  return()
endif()
file(WRITE "${FOLDER}/fetched" "${wanted}")

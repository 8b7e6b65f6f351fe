# cmake -D GRADER=... -D LAB=05 -D SHELF=solutions|labs -D RUNS=FOLDER [-D FROM=FOLDER] -P record.cmake: saves the recordings of a lab's
# programs in RUNS, and deletes older ones. FROM: the folder of the programs; with it, the student's progress is not changed. A failed check
# is not a failure here, because the tests that judge the recordings report it; this fails only if the grader cannot do its work.
set(shelf)
if(SHELF STREQUAL "solutions")
  set(shelf --solutions)
elseif(FROM)
  set(shelf --from "${FROM}" --no-box)
endif()
file(REMOVE_RECURSE "${RUNS}")
execute_process(COMMAND "${GRADER}" check ${LAB} ${shelf} --runs "${RUNS}" RESULT_VARIABLE status)
if(NOT status MATCHES "^[01]$")
  message(FATAL_ERROR "The programs of lab ${LAB} could not be recorded (${status}); the grader says why above.")
endif()

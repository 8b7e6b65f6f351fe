# cmake -D GRADER=... -D LAB=05 -D SHELF=solutions|labs -D RUNS=FOLDER [-D FROM=FOLDER] -P record.cmake: keeps the recordings of a lab's programs in RUNS,
# and no older ones. FROM: of the programs there, which leaves the student's progress as it is.
# A failed check is no failure here: the tests that judge the recordings report it. Only a grader that could not do its work is.
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

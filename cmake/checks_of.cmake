# Read by CTest when it collects tests: adds one for each check of a lab listed in cmake/labs.cmake. Input: folder, grader, runs, prefix,
# properties.
include("${CMAKE_CURRENT_LIST_DIR}/labs.cmake")
foreach(check IN LISTS checks_of_${folder})
  add_test("${prefix}${check}" "${grader}" judge "${runs}" --only ${check})
  set_tests_properties("${prefix}${check}" PROPERTIES ${properties})
endforeach()

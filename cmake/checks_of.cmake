# Read by CTest when it looks for tests: one for each check of a lab, as cmake/labs.cmake lists them. Given: folder, grader, runs, prefix, properties.
include("${CMAKE_CURRENT_LIST_DIR}/labs.cmake")
foreach(check IN LISTS checks_of_${folder})
  add_test("${prefix}${check}" "${grader}" judge "${runs}" --only ${check})
  set_tests_properties("${prefix}${check}" PROPERTIES ${properties})
endforeach()

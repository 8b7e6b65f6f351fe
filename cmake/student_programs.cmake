# The programs of the labs as targets, both in kits that build the grader and in the kit that contains it.

# Adds a student's program, named after its source, in `folder` of the build. It is built the way the grader builds it, so that both produce
# the same program. A missing source is ignored.
function(add_student_program target source folder)
  get_filename_component(source "${source}" ABSOLUTE BASE_DIR "${CMAKE_SOURCE_DIR}")
  if(NOT EXISTS "${source}")
    return()
  endif()
  get_filename_component(program "${source}" NAME_WE)
  add_executable(${target} "${source}")
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME "${program}" RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/${folder}" FOLDER "${folder}" CXX_EXTENSIONS ON)
  target_compile_definitions(${target} PRIVATE UNICODE _UNICODE _CONSOLE)
  # Unfinished TODOs do not use the parameters of their functions yet, so there is no warning about these.
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /wd4100 /utf-8 /EHsc)
  elseif(TARGET student_entry)
    target_link_libraries(${target} PRIVATE student_entry)
    target_compile_options(${target} PRIVATE ${lab_strict} -Wno-unused-parameter)
  endif()
endfunction()

# add_lab(NN_name): adds a target for each .cpp in labs/NN_name and solutions/NN_name; the programs of a folder are built into the same
# folder, because they start each other. A program whose source contains the name of an earlier one in cmake/labs.cmake also builds that
# one, because Visual Studio builds only what it starts.
function(add_lab name)
  string(REGEX REPLACE "_.*" "" number "${name}")
  foreach(shelf labs solutions)
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${shelf}/${name}/*.cpp")
    foreach(source IN LISTS sources)
      get_filename_component(program "${source}" NAME_WE)
      add_student_program("${shelf}_${number}_${program}" "${source}" "${shelf}/${name}")
    endforeach()
    set(earlier)
    foreach(program IN LISTS programs_of_${name})
      set(target "${shelf}_${number}_${program}")
      foreach(other IN LISTS earlier)
        if(TARGET ${target} AND TARGET ${shelf}_${number}_${other})
          file(STRINGS "${CMAKE_SOURCE_DIR}/${shelf}/${name}/${program}.cpp" named REGEX "${other}")
          if(named)
            add_dependencies(${target} ${shelf}_${number}_${other})
          endif()
        endif()
      endforeach()
      list(APPEND earlier ${program})
    endforeach()
  endforeach()
endfunction()

# start_up_list(launch.vs.json): the programs that Together starts according to the entries are built with Together.
function(start_up_list file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${file}")
  file(READ "${CMAKE_SOURCE_DIR}/${file}" text)
  string(REGEX MATCHALL "\"labs/[0-9]+_[a-z0-9_]+/[A-Za-z0-9_]+" started "${text}")
  foreach(program IN LISTS started)
    string(REGEX REPLACE "\"labs/([0-9]+)_.*/(.*)" "labs_\\1_\\2" target "${program}")
    if(NOT TARGET ${target})
      message(FATAL_ERROR "${file} starts ${target}, which is no program of this kit.")
    endif()
    add_dependencies(Together ${target})
  endforeach()
endfunction()

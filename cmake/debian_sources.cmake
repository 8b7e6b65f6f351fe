# Fetches Debian's own source packages, to build libraries for Windows that Debian provides only for Linux; apt verifies their origin.

# Runs apt with separate lists and settings: this does not change the machine's configuration, and needs no special rights. `ok`: it
# succeeded.
function(private_apt ok)
  set(apt "${CMAKE_BINARY_DIR}/apt")
  execute_process(COMMAND apt-get -o Dir::Etc::sourcelist=${apt}/sources.list -o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists=${apt}/lists
      -o Dir::Cache=${apt}/cache -o APT::Sandbox::User= -o Acquire::Languages=none ${ARGN}
    WORKING_DIRECTORY "${apt}" RESULT_VARIABLE failed OUTPUT_FILE "${apt}/log" ERROR_FILE "${apt}/errors")
  if(failed)
    set(${ok} OFF PARENT_SCOPE)
  else()
    set(${ok} ON PARENT_SCOPE)
  endif()
endfunction()

# debian_source(PACKAGE VARIABLE): sets the cache variable to the folder with the package's original source, unless it is set already.
# Leaves it unset if there is no apt or no network.
function(debian_source package variable)
  if(${variable})
    return()
  endif()
  set(apt "${CMAKE_BINARY_DIR}/apt")
  file(MAKE_DIRECTORY "${apt}/lists/partial" "${apt}/cache/archives/partial" "${apt}/${package}")
  if(NOT EXISTS "${apt}/sources.list")
    # The machine's own mirrors.
    execute_process(OUTPUT_VARIABLE mirrors ERROR_QUIET RESULT_VARIABLE failed
      COMMAND apt-get indextargets --format "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(REPO_URI) $(RELEASE) main"
        "Created-By: Packages" "Origin: Debian" "Component: main")
    if(failed OR NOT mirrors)
      message(STATUS "apt knows no mirror of Debian's; \"apt-get update\" may help.")
      return()
    endif()
    file(WRITE "${apt}/sources.list" "${mirrors}")
    private_apt(ok update)
    if(NOT ok)
      file(REMOVE "${apt}/sources.list")
      message(STATUS "Debian's list of sources could not be fetched; ${apt}/errors says why.")
      return()
    endif()
  endif()
  private_apt(ok source --only-source --download-only --tar-only ${package})
  file(GLOB archive "${apt}/${package}_*.orig.tar.*")
  if(NOT ok OR NOT archive)
    message(STATUS "Debian's source of ${package} could not be fetched; ${apt}/errors says why.")
    return()
  endif()
  file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${apt}/${package}")
  file(GLOB folder "${apt}/${package}/*")
  set(${variable} "${folder}" CACHE PATH "Debian's source of ${package}")
endfunction()

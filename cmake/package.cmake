# The configuration with which `lab package` calls cpack: one kit, its files laid out in a folder already.
# The environment says which: LAB_KIT student, repository or instructor; LAB_STAGE its folder; LAB_KIT_VERSION.
set(CPACK_GENERATOR ZIP TGZ)  # Windows opens the one without a tool; the other keeps on every system which files are programs
set(CPACK_PACKAGE_NAME win-ipc-lab)
set(CPACK_PACKAGE_VENDOR win-ipc-lab)
set(CPACK_PACKAGE_DESCRIPTION "Labs on Windows IPC, with a grader")
set(CPACK_PACKAGE_VERSION "$ENV{LAB_KIT_VERSION}")
set(CPACK_PACKAGE_FILE_NAME "win-ipc-lab-$ENV{LAB_KIT_VERSION}-$ENV{LAB_KIT}")
set(CPACK_INSTALLED_DIRECTORIES "$ENV{LAB_STAGE}" .)
set(CPACK_INCLUDE_TOPLEVEL_DIRECTORY ON)
set(CPACK_PACKAGE_CHECKSUM SHA256)

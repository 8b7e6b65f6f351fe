# The configuration for the call of cpack by `lab package`: packs one kit, whose files are already in a folder. Environment variables select
# it: LAB_KIT is student, repository or instructor; LAB_STAGE is its folder; LAB_KIT_VERSION.
set(CPACK_GENERATOR ZIP TGZ)  # Windows opens the former without a tool; the latter preserves on every system which files are executable
set(CPACK_PACKAGE_NAME win-ipc-lab)
set(CPACK_PACKAGE_VENDOR win-ipc-lab)
set(CPACK_PACKAGE_DESCRIPTION "Labs on Windows IPC, with a grader")
set(CPACK_PACKAGE_VERSION "$ENV{LAB_KIT_VERSION}")
set(CPACK_PACKAGE_FILE_NAME "win-ipc-lab-$ENV{LAB_KIT_VERSION}-$ENV{LAB_KIT}")
set(CPACK_INSTALLED_DIRECTORIES "$ENV{LAB_STAGE}" .)
set(CPACK_INCLUDE_TOPLEVEL_DIRECTORY ON)
set(CPACK_PACKAGE_CHECKSUM SHA256)

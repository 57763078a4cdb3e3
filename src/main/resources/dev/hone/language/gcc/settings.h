/* What the toolchain on this machine is, as Hone found it. */
#ifndef HONE_SETTINGS_H
#define HONE_SETTINGS_H

#include "text.h"

struct settings {
  char *compiler;
  char *extension; /* of a file that the runner writes */
  char *main_object;
  int is_cpp;
  struct list flags;     /* of every compiler command */
  struct list prefix;    /* of a test file: where Hone's headers are */
  struct list libraries; /* of the linker */
  struct list framework_flags; /* where other test frameworks are */
  struct list framework_libraries;
  struct list gtest_flags;
  struct list gtest_libraries;
};

struct settings settings_read(const char *path);

#endif

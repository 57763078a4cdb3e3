#include "settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void set(struct settings *settings, const char *name, const char *value) {
  if (strcmp(name, "compiler") == 0) settings->compiler = joined(value, "", "");
  if (strcmp(name, "extension") == 0) settings->extension = joined(value, "", "");
  if (strcmp(name, "main") == 0) settings->main_object = joined(value, "", "");
  if (strcmp(name, "cpp") == 0) settings->is_cpp = strcmp(value, "1") == 0;
  if (strcmp(name, "flag") == 0) list_add(&settings->flags, value);
  if (strcmp(name, "prefix") == 0) list_add(&settings->prefix, value);
  if (strcmp(name, "library") == 0) list_add(&settings->libraries, value);
  if (strcmp(name, "framework.flag") == 0) list_add(&settings->framework_flags, value);
  if (strcmp(name, "framework.library") == 0) list_add(&settings->framework_libraries, value);
  if (strcmp(name, "gtest.flag") == 0) list_add(&settings->gtest_flags, value);
  if (strcmp(name, "gtest.library") == 0) list_add(&settings->gtest_libraries, value);
}

struct settings settings_read(const char *path) {
  struct settings settings = {0};
  char *content = file_read(path);
  if (!content) {
    fprintf(stderr, "the runner cannot read %s\n", path);
    exit(70);
  }
  for (char *line = strtok(content, "\n"); line; line = strtok(0, "\n")) {
    char *equals = strchr(line, '=');
    if (!equals) continue;
    *equals = 0;
    set(&settings, line, equals + 1);
  }
  free(content);
  return settings;
}

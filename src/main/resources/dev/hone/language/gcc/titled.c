/* Runs each test of a program of Catch2 or doctest by itself, chosen by its title. */
#include <stdio.h>
#include <string.h>

#include "frameworks.h"
#include "report.h"

/* The characters of a literal of the language. */
static char *unquoted(const char *literal) {
  struct text text = {0};
  text_put(&text, "");
  for (const char *c = literal; *c; c++) {
    if (*c == '\\' && c[1]) {
      c++;
      text_add(&text, *c == 'n' ? "\n" : *c == 't' ? "\t" : c, 1);
    } else {
      text_add(&text, c, 1);
    }
  }
  return text.data;
}

/* A title in which nothing has a meaning to the filters of a framework. */
static char *escaped(enum framework_kind kind, const char *title) {
  struct text text = {0};
  text_put(&text, "");
  for (const char *c = title; *c; c++) {
    if (kind == CATCH2) {
      if (strchr(",[]*\"\\", *c) || (*c == '~' && c == title)) text_put(&text, "\\");
      text_add(&text, c, 1);
    } else {
      /* Any character, where there is no way to say this one. */
      text_add(&text, strchr(",\\\"", *c) ? "?" : c, 1);
    }
  }
  return text.data;
}

/* What a framework puts before and after the title that the text has. A test that is hidden is not
   run by its name alone either. */
static char *filter_of(enum framework_kind kind, const char *macro, const char *name) {
  char *title = escaped(kind, unquoted(name));
  int of_types = strstr(macro, "TEMPLATE") != 0;
  if (kind == DOCTEST) {
    const char *before = strncmp(macro, "SCENARIO", 8) == 0 ? "--test-case=  " : "--test-case=";
    return joined(before, title, of_types ? "<*" : "");
  }
  return joined("~[.]", title, of_types ? " - *" : "");
}

/* The name of a test as it is reported: its title, `Scenario: ` before that of a scenario, and
   `Anonymous test case 1` where it has none. */
static char *name_of(const char *macro, const char *title, int anonymous) {
  char number[40];
  if (strncmp(macro, "SCENARIO", 8) == 0) return joined("Scenario: ", title, "");
  if (*title) return joined(title, "", "");
  snprintf(number, sizeof number, "Anonymous test case %d", anonymous);
  return joined(number, "", "");
}

int titled_run(enum framework_kind kind, const struct source *source, const struct list *command) {
  int worst = 0, anonymous = 0;
  struct list seen = {0};
  for (size_t i = 0; i < source->titles.size; i++) {
    const char *macro = source->macros.items[i];
    if (!*source->titles.items[i]) anonymous++;
    char *name = name_of(macro, source->titles.items[i], anonymous);
    if (list_has(&seen, name)) continue;
    list_add(&seen, name);
    struct list filtered = {0};
    list_add_all(&filtered, command);
    list_add(&filtered, filter_of(kind, macro, name));
    if (kind == DOCTEST) list_add(&filtered, "--case-sensitive=true");
    if (!report_program(&filtered, "main", name)) worst = 1;
  }
  return worst;
}

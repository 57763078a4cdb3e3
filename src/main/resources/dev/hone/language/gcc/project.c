#include "project.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const SOURCES[] = {".c", ".cpp", ".cc", ".cxx", ".C", 0};
static const char *const HEADERS[] = {".h", ".hpp", ".hh", ".hxx", 0};
enum { DEEPEST = 8, MOST_UNITS = 500 };

static const char *extension(const char *path) {
  const char *slash = strrchr(path, '/');
  const char *dot = strrchr(path, '.');
  return dot && (!slash || dot > slash) ? dot : "";
}

static int ends(const char *path, const char *const *endings) {
  for (; *endings; endings++)
    if (strcmp(extension(path), *endings) == 0) return 1;
  return 0;
}

int is_source(const char *path) { return ends(path, SOURCES); }

static void add(struct project *project, const char *path) {
  char *content = project->size < MOST_UNITS ? file_read(path) : 0;
  if (!content) return;
  struct unit *units = allocated((project->size + 1) * sizeof *units);
  if (project->size > 0) memcpy(units, project->units, project->size * sizeof *units);
  free(project->units);
  project->units = units;
  units[project->size++] = (struct unit){joined(path, "", ""), source_read(content), 0, 0};
  free(content);
}

static void walk(struct project *project, const char *folder, int depth) {
  DIR *entries = opendir(*folder ? folder : ".");
  if (!entries) return;
  for (struct dirent *entry; (entry = readdir(entries));) {
    struct stat status;
    if (entry->d_name[0] == '.') continue;
    char *path = joined(folder, *folder ? "/" : "", entry->d_name);
    if (lstat(path, &status) == 0) {
      if (S_ISDIR(status.st_mode) && depth < DEEPEST) walk(project, path, depth + 1);
      if (S_ISREG(status.st_mode) && (is_source(path) || ends(path, HEADERS))) add(project, path);
    }
    free(path);
  }
  closedir(entries);
}

static int by_path(const void *a, const void *b) {
  return strcmp(((const struct unit *)a)->path, ((const struct unit *)b)->path);
}

struct project project_read(void) {
  struct project project = {0};
  walk(&project, "", 0);
  if (project.size > 0) qsort(project.units, project.size, sizeof *project.units, by_path);
  return project;
}

struct unit *project_unit(const struct project *project, const char *path) {
  for (size_t i = 0; i < project->size; i++)
    if (strcmp(project->units[i].path, path) == 0) return &project->units[i];
  return 0;
}

/* The path of an include as seen from a file, with `./` and `x/../` taken out. */
static char *resolved(const char *from, const char *name) {
  const char *slash = strrchr(from, '/');
  struct text path = {0};
  if (slash) text_add(&path, from, (size_t)(slash - from) + 1);
  text_put(&path, name);
  for (char *up; (up = strstr(path.data, "../"));) {
    char *before = up;
    if (before - path.data < 2) break;
    for (before -= 1; before > path.data && before[-1] != '/';) before--;
    memmove(before, up + 3, strlen(up + 3) + 1);
  }
  while (strncmp(path.data, "./", 2) == 0) memmove(path.data, path.data + 2, strlen(path.data) - 1);
  return path.data;
}

static char *written(struct project *project, char *path, const struct unit *origin) {
  const char *slash = strrchr(origin->path, '/');
  const char *name = slash ? slash + 1 : origin->path;
  struct text content = {0};
  text_put(&content, "#pragma once\n");
  if (origin->source.has_main) text_put(&content, "#define main hone_solution_main\n");
  /* A source that includes the header made of it, and is checked by itself, must not meet itself. */
  text_put(&content, "#ifndef HONE_ALONE\n#include \"");
  text_put(&content, name);
  text_put(&content, "\"\n#endif\n");
  if (origin->source.has_main) text_put(&content, "#undef main\n");
  if (file_write(path, content.data)) {
    add(project, path);
    project->units[project->size - 1].derived = 1;
  }
  text_clear(&content);
  return path;
}

/* The unit that an include names, made from its sibling where only that was given. */
static char *target(struct project *project, const char *from, const char *name) {
  char *near = resolved(from, name);
  char *far = resolved("", name);
  if (project_unit(project, near)) return near;
  if (project_unit(project, far)) return far;
  const char *const *endings[2] = {SOURCES, HEADERS};
  char *places[2] = {near, far};
  for (int place = 0; place < 2; place++) {
    for (int kind = 0; kind < 2; kind++) {
      for (const char *const *ending = endings[kind]; *ending; ending++) {
        struct text sibling = {0};
        text_add(&sibling, places[place], strlen(places[place]) - strlen(extension(places[place])));
        text_put(&sibling, *ending);
        struct unit *origin = project_unit(project, sibling.data);
        text_clear(&sibling);
        if (origin && strcmp(origin->path, from) != 0)
          return written(project, places[place], origin);
      }
    }
  }
  return 0;
}

static void follow(struct project *project, const char *path) {
  struct unit *unit = project_unit(project, path);
  if (!unit || unit->included) return;
  unit->included = 1;
  struct list names = unit->source.quoted;
  char *from = unit->path;
  for (size_t i = 0; i < names.size; i++) {
    char *found = target(project, from, names.items[i]);
    if (found) follow(project, found);
  }
}

void project_link(struct project *project, const char *test) {
  for (size_t i = 0; i < project->size; i++) project->units[i].included = 0;
  follow(project, test);
  /* A source that is compiled by itself may miss its header as well. */
  for (size_t i = 0; i < project->size; i++) {
    struct list names = project->units[i].source.quoted;
    char *from = project->units[i].path;
    for (size_t j = 0; j < names.size; j++) target(project, from, names.items[j]);
  }
}

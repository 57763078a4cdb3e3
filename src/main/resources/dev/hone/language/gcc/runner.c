/* Compiles a candidate with a test file and runs each test in a process of its own.

     runner tests SETTINGS TEST...   the word on standard input starts each line of the report
     runner check SETTINGS FILE...   compiles only; exit 1 where the compiler refuses the files

   Settings are lines `name=value`; what may come more than once is a list. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "frameworks.h"
#include "process.h"
#include "project.h"
#include "report.h"
#include "settings.h"

#define TABLE ".hone_tests"

static struct list base_command(const struct settings *settings) {
  struct list command = {0};
  list_add(&command, settings->compiler);
  list_add_all(&command, &settings->flags);
  return command;
}

/* The test file and a list of its tests as one file, which sees functions that are static. */
static char *write_table(const struct settings *settings, const struct unit *test) {
  struct text text = {0};
  char *path = joined(TABLE, settings->extension, "");
  text_put(&text, "#include \"");
  text_put(&text, test->path);
  text_put(&text, "\"\n#include \"hone_report.h\"\n");
  if (settings->is_cpp) text_put(&text, "extern \"C\" ");
  text_put(&text, "const struct hone_test hone_tests[];\nconst struct hone_test hone_tests[] = {");
  for (size_t i = 0; i < test->source.tests.size; i++) {
    const char *name = test->source.tests.items[i];
    text_put(&text, "{\"");
    text_put(&text, name);
    text_put(&text, "\", ");
    text_put(&text, name);
    text_put(&text, "}, ");
  }
  text_put(&text, "{0, 0}};\n");
  file_write(path, text.data);
  text_clear(&text);
  return path;
}

/* Where Hone's headers are; with `plain` without what is compiled before every test file. */
static void add_prefix(struct list *command, const struct list *prefix, int plain) {
  for (size_t i = 0; i < prefix->size; i++) {
    if (plain && strcmp(prefix->items[i], "-include") == 0) i++;
    else list_add(command, prefix->items[i]);
  }
}

static struct compiling compile_tests(const struct settings *settings, const struct unit *test,
                                      const struct framework *framework, int plain) {
  struct list command = base_command(settings);
  add_prefix(&command, framework ? &framework->flags : &settings->prefix, plain);
  list_add(&command, "-iquote");
  list_add(&command, ".");
  list_add(&command, "-c");
  if (!framework) list_add(&command, write_table(settings, test));
  else if (framework->kind != CASES || test->source.has_main || test->source.tests.size == 0)
    list_add(&command, test->path);
  else list_add(&command, cases_write_main(joined(TABLE, settings->extension, ""), test));
  list_add(&command, "-o");
  list_add(&command, TABLE ".o");
  return compile_start(&command);
}

/* Names of headers that only the compiled prefix brings in can clash with those of the code where
   it says `using namespace std`. */
static int is_clash(const struct text *words) {
  return strstr(words->data, "is ambiguous") || strstr(words->data, "conflicting declaration") ||
         strstr(words->data, "redeclared as") || strstr(words->data, "redefinition of");
}

/* Another test file, which has its own run. */
static int is_test(const char *path) {
  const char *slash = strrchr(path, '/');
  const char *name = slash ? slash + 1 : path;
  const char *dot = strrchr(name, '.');
  return strncmp(name, "test_", 5) == 0 || (dot - name > 5 && strncmp(dot - 5, "_test", 5) == 0);
}

/* Compiles what no test file includes. Every message is in the words; 0 means that all is well. */
static int compile_sources(const struct settings *settings, const struct project *project,
                           const struct list *tests, const struct framework *framework,
                           struct list *objects, struct text *words) {
  int worst = 0;
  for (size_t i = 0; i < project->size; i++) {
    const struct unit *unit = &project->units[i];
    if (!is_source(unit->path) || unit->included || list_has(tests, unit->path)) continue;
    if (is_test(unit->path)) continue;
    char object[64];
    snprintf(object, sizeof object, ".hone_source_%d.o", (int)i);
    struct list command = base_command(settings);
    list_add(&command, "-iquote");
    list_add(&command, ".");
    if (framework) list_add_all(&command, &framework->source_flags);
    if (unit->source.has_main && !framework_source(unit->path)) {
      list_add(&command, "-Dmain=hone_solution_main");
      list_add(&command, "-Wno-return-type");
    }
    list_add(&command, "-c");
    list_add(&command, unit->path);
    list_add(&command, "-o");
    list_add(&command, object);
    list_add(objects, object);
    int exit = compile_end(compile_start(&command), words);
    if (exit != 0 && worst == 0) worst = exit;
  }
  return worst;
}

/* Checks by themselves the files that the test file includes: what it includes before them must
   not stand in for what they forgot. Returns a command without files where there are none. */
static struct list check_command(const struct settings *settings, const struct project *project,
                                 const char *test, size_t *files) {
  struct list command = base_command(settings);
  list_add(&command, "-iquote");
  list_add(&command, ".");
  list_add(&command, "-fsyntax-only");
  list_add(&command, "-DHONE_ALONE");
  list_add(&command, "-x");
  list_add(&command, settings->is_cpp ? "c++" : "c");
  *files = 0;
  for (size_t i = 0; i < project->size; i++) {
    const struct unit *unit = &project->units[i];
    int whole = list_has(&unit->source.angled, "bits/stdc++.h");
    if (!unit->included || unit->derived || whole || strcmp(unit->path, test) == 0) continue;
    list_add(&command, unit->path);
    (*files)++;
  }
  return command;
}

static int link_tests(const struct settings *settings, const struct list *objects,
                      const struct framework *framework, struct text *words) {
  struct list command = base_command(settings);
  list_add(&command, TABLE ".o");
  list_add_all(&command, objects);
  if (framework) list_add_all(&command, &framework->libraries);
  list_add(&command, settings->main_object);
  list_add_all(&command, &settings->libraries);
  list_add(&command, "-o");
  list_add(&command, TABLE);
  return compile_end(compile_start(&command), words);
}

/* Builds one test file; returns 0 if the compiler refused it, which is reported. */
static int build(const struct settings *settings, struct project *project, const struct unit *test,
                 const struct list *tests, const struct framework *framework) {
  struct text words = {0}, checked = {0};
  struct list objects = {0};
  size_t files = 0;
  text_put(&words, "");
  text_put(&checked, "");
  struct list check = check_command(settings, project, test->path, &files);
  struct compiling main = compile_tests(settings, test, framework, 0);
  struct compiling checking = files > 0 ? compile_start(&check) : (struct compiling){0, 0};
  int exit = compile_sources(settings, project, tests, framework, &objects, &words);
  if (files > 0 && compile_end(checking, &checked) != 0 && exit == 0) {
    /* The candidate by itself is refused: what the tests say beyond is only its echo. */
    compile_stop(main);
    report_compiler("compile", checked.data);
    return 0;
  }
  size_t before = words.size;
  int tested = compile_end(main, &words);
  if (tested != 0 && is_clash(&words)) {
    struct text again = {0};
    text_put(&again, "");
    tested = compile_end(compile_tests(settings, test, framework, 1), &again);
    if (tested == 0) words.size = before;
    text_clear(&again);
  }
  if (exit == 0) exit = tested;
  if (exit != 0) {
    report_compiler("compile", words.data);
    return 0;
  }
  text_clear(&words);
  text_put(&words, "");
  if (link_tests(settings, &objects, framework, &words) == 0) return 1;
  report_compiler("link", words.data);
  return 0;
}

static int run_file(const struct settings *settings, struct project *project, const char *path,
                    const struct list *tests) {
  struct unit *test = project_unit(project, path);
  if (!test) {
    fprintf(stderr, "there is no file %s\n", path);
    return 2;
  }
  project_link(project, path);
  test = project_unit(project, path);
  const struct framework *framework = framework_of(settings, project, &test->source);
  if (framework && framework->missing) {
    report_missing(framework->name);
    return 1;
  }
  if (!build(settings, project, test, tests, framework)) return 1;
  struct list command = {0};
  list_add(&command, "./" TABLE);
  if (framework) return framework_run(framework, &test->source, &command);
  int worst = 0;
  for (size_t i = 0; i < test->source.tests.size; i++)
    if (!report_run(&command, test->source.tests.items[i])) worst = 1;
  if (test->source.has_main && !report_program(&command, "main", "main")) worst = 1;
  return worst;
}

static int check(const struct settings *settings, int count, char **paths) {
  struct list command = base_command(settings);
  struct text words = {0};
  struct project project = project_read();
  list_add(&command, "-iquote");
  list_add(&command, ".");
  list_add(&command, "-fsyntax-only");
  for (int i = 0; i < count; i++) {
    list_add(&command, paths[i]);
    if (project_unit(&project, paths[i])) project_link(&project, paths[i]);
  }
  int exit = compile_end(compile_start(&command), &words);
  if (exit != 0) report_compiler("compile", words.data ? words.data : "");
  return exit == 0 ? 0 : 1;
}

int main(int count, char **arguments) {
  if (count < 4) return 2;
  /* The last words of a test that is gone must not end the runner. */
  signal(SIGPIPE, SIG_IGN);
#ifdef __linux__
  /* Tests run as the same user: they must not read the mark out of this process. */
  prctl(PR_SET_DUMPABLE, 0);
#endif
  struct settings settings = settings_read(arguments[2]);
  if (strcmp(arguments[1], "check") == 0) return check(&settings, count - 3, arguments + 3);
  report_read_mark();
  struct list tests = {0};
  for (int i = 3; i < count; i++) list_add(&tests, arguments[i]);
  struct project project = project_read();
  int worst = 0;
  for (size_t i = 0; i < tests.size; i++) {
    int result = run_file(&settings, &project, tests.items[i], &tests);
    if (result > worst) worst = result;
  }
  report_end();
  return worst;
}

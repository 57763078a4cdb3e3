#include "source.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* The kinds of tokens that matter here. */
enum kind { END, WORD, MARK };

struct reader {
  const char *at;
  int line_start;
  const char *macro; /* the one whose title is looked for, or 0 */
  struct source *found;
};

/* Macros of Catch2 and doctest that begin a test; the first text in their brackets is its title. */
static const char *const TITLED[] = {"TEST_CASE",
                                     "TEST_CASE_METHOD",
                                     "TEST_CASE_PERSISTENT_FIXTURE",
                                     "TEST_CASE_FIXTURE",
                                     "TEST_CASE_TEMPLATE",
                                     "TEST_CASE_TEMPLATE_DEFINE",
                                     "SCENARIO",
                                     "SCENARIO_METHOD",
                                     "SCENARIO_TEMPLATE",
                                     "TEMPLATE_TEST_CASE",
                                     "TEMPLATE_TEST_CASE_SIG",
                                     "TEMPLATE_TEST_CASE_METHOD",
                                     "TEMPLATE_TEST_CASE_METHOD_SIG",
                                     "TEMPLATE_PRODUCT_TEST_CASE",
                                     "TEMPLATE_PRODUCT_TEST_CASE_SIG",
                                     "TEMPLATE_PRODUCT_TEST_CASE_METHOD",
                                     "TEMPLATE_LIST_TEST_CASE",
                                     "TEMPLATE_LIST_TEST_CASE_METHOD",
                                     0};

/* Macros of Unity, cmocka and Check that are given the name of a test. */
static const char *const NAMED[] = {"RUN_TEST",
                                    "START_TEST",
                                    "cmocka_unit_test",
                                    "cmocka_unit_test_setup",
                                    "cmocka_unit_test_teardown",
                                    "cmocka_unit_test_setup_teardown",
                                    "cmocka_unit_test_prestate",
                                    "cmocka_unit_test_prestate_setup_teardown",
                                    0};

struct token {
  enum kind kind;
  char text[128];
};

static const char *line_end(const char *at) {
  while (*at && *at != '\n') {
    if (*at == '\\' && at[1] == '\n') at++;
    at++;
  }
  return at;
}

static const char *after_comment(const char *at) {
  if (at[1] == '/') return line_end(at);
  const char *end = strstr(at + 2, "*/");
  return end ? end + 2 : at + strlen(at);
}

static const char *after_quoted(const char *at) {
  char quote = *at++;
  while (*at && *at != quote && *at != '\n') {
    if (*at == '\\' && at[1]) at++;
    at++;
  }
  return *at == quote ? at + 1 : at;
}

/* A raw text of C++: R"mark( ... )mark". */
static const char *after_raw(const char *at) {
  char end[32] = ")";
  size_t size = 1;
  for (at++; *at && *at != '(' && size < 20; at++) end[size++] = *at;
  end[size++] = '"';
  end[size] = 0;
  const char *found = strstr(at, end);
  return found ? found + size : at + strlen(at);
}

static const char *one_of(const char *const *names, const char *name) {
  for (; *names; names++)
    if (strcmp(*names, name) == 0) return *names;
  return 0;
}

/* The text between two places is the title of the macro that waits for one. */
static void title(struct reader *reader, const char *from, const char *to) {
  struct text text = {0};
  text_put(&text, "");
  text_add(&text, from, (size_t)(to - from));
  list_add(&reader->found->titles, text.data);
  list_add(&reader->found->macros, reader->macro);
  text_clear(&text);
  reader->macro = 0;
}

static void include(const char *at, struct source *found) {
  while (*at == ' ' || *at == '\t' || *at == '#') at++;
  if (strncmp(at, "include", 7) != 0) return;
  at += 7;
  while (*at == ' ' || *at == '\t') at++;
  char close = *at == '"' ? '"' : '>';
  if (*at != '"' && *at != '<') return;
  const char *start = at + 1;
  const char *end = start;
  while (*end && *end != close && *end != '\n') end++;
  if (*end != close) return;
  struct text name = {0};
  text_add(&name, start, (size_t)(end - start));
  list_add(close == '"' ? &found->quoted : &found->angled, name.data);
  text_clear(&name);
}

static struct token word(struct reader *reader) {
  struct token token = {WORD, ""};
  size_t size = 0;
  while (isalnum((unsigned char)*reader->at) || *reader->at == '_') {
    if (size + 1 < sizeof token.text) token.text[size++] = *reader->at;
    reader->at++;
  }
  token.text[size] = 0;
  int raw = size > 0 && token.text[size - 1] == 'R' && *reader->at == '"';
  if (raw) reader->at = after_raw(reader->at);
  return token;
}

static struct token next(struct reader *reader) {
  struct token end = {END, ""};
  while (*reader->at) {
    char c = *reader->at;
    if (c == '\n') {
      reader->line_start = 1;
      reader->at++;
    } else if (isspace((unsigned char)c)) {
      reader->at++;
    } else if (c == '/' && (reader->at[1] == '/' || reader->at[1] == '*')) {
      reader->at = after_comment(reader->at);
    } else if (c == '#' && reader->line_start) {
      include(reader->at, reader->found);
      reader->at = line_end(reader->at);
    } else {
      reader->line_start = 0;
      if (c == '"' || c == '\'') {
        const char *end = after_quoted(reader->at);
        if (reader->macro && end - reader->at >= 2) title(reader, reader->at + 1, end - 1);
        reader->at = end;
      } else if (isalpha((unsigned char)c) || c == '_') {
        return word(reader);
      } else if (isdigit((unsigned char)c)) {
        /* With its digit separators, which are no quotes. */
        while (isalnum((unsigned char)*reader->at) || *reader->at == '\'' || *reader->at == '.')
          reader->at++;
      } else {
        struct token mark = {MARK, {c, 0}};
        reader->at++;
        return mark;
      }
    }
  }
  return end;
}

static int is(const struct token *token, const char *text) {
  return strcmp(token->text, text) == 0;
}

/* Whether the last tokens are `TYPE name ( ) {` or `TYPE name ( void ) {`. */
static const char *function(const struct token *last, const char *type) {
  int plain = is(&last[4], "{") && is(&last[3], ")");
  if (plain && is(&last[2], "(") && is(&last[0], type)) return last[1].text;
  return 0;
}

static int is_main(const struct token *last) {
  return last[4].kind == MARK && is(&last[4], "(") && is(&last[3], "main") &&
         (is(&last[2], "int") || is(&last[2], "void") || is(&last[2], "auto"));
}

struct source source_read(const char *content) {
  struct source found = {0};
  struct reader reader = {content, 1, 0, &found};
  struct token last[5] = {{0}};
  int depth = 0;
  for (struct token token = next(&reader); token.kind != END; token = next(&reader)) {
    /* `(void)` counts as `()`. */
    if (is(&token, ")") && is(&last[4], "void") && is(&last[3], "(")) {
      memmove(last + 1, last, 4 * sizeof *last);
    }
    memmove(last, last + 1, 4 * sizeof *last);
    last[4] = token;
    if (is(&token, "(") && one_of(TITLED, last[3].text))
      reader.macro = one_of(TITLED, last[3].text);
    if (reader.macro && is(&token, "{")) reader.macro = 0;
    if (reader.macro && is(&token, ")") && is(&last[3], "(") && is(&last[2], "TEST_CASE"))
      title(&reader, "", "");
    if (token.kind == WORD && is(&last[3], "(") && one_of(NAMED, last[2].text) &&
        !list_has(&found.cases, token.text))
      list_add(&found.cases, token.text);
    if (depth == 0 && is_main(last)) found.has_main = 1;
    if (is(&token, "{")) {
      const char *name = depth == 0 ? function(last, "void") : 0;
      if (name && strncmp(name, "test", 4) == 0 && !list_has(&found.tests, name))
        list_add(&found.tests, name);
      depth++;
    } else if (is(&token, "}") && depth > 0) {
      depth--;
    }
  }
  return found;
}

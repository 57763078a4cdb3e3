#include <inttypes.h>
#include <math.h>

#include "hone_test.h"

struct hone_value hone_signed(long long number) {
  return (struct hone_value){.kind = HONE_SIGNED, .number = number};
}

struct hone_value hone_letter(char letter) {
  return (struct hone_value){.kind = HONE_LETTER, .number = letter};
}

struct hone_value hone_truth(bool truth) {
  return (struct hone_value){.kind = HONE_BOOL, .number = truth};
}

struct hone_value hone_unsigned(unsigned long long number) {
  return (struct hone_value){.kind = HONE_UNSIGNED, .natural = number};
}

struct hone_value hone_real(double number) {
  return (struct hone_value){.kind = HONE_REAL, .real = number};
}

struct hone_value hone_text(const char *text) {
  return (struct hone_value){.kind = HONE_TEXT, .pointer = text};
}

struct hone_value hone_pointer(const void *pointer) {
  return (struct hone_value){.kind = HONE_POINTER, .pointer = pointer};
}

static int is_whole(struct hone_value value) {
  return value.kind == HONE_SIGNED || value.kind == HONE_LETTER || value.kind == HONE_BOOL;
}

static double as_real(struct hone_value value) {
  if (value.kind == HONE_REAL) return value.real;
  return value.kind == HONE_UNSIGNED ? (double)value.natural : (double)value.number;
}

static int near(double a, double b, double tolerance) {
  if (a == b || (isnan(a) && isnan(b))) return 1;
  return fabs(a - b) <= tolerance;
}

static int same_text(const char *a, const char *b) {
  return a == b || (a && b && strcmp(a, b) == 0);
}

static int same(struct hone_value a, struct hone_value b) {
  if (a.kind == HONE_TEXT && b.kind == HONE_TEXT) return same_text(a.pointer, b.pointer);
  int pointers = (a.kind == HONE_TEXT || a.kind == HONE_POINTER) +
                 (b.kind == HONE_TEXT || b.kind == HONE_POINTER);
  if (pointers == 2) return a.pointer == b.pointer;
  if (pointers == 1) {
    /* NULL may be written as 0. */
    struct hone_value pointer = a.kind == HONE_TEXT || a.kind == HONE_POINTER ? a : b;
    struct hone_value other = pointer.pointer == a.pointer && pointer.kind == a.kind ? b : a;
    return pointer.pointer == 0 && is_whole(other) && other.number == 0;
  }
  if (a.kind == HONE_REAL || b.kind == HONE_REAL) {
    double scale = fmax(1, fabs(as_real(b)));
    return near(as_real(a), as_real(b), 1e-6 * scale);
  }
  if (is_whole(a) && is_whole(b)) return a.number == b.number;
  if (a.kind == HONE_UNSIGNED && b.kind == HONE_UNSIGNED) return a.natural == b.natural;
  long long number = is_whole(a) ? a.number : b.number;
  unsigned long long natural = is_whole(a) ? b.natural : a.natural;
  return number >= 0 && (unsigned long long)number == natural;
}

static void show(struct hone_value value, char *text, size_t size) {
  switch (value.kind) {
    case HONE_SIGNED: snprintf(text, size, "%lld", value.number); break;
    case HONE_LETTER:
      snprintf(text, size, value.number >= 32 && value.number < 127 ? "'%c'" : "'\\%o'",
               (int)(unsigned char)value.number);
      break;
    case HONE_BOOL: snprintf(text, size, value.number ? "true" : "false"); break;
    case HONE_UNSIGNED: snprintf(text, size, "%llu", value.natural); break;
    case HONE_REAL: snprintf(text, size, "%.10g", value.real); break;
    case HONE_POINTER:
      if (value.pointer) snprintf(text, size, "%p", value.pointer);
      else snprintf(text, size, "NULL");
      break;
    case HONE_TEXT:
      if (value.pointer) snprintf(text, size, "\"%.300s\"", (const char *)value.pointer);
      else snprintf(text, size, "NULL");
      break;
  }
}

void hone_check_equal(const char *file, int line, const char *call, struct hone_value actual,
                      struct hone_value expected) {
  char a[320], b[320];
  if (same(actual, expected)) return;
  /* C has no literals of these types. */
  if (expected.kind == HONE_SIGNED && (actual.kind == HONE_LETTER || actual.kind == HONE_BOOL))
    expected.kind = actual.kind;
  show(actual, a, sizeof a);
  show(expected, b, sizeof b);
  hone_failed(file, line, "%s returned %s, expected %s", call, a, b);
}

void hone_check_unequal(const char *file, int line, const char *call, struct hone_value actual,
                        struct hone_value other) {
  char a[320];
  if (!same(actual, other)) return;
  show(actual, a, sizeof a);
  hone_failed(file, line, "%s returned %s, expected anything else", call, a);
}

static void show_all(const struct hone_value *values, size_t size, char *text, size_t room) {
  size_t used = (size_t)snprintf(text, room, "{");
  for (size_t i = 0; i < size && used + 330 < room; i++) {
    used += (size_t)snprintf(text + used, room - used, i > 0 ? ", " : "");
    show(values[i], text + used, 320);
    used += strlen(text + used);
    if (i + 1 < size && used + 330 >= room) used += (size_t)snprintf(text + used, 8, ", ...");
  }
  snprintf(text + used, room - used, "}");
}

void hone_check_array(const char *file, int line, const char *call, const struct hone_value *actual,
                      const struct hone_value *expected, size_t size) {
  char a[800], b[800];
  for (size_t i = 0; i < size; i++) {
    if (!same(actual[i], expected[i])) {
      show_all(actual, size, a, sizeof a);
      show_all(expected, size, b, sizeof b);
      hone_failed(file, line, "%s returned %s, expected %s", call, a, b);
    }
  }
}

void hone_check_near(const char *file, int line, const char *call, double actual, double expected,
                     double tolerance) {
  if (near(actual, expected, tolerance)) return;
  hone_failed(file, line, "%s returned %.10g, expected %.10g within %g", call, actual, expected,
              tolerance);
}

/* Values as they are written down, as long as there is room. */
struct written {
  char *text;
  size_t size;
  size_t left;
};

static void put(struct written *to, const char *text) {
  size_t size = strlen(text);
  char *bigger = realloc(to->text, to->size + size + 1);
  if (!bigger) hone_error("there is no memory for what it returned");
  memcpy(bigger + to->size, text, size + 1);
  to->text = bigger;
  to->size += size;
}

static void put_text(struct written *to, const char *text) {
  size_t size = strlen(text);
  if (size > to->left) {
    put(to, "[\"other\",\"...\",[]]");
    return;
  }
  to->left -= size;
  char *json = hone_json(text, size);
  put(to, "[\"text\",");
  put(to, json);
  put(to, "]");
  free(json);
}

static void put_real(struct written *to, double real) {
  char number[64];
  if (isnan(real)) snprintf(number, sizeof number, "nan");
  else snprintf(number, sizeof number, "%.17g", real);
  put(to, "[\"fraction\",\"");
  put(to, number);
  put(to, "\"]");
}

static void put_value(struct written *to, struct hone_value value) {
  char number[64];
  switch (value.kind) {
    case HONE_SIGNED:
    case HONE_LETTER:
      snprintf(number, sizeof number, "[\"whole\",\"%lld\"]", value.number);
      put(to, number);
      break;
    case HONE_UNSIGNED:
      snprintf(number, sizeof number, "[\"whole\",\"%llu\"]", value.natural);
      put(to, number);
      break;
    case HONE_BOOL: put(to, value.number ? "[\"truth\",true]" : "[\"truth\",false]"); break;
    case HONE_REAL: put_real(to, value.real); break;
    case HONE_POINTER:
      put(to, value.pointer ? "[\"other\",\"pointer\",[]]" : "[\"nothing\"]");
      break;
    case HONE_TEXT:
      if (value.pointer) put_text(to, value.pointer);
      else put(to, "[\"nothing\"]");
      break;
  }
}

void hone_observe(struct hone_value seen) {
  struct written to = {0, 0, 20000};
  char shown[320];
  put(&to, "\"returned\":");
  put_value(&to, seen);
  show(seen, shown, sizeof shown);
  hone_hand_over(to.text, shown);
  free(to.text);
}

void hone_observe_array(const struct hone_value *seen, size_t size) {
  struct written to = {0, 0, 20000};
  char shown[800];
  if (!seen) {
    char length[80];
    snprintf(length, sizeof length, "an array of length %zu that cannot be read", size);
    hone_hand_over("\"returned\":[\"other\",\"array\",[]]", length);
    return;
  }
  put(&to, "\"returned\":[\"list\",[");
  for (size_t i = 0; i < size; i++) {
    if (i > 0) put(&to, ",");
    put_value(&to, seen[i]);
  }
  put(&to, "]]");
  show_all(seen, size, shown, sizeof shown);
  hone_hand_over(to.text, shown);
  free(to.text);
}

#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *allocated(size_t size) {
  void *memory = calloc(1, size);
  if (!memory) {
    fputs("the runner is out of memory\n", stderr);
    exit(70);
  }
  return memory;
}

void text_add(struct text *text, const char *data, size_t size) {
  char *bigger = realloc(text->data, text->size + size + 1);
  if (!bigger) {
    fputs("the runner is out of memory\n", stderr);
    exit(70);
  }
  text->data = bigger;
  memcpy(text->data + text->size, data, size);
  text->size += size;
  text->data[text->size] = 0;
}

void text_put(struct text *text, const char *more) { text_add(text, more, strlen(more)); }

void text_keep_end(struct text *text, size_t most) {
  if (text->size > most) {
    memmove(text->data, text->data + text->size - most, most);
    text->size = most;
    text->data[most] = 0;
  }
}

void text_clear(struct text *text) {
  free(text->data);
  text->data = 0;
  text->size = 0;
}

/* How many bytes form the UTF-8 character at this place, 0 where none is whole. */
static size_t character(const unsigned char *at, size_t left) {
  size_t size = at[0] < 0x80 ? 1 : at[0] >= 0xf0 && at[0] < 0xf5 ? 4 : at[0] >= 0xe0 ? 3 : 2;
  if (at[0] >= 0x80 && (at[0] < 0xc2 || at[0] >= 0xf5)) return 0;
  if (size > left) return 0;
  for (size_t i = 1; i < size; i++)
    if ((at[i] & 0xc0) != 0x80) return 0;
  return size;
}

void text_json(struct text *text, const char *value, size_t size) {
  char escaped[8];
  text_put(text, "\"");
  for (size_t i = 0; i < size;) {
    unsigned char c = (unsigned char)value[i];
    size_t whole = character((const unsigned char *)value + i, size - i);
    if (c == '"' || c == '\\') {
      snprintf(escaped, sizeof escaped, "\\%c", c);
      text_put(text, escaped);
    } else if (c < 0x20 || c == 0x7f || whole == 0) {
      /* A byte that is no character stands as the question mark that a terminal shows. */
      snprintf(escaped, sizeof escaped, "\\u%04x", whole == 0 ? 0xfffd : c);
      text_put(text, escaped);
    } else {
      text_add(text, value + i, whole);
    }
    i += whole == 0 ? 1 : whole;
  }
  text_put(text, "\"");
}

char *file_read(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return 0;
  struct text text = {0};
  char part[65536];
  size_t size;
  text_put(&text, "");
  while ((size = fread(part, 1, sizeof part, file)) > 0) text_add(&text, part, size);
  fclose(file);
  return text.data;
}

int file_write(const char *path, const char *content) {
  FILE *file = fopen(path, "wb");
  if (!file) return 0;
  int whole = fputs(content, file) >= 0;
  return fclose(file) == 0 && whole;
}

int file_exists(const char *path) { return access(path, R_OK) == 0; }

char *joined(const char *a, const char *b, const char *c) {
  struct text text = {0};
  text_put(&text, a);
  text_put(&text, b);
  text_put(&text, c);
  return text.data;
}

void list_add(struct list *list, const char *item) {
  char **bigger = realloc(list->items, (list->size + 2) * sizeof(char *));
  if (!bigger) {
    fputs("the runner is out of memory\n", stderr);
    exit(70);
  }
  list->items = bigger;
  list->items[list->size++] = joined(item, "", "");
  list->items[list->size] = 0;
}

void list_add_all(struct list *list, const struct list *more) {
  for (size_t i = 0; i < more->size; i++) list_add(list, more->items[i]);
}

int list_has(const struct list *list, const char *item) {
  for (size_t i = 0; i < list->size; i++)
    if (strcmp(list->items[i], item) == 0) return 1;
  return 0;
}

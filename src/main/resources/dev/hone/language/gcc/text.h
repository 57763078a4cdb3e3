/* Growing texts and JSON strings of the runner. */
#ifndef HONE_TEXT_H
#define HONE_TEXT_H

#include <stddef.h>

struct text {
  char *data; /* always ends with a zero byte */
  size_t size;
};

void text_add(struct text *text, const char *data, size_t size);
void text_put(struct text *text, const char *more);
void text_json(struct text *text, const char *value, size_t size);
/* Keeps only the last bytes. */
void text_keep_end(struct text *text, size_t most);
void text_clear(struct text *text);

/* The whole file, or 0 where it cannot be read; the caller frees it. */
char *file_read(const char *path);
int file_write(const char *path, const char *content);
int file_exists(const char *path);

char *joined(const char *a, const char *b, const char *c);
void *allocated(size_t size);

/* A growing list of texts that ends with 0, as execv wants it. */
struct list {
  char **items;
  size_t size;
};

void list_add(struct list *list, const char *item);
void list_add_all(struct list *list, const struct list *more);
int list_has(const struct list *list, const char *item);

#endif

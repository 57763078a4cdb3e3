/* How a test tells the runner what went wrong. */
#ifndef HONE_REPORT_H
#define HONE_REPORT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One function that is a test; a list of them ends with a name of 0. */
struct hone_test {
  const char *name;
  void (*run)(void);
};

/* Each reports and ends the process: an assertion that did not hold, or another error. */
#if defined(__GNUC__)
__attribute__((noreturn, format(printf, 3, 4)))
#endif
void hone_failed(const char *file, int line, const char *format, ...);
#if defined(__GNUC__)
__attribute__((noreturn, format(printf, 1, 2)))
#endif
void hone_error(const char *format, ...);

/* What `run` prints on standard output, to be freed. */
char *hone_printed(void (*run)(void *), void *argument);
/* Ends the test if two texts differ in more than blanks at the ends of lines. */
void hone_check_printed(const char *file, int line, const char *call, const char *actual,
                        const char *expected);

/* Hands over what a test saw, for a comparison in another process: a member of a JSON object such
   as `"returned":["whole","3"]`, and the value as a message shows it. */
void hone_hand_over(const char *seen, const char *shown);
/* A text as JSON has it, in its quotes, to be freed. */
char *hone_json(const char *text, size_t size);
/* Hands over what was printed. */
void hone_observe_printed(const char *printed);

#ifdef __cplusplus
}
#endif
#endif

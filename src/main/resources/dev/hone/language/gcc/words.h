/* What tests and their frameworks print of a failure. */
#ifndef HONE_WORDS_H
#define HONE_WORDS_H

#include "process.h"

/* The last line of what was printed that holds a text, or 0. */
char *line_with(const char *printed, const char *text);
/* What the checks that the compiler built in, the C library or the C++ library said, or 0. */
char *known_words(const char *printed);
/* From the first line that a test framework marks as a failure, or 0. */
char *framework_words(const char *printed);
/* The line in which a framework says that it ran nothing, or skipped the test, and is content with
   it, or 0. */
char *framework_skipped(const struct ending *ending, int passed);

#endif

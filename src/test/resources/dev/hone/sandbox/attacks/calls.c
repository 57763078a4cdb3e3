/* Makes each system call that is named by its number and prints the number and the error it got, 0 for none.
   An argument NUMBER:PLACE:VALUE sets one argument of the call; all others are -1, which no call can use. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char **words) {
  for (int i = 1; i < count; i++) {
    char *end;
    long number = strtol(words[i], &end, 10), arguments[6] = {-1, -1, -1, -1, -1, -1};
    if (*end == ':') {
      long place = strtol(end + 1, &end, 10);
      arguments[place] = (long)strtoull(end + 1, &end, 16);
      /* A new process needs no stack of its own. */
      if (place == 0) arguments[1] = arguments[2] = arguments[3] = arguments[4] = 0;
    }
    int results[2];
    if (pipe(results) != 0) return 1;
    pid_t child = fork();
    if (child == 0) {
      pid_t self = getpid();
      errno = 0;
      long got = syscall(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
      int error = got < 0 ? errno : 0;
      if (getpid() == self) write(results[1], &error, sizeof error);
      _exit(0);
    }
    close(results[1]);
    int error = -1;
    read(results[0], &error, sizeof error);
    close(results[0]);
    waitpid(child, 0, 0);
    printf("%s %d\n", words[i], error);
    fflush(stdout);
  }
  return 0;
}

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  struct rlimit most = {RLIM_INFINITY, RLIM_INFINITY};
  if (setrlimit(RLIMIT_CORE, &most) == 0) puts("BREACH limit");
  int status = 0;
  if (fork() == 0) {
    char *memory = malloc(32 << 20);
    memset(memory, 'x', 32 << 20);
    abort();
  }
  wait(&status);
  if (WCOREDUMP(status)) puts("BREACH core");
  puts("tried");
  return 0;
}

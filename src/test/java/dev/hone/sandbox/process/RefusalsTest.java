package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.sandbox.Limit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OSError: [Errno 24] Too many open files: 'a'                               | FILES
          open a: too many open files                                                | FILES
          Error: EMFILE: too many open files, open 'a'                               | FILES
          java.io.FileNotFoundException: a (Too many open files)                     | FILES
          OSError: [Errno 28] No space left on device                                | DISK
          ENOSPC: no space left on device, write                                     | DISK
          OSError: [Errno 27] File too large                                         | FILE_SIZE
          Os { code: 27, kind: FileTooLarge } (os error 27)                          | FILE_SIZE
          Error: EFBIG: file too large, write                                        | FILE_SIZE
          RuntimeError: can't start new thread                                       | PROCESSES
          unable to create native thread: possibly out of memory                     | PROCESSES
          sh: 1: Cannot fork                                                         | PROCESSES
          bash: fork: retry: Resource temporarily unavailable                        | PROCESSES
          Error: spawn ls EAGAIN                                                     | PROCESSES
          what(): std::system_error: Resource temporarily unavailable                | PROCESSES
          BlockingIOError: [Errno 11] Resource temporarily unavailable on a socket   | NONE
          MemoryError                                                                | MEMORY
          OSError: [Errno 12] Cannot allocate memory                                 | MEMORY
          what():  std::bad_alloc                                                    | MEMORY
          memory allocation of 1099511627776 bytes failed                            | MEMORY
          fatal error: runtime: out of memory                                        | MEMORY
          FATAL ERROR: Reached heap limit - JavaScript heap out of memory            | MEMORY
          java.lang.OutOfMemoryError: Java heap space                                | MEMORY
          expected a MemoryError                                                     | NONE
          the upload is refused: file too large                                      | NONE
          AssertionError                                                             | NONE
          """)
  void theWordsOfARefusalNameItsLimit(String stderr, Limit limit) {
    assertThat(Refusals.named("Traceback:\n" + stderr + "\n")).isEqualTo(limit);
  }
}

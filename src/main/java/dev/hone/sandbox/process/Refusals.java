package dev.hone.sandbox.process;

import dev.hone.sandbox.Limit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words by which programs say that the kernel refused them something for a limit. Asked only
/// where a command failed and nothing was seen from outside, since a command can be quicker than
/// any look at it. Its word is taken because it can only make its own ending look worse.
final class Refusals {
  private record Words(Pattern pattern, Limit limit) {}

  private static final List<Words> KNOWN =
      List.of(
          // One piece beyond what a single process may have, which is above what all of them may.
          words("(?m)^memoryerror|cannot allocate memory|std::bad_alloc", Limit.MEMORY),
          words("memory allocation of \\d+ bytes failed", Limit.MEMORY),
          words("runtime: out of memory|javascript heap out of memory", Limit.MEMORY),
          words("outofmemoryerror: java heap space", Limit.MEMORY),
          words("\\[errno 27\\]|\\(os error 27\\)|\\befbig\\b", Limit.FILE_SIZE),
          words("no space left on device", Limit.DISK),
          words("too many open files", Limit.FILES),
          words("can't start new thread", Limit.PROCESSES),
          words("unable to create native thread", Limit.PROCESSES),
          words("failed to create new os thread", Limit.PROCESSES),
          words("cannot fork", Limit.PROCESSES),
          words("\\bspawn .*\\beagain\\b", Limit.PROCESSES),
          // The error has other reasons too, so it must stand beside what was tried.
          words(
              "(fork|spawn|system_error)[\\s\\S]{0,300}resource temporarily unavailable",
              Limit.PROCESSES));

  private Refusals() {}

  /// {@return the limit that a command's own words name, or {@link Limit#NONE}}
  ///
  /// @param stderr what it wrote to standard error
  static Limit named(String stderr) {
    String lower = stderr.toLowerCase(Locale.ROOT);
    return KNOWN.stream()
        .filter(words -> words.pattern().matcher(lower).find())
        .map(Words::limit)
        .findFirst()
        .orElse(Limit.NONE);
  }

  private static Words words(String pattern, Limit limit) {
    return new Words(Pattern.compile(pattern), limit);
  }
}

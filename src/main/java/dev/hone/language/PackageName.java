package dev.hone.language;

import dev.hone.failure.UsageException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A third-party package as a person names it. Neither an option, an address nor a path can be
/// written as one. Which of the forms a language knows is said by its client.
///
/// @param name the name that the registry knows, such as `numpy`, `@types/lodash`,
///   `github.com/google/uuid` or `com.google.guava:guava`
/// @param version the exact version, or empty for the newest
public record PackageName(String name, String version) {
  private static final String PLAIN =
      "(?:@[a-z0-9][a-z0-9._-]{0,99}/)?[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?";

  /// Of parts with slashes the first is a host, as in paths of Go's modules.
  private static final String MODULE =
      "[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,5}(?:/[A-Za-z0-9_~](?:[A-Za-z0-9._~-]{0,98}"
          + "[A-Za-z0-9_~])?){1,12}";

  /// Group and artifact, as in Maven's coordinates, and no address.
  private static final String ARTIFACT =
      "(?!(?:file|git|github|https?|jsr|link|npm|ssh|workspace):)"
          + "[A-Za-z0-9_][\\w.-]{0,98}:[A-Za-z0-9_][\\w.-]{0,98}";

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(%s|%s|%s)(?:(?:==|@|(?<=:[\\w.-]{1,99}):)([0-9A-Za-z](?:[0-9A-Za-z.+_-]{0,78}[0-9A-Za-z])?))?"
              .formatted(ARTIFACT, MODULE, PLAIN));
  private static final Pattern ARCHIVE =
      Pattern.compile(".*\\.(?:whl|zip|tar|gz|tgz|bz2|xz|egg|git)", Pattern.CASE_INSENSITIVE);

  /// {@return the packages of a list with commas, in its order, each once}
  ///
  /// @param list such as `requests,numpy==2.1.0`
  /// @throws UsageException if one of them is not written as a name with at most a version, or is
  ///   asked for in two
  public static List<PackageName> list(String list) {
    List<PackageName> all =
        Arrays.stream(list.split(",", -1))
            .map(String::strip)
            .map(PackageName::of)
            .distinct()
            .toList();
    Set<String> names = new HashSet<>();
    for (PackageName one : all) {
      if (!names.add(one.name())) {
        throw new UsageException(
            "--with names %s twice, and only one version can be there; leave one of them out"
                .formatted(one.name()));
      }
    }
    return all;
  }

  /// {@return the package that a word names}
  ///
  /// @param word such as `requests` or `numpy==2.1.0`
  /// @throws UsageException if it is not written as a name with at most a version
  public static PackageName of(String word) {
    Matcher matcher = WRITTEN.matcher(word);
    if (!matcher.matches() || ARCHIVE.matcher(matcher.group(1)).matches()) {
      throw new UsageException(
          "--with takes names of packages, each with a version where one is needed, such as"
              + " --with requests,numpy==2.1.0; '%s' is none".formatted(word));
    }
    String version = matcher.group(2);
    return new PackageName(matcher.group(1), version == null ? "" : version);
  }

  /// {@return the name, and `==` with the version where there is one}
  public String written() {
    return version.isEmpty() ? name : name + "==" + version;
  }
}

package dev.hone.scan;

import java.util.List;

/// What a rule looks for.
///
/// @param when the kind of use
/// @param names qualified names, `*` for any rest; for [When#MEMBER] the plain names of members
/// @param except qualified names that are harmless although `names` has them
/// @param argument the argument that decides, from 0
/// @param keyword the name that the argument can be given by, or the empty string
/// @param pattern a regular expression for the argument's whole text or name
public record Match(
    When when,
    List<String> names,
    List<String> except,
    int argument,
    String keyword,
    String pattern) {
  /// Copies the lists.
  public Match {
    names = List.copyOf(names);
    except = List.copyOf(except);
  }

  /// The kinds of use.
  public enum When {
    /// The name is read or called in any way.
    USED("the name is used"),
    /// A member of this name is read from anything.
    MEMBER("a member of this name is read"),
    /// A member of it is chosen by a text that is not constant.
    CHOSEN("a member is chosen by a computed text"),
    /// It is called with a text that fits the pattern, or with one that is not constant.
    FITTING("called with a fitting or computed argument"),
    /// It is called with a text, constant or not.
    TEXT("called with a text"),
    /// It is called with an argument that is not constant, or handed on uncalled.
    COMPUTED("called with a computed argument"),
    /// It is called without an argument whose name fits the pattern.
    WITHOUT("called without the safe argument"),
    /// It is called, or one is made of it; a type that is only named is nothing.
    CALLED("it is called"),
    /// It is called with exactly one argument.
    SINGLE("called with one argument");

    private final String words;

    When(String words) {
      this.words = words;
    }

    /// {@return the kind in words, for the table of rules}
    public String words() {
      return words;
    }
  }

  /// {@return whether a qualified name is one of this match}
  ///
  /// @param path a qualified name, such as `os.system`
  boolean names(String path) {
    // the result of a call was reported where the call stands, unless the rule is about results
    boolean result = path.contains("()");
    return names.stream().anyMatch(name -> (!result || name.contains("()")) && fits(name, path))
        && except.stream().noneMatch(name -> fits(name, path));
  }

  private static boolean fits(String name, String path) {
    int star = name.indexOf('*');
    if (star < 0) {
      return name.equals(path);
    }
    return path.startsWith(name.substring(0, star))
        && restFits(name.substring(star + 1), path.substring(star));
  }

  /// Whether a path can end in a name that follows a star.
  private static boolean restFits(String name, String path) {
    int star = name.indexOf('*');
    if (star < 0) {
      return path.endsWith(name);
    }
    int at = path.indexOf(name.substring(0, star));
    return at >= 0 && restFits(name.substring(star + 1), path.substring(at + star));
  }
}

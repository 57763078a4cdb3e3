package dev.hone.language.syntax;

import dev.hone.language.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The faults of code that declares a function otherwise than it was asked for.
public final class AskedFor {
  /// The code of these faults.
  public static final String CODE = "signature";

  private static final Pattern ASKED = Pattern.compile("the requirement asks for `(.+?)`, not");

  private AskedFor() {}

  /// A function of the asked name.
  ///
  /// @param path its file
  /// @param line the line on which it starts, from 1
  /// @param head its declaration without the body
  /// @param fits whether callers can call it as the one that was asked for
  public record Declared(String path, int line, String head, boolean fits) {}

  /// {@return the fault of the first declaration, or empty where there is none or any of them fits}
  ///
  /// @param asked the signature that was asked for
  /// @param declared the functions of that name, in the order of the text
  public static Optional<Diagnostic> fault(String asked, List<Declared> declared) {
    return declared.stream().anyMatch(Declared::fits)
        ? Optional.empty()
        : declared.stream()
            .findFirst()
            .map(
                one ->
                    new Diagnostic(
                        one.path(),
                        one.line(),
                        1,
                        CODE,
                        "the requirement asks for `%s`, not `%s`"
                            .formatted(asked.strip(), one.head()),
                        one.head()));
  }

  /// {@return the signature that a fault says was asked for, or empty where it is no such fault}
  ///
  /// @param fault a fault
  public static Optional<String> asked(Diagnostic fault) {
    Matcher asked = ASKED.matcher(fault.message());
    return fault.code().equals(CODE) && asked.find()
        ? Optional.of(asked.group(1))
        : Optional.empty();
  }
}

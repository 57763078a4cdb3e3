package dev.hone.language.rust;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import dev.hone.language.syntax.AskedFor;
import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Compares the functions that code declares with those that were asked for.
final class RustSignatures {
  private static final Pattern BOUND = Pattern.compile("\\s*\\+\\s*'\\w+");
  private static final Pattern LIFETIME = Pattern.compile("'\\w+\\s*,?\\s*");

  private RustSignatures() {}

  /// {@return one fault for each function that takes or returns something else than asked}
  ///
  /// @param code the candidate's files
  /// @param signatures what was asked for, as Rust writes it; what is no whole signature is left
  ///   out
  static List<Diagnostic> faults(List<SourceFile> code, List<String> signatures) {
    return signatures.stream().flatMap(asked -> fault(code, asked).stream()).toList();
  }

  private static Optional<Diagnostic> fault(List<SourceFile> code, String asked) {
    return RustSignature.read(asked)
        .filter(wanted -> wanted.generic().isEmpty())
        .flatMap(
            wanted ->
                AskedFor.fault(
                    asked, code.stream().flatMap(file -> declared(file, wanted)).toList()));
  }

  private static Stream<AskedFor.Declared> declared(SourceFile file, RustSignature wanted) {
    return RustItems.parse(file.content()).parts().stream()
        .filter(item -> item.is("function_item") && item.text().indexOf('{') > 0)
        .filter(item -> item.textAt("name").equals(wanted.name()))
        .map(item -> declared(file.path(), item, wanted));
  }

  // What cannot be read as a plain signature is not held against the code.
  private static AskedFor.Declared declared(String path, SyntaxNode item, RustSignature wanted) {
    String head = item.text().substring(0, item.text().indexOf('{')).strip();
    boolean fits = RustSignature.read(head).map(one -> fits(one, wanted)).orElse(true);
    return new AskedFor.Declared(path, item.line(), head, fits);
  }

  // What takes any type of a kind may take the one that was asked for.
  private static boolean fits(RustSignature declared, RustSignature wanted) {
    boolean any =
        !declared.generic().isEmpty()
            || declared.parameters().stream()
                .flatMap(SyntaxNode::all)
                .anyMatch(type -> type.is("abstract_type"));
    return any
        || (bare(declared.parameters()).equals(bare(wanted.parameters()))
            && bare(declared.result()).equals(bare(wanted.result())));
  }

  /// Types without lifetimes, paths and blanks; a borrowed vector or string counts as its slice,
  /// since callers cannot tell.
  private static List<String> bare(List<SyntaxNode> types) {
    return types.stream()
        .map(type -> BOUND.matcher(type.text()).replaceAll(""))
        .map(text -> LIFETIME.matcher(text).replaceAll("").replace("<>", ""))
        .map(text -> text.replaceAll("\\b(?:\\w+::)+", "").replaceAll("\\s+", ""))
        .map(text -> text.replaceAll(",([>)\\]])", "$1").replace("&String", "&str"))
        .map(text -> text.replaceFirst("^&Vec<(.*)>$", "&[$1]"))
        .filter(text -> !text.equals("()"))
        .toList();
  }
}

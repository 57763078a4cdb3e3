package dev.hone.language.rust;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Compares the functions that code declares with those that were asked for.
final class RustSignatures {
  private static final String CODE = "signature";
  private static final Pattern LIFETIME = Pattern.compile("'\\w+\\s?");

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
    Optional<RustSignature> wanted = RustSignature.read(asked);
    if (wanted.isEmpty() || !wanted.get().generic().isEmpty()) {
      return Optional.empty();
    }
    for (SourceFile file : code) {
      for (SyntaxNode item : RustItems.parse(file.content()).parts()) {
        if (item.is("function_item") && item.textAt("name").equals(wanted.get().name())) {
          String head = item.text().substring(0, item.text().indexOf('{')).strip();
          Optional<RustSignature> declared = RustSignature.read(head);
          if (declared.isPresent()
              && declared.get().generic().isEmpty()
              && !types(declared.get()).equals(types(wanted.get()))) {
            return Optional.of(
                new Diagnostic(
                    file.path(),
                    item.line(),
                    1,
                    CODE,
                    "the requirement asks for `%s`, not `%s`".formatted(asked.strip(), head),
                    head));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<List<String>> types(RustSignature signature) {
    return List.of(bare(signature.parameters()), bare(signature.result()));
  }

  private static List<String> bare(List<SyntaxNode> types) {
    return types.stream()
        .map(type -> LIFETIME.matcher(type.text()).replaceAll(""))
        .map(text -> text.replaceAll("\\s+", "").replace("std::collections::", ""))
        .toList();
  }
}

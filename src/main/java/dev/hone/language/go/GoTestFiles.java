package dev.hone.language.go;

import dev.hone.language.Project.LeftOut;
import dev.hone.language.SourceFile;
import dev.hone.language.runner.Scripts;
import dev.hone.language.syntax.SyntaxNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Test files that are built together, as `go test` does. In a run each is built by itself, so that
/// two may declare the same name.
///
/// @param files the files, in the order in which they were given
/// @param leftOut those of them that `go test` passes over
record GoTestFiles(List<SourceFile> files, List<LeftOut> leftOut) {
  /// Keeps a file out of every build.
  private static final String IGNORED = "//go:build ignore\n\n";

  /// Reads the files. Of example tests the first keeps the checks that all of them call; a file
  /// that declares what an earlier one declares is kept out.
  static GoTestFiles of(List<SourceFile> tests) {
    String checks = new String(Scripts.resource("go", "examples.go"), StandardCharsets.UTF_8);
    Map<String, String> declaredIn = new HashMap<>();
    List<SourceFile> files = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (SourceFile test : tests) {
      String scope = scope(test);
      boolean again = declaredIn.containsKey(scope + "HoneReturns");
      String text = again ? without(test.content(), checks) : test.content();
      List<String> names = declared(GoNames.parse(text)).toList();
      Optional<String> twice =
          names.stream().filter(name -> declaredIn.containsKey(scope + name)).findFirst();
      if (twice.isPresent()) {
        leftOut.add(
            new LeftOut(
                test.path(),
                "it declares %s, as %s does"
                    .formatted(twice.get(), declaredIn.get(scope + twice.get()))));
        files.add(new SourceFile(test.path(), IGNORED + text));
      } else {
        names.forEach(name -> declaredIn.put(scope + name, test.path()));
        files.add(new SourceFile(test.path(), text));
      }
    }
    return new GoTestFiles(List.copyOf(files), List.copyOf(leftOut));
  }

  /// Names are told apart by folder and package.
  private static String scope(SourceFile file) {
    String name =
        GoNames.parse(file.content()).parts().stream()
            .filter(part -> part.is("package_clause"))
            .map(SyntaxNode::text)
            .findFirst()
            .orElse("");
    return file.path().substring(0, file.path().lastIndexOf('/') + 1) + name + " ";
  }

  private static String without(String text, String checks) {
    return text.endsWith(checks)
        ? GoImports.withoutUnused(
            text.substring(0, text.length() - checks.length()).stripTrailing() + "\n",
            GoImports.qualifiers(GoNames.parse(text)))
        : text;
  }

  private static Stream<String> declared(SyntaxNode root) {
    return root.parts().stream()
        .flatMap(
            part ->
                switch (part.type()) {
                  case "function_declaration" -> Stream.of(part.textAt("name"));
                  case "type_declaration", "var_declaration", "const_declaration" ->
                      part.all()
                          .filter(node -> node.is("type_spec", "var_spec", "const_spec"))
                          .flatMap(node -> node.at("name"))
                          .map(SyntaxNode::text);
                  default -> Stream.<String>empty();
                })
        .filter(name -> !name.equals("init") && !name.equals("_"));
  }
}

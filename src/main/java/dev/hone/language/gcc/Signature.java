package dev.hone.language.gcc;

import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.treesitter.TSLanguage;

/// What is known of a function before there is code.
///
/// @param name its name, without what it is a member of
/// @param returned the type that it returns, such as `const char *`
/// @param parameters its parameters in order; none for `void`
/// @param isTemplate whether its types are chosen by each call
public record Signature(
    String name, String returned, List<Parameter> parameters, boolean isTemplate) {
  /// Copies the list.
  public Signature {
    parameters = List.copyOf(parameters);
  }

  /// One parameter.
  ///
  /// @param type its type with single blanks; an array is written as a pointer, such as `int *`
  /// @param name its name, empty where it has none
  public record Parameter(String type, String name) {
    /// {@return the type without `const` and reference, such as `std::vector<int>`}
    public String plain() {
      return type.replaceAll("\\bconst\\b", "").replace("&", "").strip().replaceAll("\\s+", " ");
    }

    /// {@return whether it is a pointer or an array}
    public boolean isPointer() {
      return type.endsWith("*");
    }

    /// {@return whether the function can change what the caller has: a reference or a pointer to
    /// what is not constant}
    public boolean isChangeable() {
      return (type.endsWith("&") || isPointer())
          && !type.endsWith("&&")
          && !type.matches(".*\\bconst\\b.*");
    }
  }

  /// {@return the function that a text declares, or empty where it says no types}
  ///
  /// @param grammar the language's grammar
  /// @param text such as `int add(int a, int b)`
  public static Optional<Signature> read(TSLanguage grammar, String text) {
    String declaration = text.strip().replaceFirst("\\s*\\{?[^{}]*}?$", "$0");
    String bare = declaration.replaceFirst("\\s*(?:\\{.*|;)$", "") + ";";
    SyntaxNode root = SyntaxNode.parse(grammar, bare);
    boolean template = root.parts().stream().anyMatch(p -> p.is("template_declaration"));
    return root.broken()
        ? Optional.empty()
        : root.parts().stream()
            .flatMap(p -> p.is("template_declaration") ? p.parts().stream() : Stream.of(p))
            .filter(part -> part.is("declaration"))
            .findFirst()
            .flatMap(part -> of(part, template));
  }

  private static Optional<Signature> of(SyntaxNode declaration, boolean template) {
    String name = CodeNames.functionName(declaration);
    int at = declaration.text().indexOf(name + "(");
    int spaced = declaration.text().indexOf(name + " (");
    int end = at >= 0 ? at : spaced;
    if (name.isEmpty() || end < 0 || declaration.textAt("type").isEmpty()) {
      return Optional.empty();
    }
    List<Parameter> parameters =
        CodeNames.parameters(declaration).stream()
            .filter(node -> !node.text().equals("void"))
            .map(Signature::parameter)
            .toList();
    String returned =
        declaration.text().substring(0, end).replaceAll("\\b(?:static|inline|extern)\\b", "");
    boolean deduced =
        template || parameters.stream().anyMatch(p -> p.type().matches(".*\\bauto\\b.*"));
    return Optional.of(new Signature(name, tidy(returned), parameters, deduced));
  }

  private static Parameter parameter(SyntaxNode node) {
    String name =
        node.at("declarator")
            .flatMap(SyntaxNode::all)
            .filter(part -> part.is("identifier"))
            .map(SyntaxNode::text)
            .findFirst()
            .orElse("");
    String text = node.text().replaceFirst("\\s*=.*$", "").replaceAll("\\[[^\\]]*]", " *");
    int at = text.lastIndexOf(name);
    String type =
        name.isEmpty() || at < 0
            ? text
            : text.substring(0, at) + " " + text.substring(at + name.length());
    return new Parameter(tidy(type), name);
  }

  private static String tidy(String type) {
    return type.strip()
        .replaceAll("\\s+", " ")
        .replaceAll("\\s*([*&]+)\\s*", " $1 ")
        .replaceAll("\\s*<\\s*", "<")
        .replaceAll("\\s*>", ">")
        .replaceAll(" ([*&]) (?=[*&])", " $1")
        .strip();
  }
}

package dev.hone.plan;

import dev.hone.language.LanguageId;
import dev.hone.language.syntax.Grammar;
import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Reads what code declares, from its syntax tree: functions, and types that have methods or stand
/// alone. A type that only carries the data of a function is no entry point.
final class Declarations {
  private static final String[] SCOPES = {
    "source_file",
    "program",
    "translation_unit",
    "export_statement",
    "ambient_declaration",
    "namespace_definition",
    "declaration_list",
    "linkage_specification",
    "template_declaration",
    "type_declaration",
    "preproc_ifdef",
    "preproc_if",
    "mod_item",
    "ERROR"
  };
  private static final String[] FUNCTIONS = {
    "function_declaration",
    "function_signature",
    "function_item",
    "function_signature_item",
    "function_definition",
    "generator_function_declaration"
  };
  private static final String[] TYPES = {
    "class_declaration",
    "abstract_class_declaration",
    "interface_declaration",
    "record_declaration",
    "enum_declaration",
    "class_specifier",
    "struct_specifier",
    "struct_item",
    "enum_item",
    "trait_item",
    "type_spec",
    "type_definition",
    "type_alias_declaration"
  };
  private static final Set<String> METHODS =
      Set.of(
          "method_declaration",
          "method_definition",
          "method_signature",
          "function_definition",
          "function_declarator",
          "function_item",
          "function_signature_item");

  private final LanguageId language;
  private final Map<String, Signature> functions = new LinkedHashMap<>();
  private final Map<String, Signature> types = new LinkedHashMap<>();
  private final List<String> withMethods = new ArrayList<>();

  private Declarations(LanguageId language) {
    this.language = language;
  }

  /// {@return what the code declares, in its order, functions first}
  ///
  /// @param code the code
  /// @param language the language, not Python or JavaScript
  static List<Signature> read(String code, LanguageId language) {
    Declarations declarations = new Declarations(language);
    declarations.scope(SyntaxNode.parse(Grammar.of(language), code), "");
    return declarations.wanted();
  }

  private List<Signature> wanted() {
    return Stream.concat(
            functions.values().stream(),
            types.values().stream()
                .filter(type -> functions.isEmpty() || withMethods.contains(type.name())))
        .toList();
  }

  private void scope(SyntaxNode scope, String before) {
    String attribute = "";
    for (SyntaxNode node : scope.children()) {
      if (node.is("attribute_item")) {
        attribute = node.text();
        continue;
      }
      if (!attribute.contains("test")) {
        declaration(node, before);
      }
      attribute = "";
    }
  }

  private void declaration(SyntaxNode node, String before) {
    if (node.is(FUNCTIONS)) {
      function(node, before);
    } else if (node.is(TYPES)) {
      type(node, before);
    } else if (node.is("method_declaration") && language == LanguageId.GO) {
      node.at("receiver").forEach(this::receiver);
    } else if (node.is("method_declaration")) {
      function(node, before);
    } else if (node.is("impl_item")) {
      withMethods.add(bare(node.textAt("type")));
      String name = bare(node.textAt("type"));
      types.putIfAbsent(name, new Signature(name, "struct " + name, true));
    } else if (node.is("declaration")) {
      node.children().stream().filter(c -> c.is(TYPES)).forEach(c -> type(c, before));
      function(node, before);
    } else if (node.is("lexical_declaration")) {
      node.parts().stream()
          .filter(p -> p.at("value").anyMatch(v -> v.is("arrow_function", "function_expression")))
          .forEach(this::arrow);
    } else if (node.is("template_declaration")) {
      scope(node, "template " + node.textAt("parameters") + " ");
    } else if (node.is(SCOPES)) {
      scope(node, before);
    }
  }

  private void function(SyntaxNode node, String before) {
    SyntaxNode named = declarator(node);
    String name =
        (named.textAt("name").isEmpty() ? named.textAt("declarator") : named.textAt("name"))
            .replaceFirst("^(?:[a-z_]\\w*::)+", "");
    boolean whole = named.at("parameters").anyMatch(p -> !p.broken());
    boolean typed =
        !isC() || node.children().stream().anyMatch(child -> child.field().equals("type"));
    if (whole && typed && isWanted(name, node)) {
      Signature next = new Signature(name, before + withoutBody(node), false);
      // Of overloads the first one names the function.
      functions.putIfAbsent(name, next);
    }
  }

  /// In C the name stands inside of the pointers and references of the result.
  private SyntaxNode declarator(SyntaxNode node) {
    SyntaxNode at = node;
    while (isC() && !at.is("function_declarator")) {
      SyntaxNode up = at;
      List<SyntaxNode> below =
          at.children().stream()
              .filter(
                  c ->
                      c.field().equals("declarator")
                          || (up.is("reference_declarator") && c.is("function_declarator")))
              .toList();
      if (below.isEmpty()) {
        return node;
      }
      at = below.getFirst();
    }
    return at;
  }

  private boolean isC() {
    return language == LanguageId.C || language == LanguageId.CPP;
  }

  private boolean isWanted(String name, SyntaxNode node) {
    boolean test =
        node.text().startsWith("@Test")
            || (language == LanguageId.GO && name.matches("(?:Test|Benchmark)[A-Z_].*"));
    return name.matches("[A-Za-z_$][\\w$]*")
        && !test
        && !name.equals("main")
        && !name.equals("init");
  }

  private void receiver(SyntaxNode receiver) {
    receiver
        .all()
        .filter(node -> node.is("type_identifier"))
        .map(SyntaxNode::text)
        .limit(1)
        .forEach(
            name -> {
              withMethods.add(name);
              types.putIfAbsent(name, new Signature(name, "type " + name + " struct", true));
            });
  }

  private void arrow(SyntaxNode variable) {
    SyntaxNode value = variable.at("value").findFirst().orElse(variable);
    String name = variable.textAt("name");
    String text = variable.text();
    String body = value.textAt("body");
    functions.putIfAbsent(
        name,
        new Signature(
            name, squeezed("const " + text.substring(0, text.length() - body.length())), false));
  }

  private void type(SyntaxNode node, String before) {
    List<SyntaxNode> members =
        node.at("body").flatMap(SyntaxNode::all).filter(m -> METHODS.contains(m.type())).toList();
    String name =
        node.is("type_definition") ? node.textAt("declarator") : bare(node.textAt("name"));
    boolean isData = node.is("type_spec", "type_definition", "type_alias_declaration");
    if (name.isEmpty()
        || (node.at("body").findAny().isEmpty() && !isData && !node.is("struct_item"))) {
      return;
    }
    if (language == LanguageId.JAVA && node.is("class_declaration") && holdsFunctions(node)) {
      node.at("body")
          .flatMap(body -> body.parts().stream())
          .filter(
              m ->
                  m.is("method_declaration") && !m.text().matches("(?s)(?:@\\w+\\s+)*private\\b.*"))
          .forEach(m -> function(m, ""));
      return;
    }
    if (!members.isEmpty()) {
      withMethods.add(name);
    }
    types.put(name, new Signature(name, before + typeText(node, name), true));
  }

  /// A class without fields and constructors is the place where functions stand.
  private static boolean holdsFunctions(SyntaxNode node) {
    List<SyntaxNode> members = node.at("body").flatMap(body -> body.parts().stream()).toList();
    return node.at("interfaces").findAny().isEmpty()
        && members.stream().anyMatch(m -> m.is("method_declaration"))
        && members.stream()
            .noneMatch(
                m ->
                    m.is("constructor_declaration")
                        || (m.is("field_declaration") && !m.text().contains("static")));
  }

  private String typeText(SyntaxNode node, String name) {
    return switch (node.type()) {
      case "class_declaration", "abstract_class_declaration", "class_specifier" -> "class " + name;
      case "type_spec" ->
          "type " + name + (node.text().contains("interface") ? " interface" : " struct");
      case "type_definition" -> "struct " + name;
      case "type_alias_declaration" -> "type " + name;
      case "record_declaration" -> "record " + name + squeezed(node.textAt("parameters"));
      default -> node.type().replaceFirst("_.*", "") + " " + name;
    };
  }

  private static String bare(String name) {
    return name.replaceFirst("<[\\s\\S]*", "").strip();
  }

  private static String withoutBody(SyntaxNode node) {
    String body = node.textAt("body");
    String text = node.text();
    String head = body.isEmpty() ? text : text.substring(0, text.lastIndexOf(body));
    return squeezed(head.replaceFirst("^(?:@\\w+(?:\\([^)]*\\))?\\s+)+", ""));
  }

  private static String squeezed(String code) {
    return code.strip()
        .replaceFirst("[;{]$", "")
        .replaceAll("\\s+", " ")
        .replace("( ", "(")
        .replaceAll(",? \\)", ")")
        .strip();
  }
}

package dev.hone.language.node;

import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Imports one of Node's own modules that the code uses by its usual name and forgot.
final class MissingBuiltin implements Correction {
  // Names that mean a module where the code takes something from them.
  private static final Set<String> MODULES =
      Set.of("fs", "path", "util", "assert", "os", "readline", "zlib", "child_process");
  // Functions and classes that are known by one module only.
  private static final Map<String, String> MEMBERS =
      Map.ofEntries(
          Map.entry("EventEmitter", "events"),
          Map.entry("AsyncLocalStorage", "async_hooks"),
          Map.entry("createHash", "crypto"),
          Map.entry("createHmac", "crypto"),
          Map.entry("readFileSync", "fs"),
          Map.entry("writeFileSync", "fs"),
          Map.entry("existsSync", "fs"),
          Map.entry("promisify", "util"),
          Map.entry("isDeepStrictEqual", "util"),
          Map.entry("StringDecoder", "string_decoder"),
          Map.entry("Readable", "stream"),
          Map.entry("Transform", "stream"));
  // What the global `crypto` of browsers lacks.
  private static final Set<String> OF_CRYPTO =
      Set.of("createHash", "createHmac", "randomBytes", "randomInt", "scryptSync", "pbkdf2Sync");

  @Override
  public String name() {
    return "missing-import";
  }

  @Override
  public ModuleText corrected(ModuleText module) {
    if (module.broken()) {
      return module;
    }
    Set<String> bound = module.bound();
    Map<String, String> lines = new TreeMap<>();
    module
        .root()
        .node()
        .all()
        .flatMap(MissingBuiltin::used)
        .filter(name -> !bound.contains(name))
        .forEach(name -> lines.putIfAbsent(name, line(module, name)));
    if (lines.isEmpty()) {
      return module;
    }
    String text = String.join("\n", lines.values()) + "\n";
    int place = module.firstPlace();
    String before = place > 0 && module.text().charAt(place - 1) != '\n' ? "\n" : "";
    return module.with(List.of(new Located.Edit(place, place, before + text)));
  }

  private static Stream<String> used(SyntaxNode node) {
    return switch (node.type()) {
      case "member_expression" ->
          node.at("object")
              .filter(object -> object.is("identifier"))
              .map(SyntaxNode::text)
              .filter(
                  name ->
                      MODULES.contains(name)
                          || (name.equals("crypto")
                              && OF_CRYPTO.contains(node.textAt("property"))));
      case "call_expression" ->
          node.at("function")
              .filter(called -> called.is("identifier"))
              .map(SyntaxNode::text)
              .filter(name -> name.equals("assert") || isMember(name, false));
      case "new_expression" ->
          node.at("constructor")
              .filter(made -> made.is("identifier"))
              .map(SyntaxNode::text)
              .filter(name -> isMember(name, true));
      case "class_heritage", "extends_clause" ->
          node.all()
              .filter(base -> base.is("identifier"))
              .map(SyntaxNode::text)
              .filter(name -> isMember(name, true));
      default -> Stream.empty();
    };
  }

  private static boolean isMember(String name, boolean isClass) {
    return MEMBERS.containsKey(name) && Character.isUpperCase(name.charAt(0)) == isClass;
  }

  private static String line(ModuleText module, String name) {
    boolean imports = module.typed() || module.isModule();
    String from = MEMBERS.getOrDefault(name, name);
    if (MEMBERS.containsKey(name)) {
      String form =
          imports ? "import { %s } from 'node:%s';" : "const { %s } = require('node:%s');";
      return form.formatted(name, from);
    }
    // A module that is itself called cannot be taken as a whole.
    boolean whole = module.typed() && !name.equals("assert");
    String form = whole ? "import * as %s from 'node:%s';" : "import %s from 'node:%s';";
    return (imports ? form : "const %s = require('node:%s');").formatted(name, from);
  }
}

package dev.hone.language.syntax;

import dev.hone.language.LanguageId;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterC;
import org.treesitter.TreeSitterCpp;
import org.treesitter.TreeSitterGo;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterRust;
import org.treesitter.TreeSitterTypescript;

/// The grammar of each language.
public final class Grammar {
  private Grammar() {}

  /// {@return a grammar of its own for each call, as parsers of several threads need}
  ///
  /// @param language the language
  public static TSLanguage of(LanguageId language) {
    return switch (language) {
      case PYTHON -> new TreeSitterPython();
      case JAVASCRIPT -> new TreeSitterJavascript();
      case TYPESCRIPT -> new TreeSitterTypescript();
      case JAVA -> new TreeSitterJava();
      case GO -> new TreeSitterGo();
      case RUST -> new TreeSitterRust();
      case C -> new TreeSitterC();
      case CPP -> new TreeSitterCpp();
    };
  }
}

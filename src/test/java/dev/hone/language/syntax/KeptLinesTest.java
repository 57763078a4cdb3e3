package dev.hone.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.treesitter.TreeSitterC;

class KeptLinesTest {
  @Test
  void statementsGiveWayAndEveryLineKeepsItsPlace() {
    String text = "void f(void) {\n  a();\n  b(\n    1);\n  c();\n}\n";
    List<SyntaxNode> body =
        SyntaxNode.parse(new TreeSitterC(), text)
            .parts()
            .getFirst()
            .child("body")
            .orElseThrow()
            .parts();
    KeptLines lines = new KeptLines(text);

    lines.replace(body.subList(0, 2), "d();");

    assertThat(lines.text()).isEqualTo("void f(void) {\n  d();\n\n\n  c();\n}\n");
  }
}

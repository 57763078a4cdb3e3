package dev.hone.language.gcc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.gcc.Signature.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.treesitter.TreeSitterC;
import org.treesitter.TreeSitterCpp;

class SignatureTest {
  @Test
  void typesAndNamesOfParametersAreRead() {
    assertThat(
            Signature.read(
                new TreeSitterC(),
                "static const char *longest(const char **words, int counts[], size_t n);"))
        .contains(
            new Signature(
                "longest",
                "const char *",
                List.of(
                    new Parameter("const char **", "words"),
                    new Parameter("int *", "counts"),
                    new Parameter("size_t", "n")),
                false));
    assertThat(Signature.read(new TreeSitterC(), "void stop(void) {"))
        .contains(new Signature("stop", "void", List.of(), false));
  }

  @Test
  void referencesDefaultsAndTemplatesAreRead() {
    assertThat(
            Signature.read(
                new TreeSitterCpp(),
                "std::map<std::string, int> tally(const std::vector<std::string>& words, bool fold = true)"))
        .contains(
            new Signature(
                "tally",
                "std::map<std::string, int>",
                List.of(
                    new Parameter("const std::vector<std::string> &", "words"),
                    new Parameter("bool", "fold")),
                false));
    assertThat(
            Signature.read(new TreeSitterCpp(), "template <class T> T largest(std::vector<T> v)"))
        .map(Signature::isTemplate)
        .contains(true);
  }

  @Test
  void whatSaysNoTypesIsNoSignature() {
    assertThat(Signature.read(new TreeSitterC(), "add(...)")).isEqualTo(Optional.empty());
    assertThat(Signature.read(new TreeSitterCpp(), "class Stack")).isEqualTo(Optional.empty());
  }

  @Test
  void anExpressionIsOneOnlyIfAllItsNamesAreKnown() {
    NativeText texts = new NativeText(new TreeSitterCpp());

    assertThat(texts.isExpression("add(x, 2)", Set.of("x"))).isTrue();
    assertThat(texts.isExpression("std::vector<int>{1, 2}", Set.of())).isTrue();
    assertThat(texts.isExpression("add(y, 2)", Set.of("x"))).isFalse();
    assertThat(texts.isExpression("'abc'", Set.of())).isFalse();
    assertThat(texts.isExpression("x = 3", Set.of("x"))).isFalse();
    assertThat(texts.isExpression("1); f(2", Set.of())).isFalse();
  }

  @Test
  void aLiteralKeepsItsBytes() {
    assertThat(NativeText.quoted("a\"b\\\né?")).isEqualTo("\"a\\\"b\\\\\\n\\303\\251\\077\"");
  }
}

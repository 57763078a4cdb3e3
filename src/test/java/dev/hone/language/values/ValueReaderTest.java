package dev.hone.language.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import dev.hone.language.values.Value.Kind;
import dev.hone.language.values.Value.Letter;
import dev.hone.language.values.Value.Mapping;
import dev.hone.language.values.Value.Sequence;
import dev.hone.language.values.Value.Text;
import dev.hone.language.values.Value.Whole;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ValueReaderTest {
  @ParameterizedTest
  @CsvFileSource(
      resources = "values.tsv",
      delimiter = '\t',
      quoteCharacter = '\0',
      ignoreLeadingAndTrailingWhitespace = false)
  void valuesAreReadInEverySpelling(String text, String understood) {
    assertThat(ValueReader.value(text).map(Shown::of).orElse("-"))
        .isEqualTo(understood.replace("\\n", "\n"));
  }

  @Test
  void bracesWithoutATypeAreWhatTheLanguageMeans() {
    Value one = new Whole(BigInteger.ONE);
    assertThat(ValueReader.value("{1}", LanguageId.PYTHON))
        .contains(new Sequence(Kind.SET, List.of(one)));
    assertThat(ValueReader.value("{1}", LanguageId.CPP))
        .contains(new Sequence(Kind.LIST, List.of(one)));
    assertThat(ValueReader.value("{}", LanguageId.C)).contains(new Sequence(Kind.LIST, List.of()));
    assertThat(ValueReader.call("f({1})", LanguageId.JAVA))
        .contains(new Call("f", List.of(new Sequence(Kind.LIST, List.of(one)))));
  }

  @Test
  void aCallHasItsNameAndItsArguments() {
    assertThat(ValueReader.call("Solution.f('a', \"b\", &[1])"))
        .contains(
            new Call(
                "Solution.f",
                List.of(
                    new Letter("a"),
                    new Text("b"),
                    new Sequence(Kind.LIST, List.of(new Whole(BigInteger.ONE))))));
    assertThat(ValueReader.call("f()")).contains(new Call("f", List.of()));
    assertThat(ValueReader.call("f({})")).contains(new Call("f", List.of(new Mapping(List.of()))));
    assertThat(ValueReader.call("f(x)")).isEmpty();
    assertThat(ValueReader.call("f(1).g()")).isEmpty();
  }

  @Test
  void theEndOfAValueInALongerTextIsKnown() {
    assertThat(ValueReader.end("f(2) is 0.5.", 8)).isEqualTo(11);
    assertThat(ValueReader.end("[1, 2] and more", 0)).isEqualTo(6);
    assertThat(ValueReader.end("None (for now)", 0)).isEqualTo(4);
    assertThat(ValueReader.end("3rd", 0)).isEqualTo(ValueReader.NONE);
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(ValueReader.value("[".repeat(20_000) + "]".repeat(20_000)))
        .isEqualTo(Optional.empty());
  }
}

package dev.hone.language.node;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.language.PackageName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodePackagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"lodash", "lodash@4.17.21", "@types/node==20.1.0-beta.1"})
  void namesWithAtMostAnExactVersionAreTaken(String word) {
    assertThatCode(() -> NodePackages.check(PackageName.of(word))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lodash", "lodash@latest", "lodash@4", "lodash@4.17"})
  void tagsAndRangesAreNoVersions(String word) {
    assertThatThrownBy(() -> NodePackages.check(PackageName.of(word)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("with at most a whole version");
  }
}

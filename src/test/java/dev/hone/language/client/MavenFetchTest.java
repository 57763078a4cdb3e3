package dev.hone.language.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MavenFetchTest {
  @Test
  void whatIsNotFoundIsMissing() {
    assertThat(
            MavenFetch.missing(
                "The following artifacts could not be resolved: a.b:c:jar:1: Could not find"
                    + " artifact a.b:c:jar:1 in own"))
        .containsExactly("a.b:c", "a.b:c");
  }

  @Test
  void whatCouldNotBeTransferredMayBeThere() {
    assertThat(
            MavenFetch.missing(
                "The following artifacts could not be resolved: a.b:c:jar:1: Could not transfer"
                    + " artifact a.b:c:pom:1 from/to own: status code: 403"))
        .isEmpty();
  }
}

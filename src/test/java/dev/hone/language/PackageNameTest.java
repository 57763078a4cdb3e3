package dev.hone.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageNameTest {
  @Test
  void aListNamesPackagesWithAndWithoutVersions() {
    assertThat(PackageName.list("requests, numpy==2.1.0,@types/node"))
        .containsExactly(
            new PackageName("requests", ""),
            new PackageName("numpy", "2.1.0"),
            new PackageName("@types/node", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-r",
        "--pre",
        "a b",
        "../a",
        "./a",
        "/a",
        "a/b",
        "@a",
        "@../b",
        "@a/../b",
        "a.whl",
        "a.tar.gz",
        "https://host/a",
        "git+https://host/a",
        "file:a",
        "a@https://host/a",
        "a>=1",
        "a==",
        "a==1;x",
        "a==-1",
        "a[b]",
        "a;b",
        "a\nb",
        "a,,b",
        "a,",
      })
  void optionsAddressesAndPathsAreNoNames(String list) {
    assertThatThrownBy(() -> PackageName.list(list))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--with takes names of packages");
  }
}

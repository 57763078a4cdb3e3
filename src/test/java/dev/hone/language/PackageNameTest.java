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

  @Test
  void modulesAndCoordinatesAreNames() {
    assertThat(
            PackageName.list(
                "github.com/google/uuid,golang.org/x/text@v0.14.0,gopkg.in/yaml.v3,"
                    + "com.google.guava:guava==33.0.0-jre,junit:junit:4.13.2,itertools@0.13.0"))
        .containsExactly(
            new PackageName("github.com/google/uuid", ""),
            new PackageName("golang.org/x/text", "v0.14.0"),
            new PackageName("gopkg.in/yaml.v3", ""),
            new PackageName("com.google.guava:guava", "33.0.0-jre"),
            new PackageName("junit:junit", "4.13.2"),
            new PackageName("itertools", "0.13.0"));
  }

  @Test
  void aListNamesEachOnceAndInOneVersion() {
    assertThat(PackageName.list("six,six")).containsExactly(new PackageName("six", ""));
    assertThatThrownBy(() -> PackageName.list("numpy==2.1.0,numpy==2.0.0"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--with names numpy twice");
    assertThatThrownBy(() -> PackageName.list("numpy,numpy==2.0.0"))
        .isInstanceOf(UsageException.class);
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
        "github.com/../a",
        "github.com/a/",
        "github.com//a",
        "github.com/a.git",
        "a:b:c:d",
        "a:",
        "npm:a",
        "a,",
      })
  void optionsAddressesAndPathsAreNoNames(String list) {
    assertThatThrownBy(() -> PackageName.list(list))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--with takes names of packages");
  }
}

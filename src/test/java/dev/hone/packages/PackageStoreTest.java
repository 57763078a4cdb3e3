package dev.hone.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.InstalledPackages;
import dev.hone.language.Language;
import dev.hone.language.PackageClient;
import dev.hone.language.PackageFetch;
import dev.hone.language.PackageName;
import dev.hone.language.PlainLanguage;
import dev.hone.progress.Progress;
import dev.hone.sandbox.registry.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is known of packages without fetching any.
class PackageStoreTest {
  private static final PackageClient CLIENT =
      new PackageClient() {
        @Override
        public PackageFetch fetch(List<PackageName> packages) {
          throw new AssertionError("nothing is to be fetched");
        }

        @Override
        public String edition() {
          return "first";
        }

        @Override
        public Language with(InstalledPackages installed) {
          throw new AssertionError("nothing is to be fetched");
        }
      };
  private static final Language LANGUAGE = new PlainLanguage().with(CLIENT);

  @TempDir Path cache;

  /// The folders are closed for writing, and JUnit removes only what it can open.
  @AfterEach
  void openWhatWasKept() throws IOException {
    new PackageShop(cache).open();
  }

  @Test
  void packagesThatWereFetchedHaveTheirVersion() throws IOException {
    List<PackageName> names = PackageName.list("Py_Yaml,attrs==23.1.0");
    Shelf shelf = new Shelf(cache, LANGUAGE, "first");
    shelf.keep(
        names, shelf.part(), new Shelf.Kept("hash", List.of("attrs 23.1.0", "py-yaml 6.0 yaml")));

    assertThat(store().versioned(LANGUAGE, PackageName.list("attrs==23.1.0,Py_Yaml")))
        .containsExactly(new PackageName("attrs", "23.1.0"), new PackageName("Py_Yaml", "6.0"));
  }

  @Test
  void othersStayAsTheyAreNamed() {
    List<PackageName> names = PackageName.list("attrs,six==1.16.0");

    assertThat(store().versioned(LANGUAGE, names)).isEqualTo(names);
    assertThat(store().versioned(new PlainLanguage(), names)).isEqualTo(names);
  }

  private PackageStore store() {
    return new PackageStore(
        cache,
        Route.Closed::new,
        () -> {
          throw new AssertionError("nothing is to be run");
        },
        Progress.silent());
  }
}

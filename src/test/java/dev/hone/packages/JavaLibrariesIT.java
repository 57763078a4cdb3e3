package dev.hone.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.failure.UsageException;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.language.java.Java;
import dev.hone.language.runner.Programs;
import dev.hone.progress.Progress;
import dev.hone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaLibrariesIT {
  private static final Java JAVA = new Java(PackageShop.TOOLCHAINS, Progress.silent());
  private static final SourceFile CODE =
      new SourceFile(
          "Solution.java",
          """
          import com.google.gson.Gson;

          public class Solution {
            static String json(Object o) {
              return new Gson().toJson(o);
            }
          }
          """);
  private static final SourceFile TEST =
      new SourceFile(
          "SolutionGivenTest.java",
          """
          import static org.junit.jupiter.api.Assertions.assertEquals;

          import java.util.List;
          import org.junit.jupiter.api.Test;

          class SolutionGivenTest {
            @Test
            void writesAList() {
              assertEquals("[1,2]", Solution.json(List.of(1, 2)));
            }
          }
          """);

  @TempDir Path cache;

  @BeforeEach
  void askForMaven() {
    Assumptions.assumeFalse(Programs.onPath("mvn").isEmpty(), "mvn is not on the PATH");
  }

  private PackageShop shop() {
    return new PackageShop(cache);
  }

  @AfterEach
  void openWhatWasKept() throws IOException {
    shop().open();
  }

  @Test
  void aLibraryIsFetchedOnceAndThenNeedsNoNetwork() throws Exception {
    PackageShop shop = shop();
    Language with = shop.fetched(JAVA, "com.google.code.gson:gson==2.11.0");

    assertThat(shop.judged(with, CODE, TEST).verdict()).isEqualTo(new Verdict.Passed());
    assertThat(shop.lines())
        .last()
        .asString()
        .startsWith("packages: com.google.code.gson:gson 2.11.0 (imported as com.google.gson");
    assertThat(shop.judged(JAVA, CODE, TEST).verdict()).isEqualTo(new Verdict.CompileError());
    Language again = shop.keptBefore(JAVA, "com.google.code.gson:gson:2.11.0");
    assertThat(shop.judged(again, CODE, TEST).verdict()).isEqualTo(new Verdict.Passed());
    assertThat(again.idioms().style())
        .contains("these packages are there, and no others: com.google.code.gson:gson 2.11.0");
  }

  @Test
  void whatTheRepositoryDoesNotKnowIsWrongUse() {
    assertThat(shop().refused(JAVA, "com.google.code.gson:hone-has-no-such-artifact"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(
            "there is no package com.google.code.gson:hone-has-no-such-artifact where mvn looks");
    assertThat(shop().refused(JAVA, "com.google.code.gson:gson==99.9"))
        .isInstanceOf(UsageException.class)
        .hasMessageMatching(
            "the package com\\.google\\.code\\.gson:gson has no such version that fits here; there"
                + " are: 2\\..*");
    assertThat(shop().refused(JAVA, "gson"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("pass libraries as Maven's coordinates");
  }
}

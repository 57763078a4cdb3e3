package dev.hone.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.failure.UsageException;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.language.go.Go;
import dev.hone.progress.Progress;
import dev.hone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoModulesIT {
  private static final Go GO = new Go(PackageShop.TOOLCHAINS, Progress.silent());
  private static final SourceFile CODE =
      new SourceFile(
          "solution.go",
          """
          package solution

          import "github.com/google/uuid"

          // Valid tells whether a text is a UUID.
          func Valid(s string) bool { return uuid.Validate(s) == nil }
          """);
  private static final SourceFile TEST =
      new SourceFile(
          "solution_given_test.go",
          """
          package solution

          import (
          	"testing"

          	"github.com/google/uuid"
          )

          func TestValid(t *testing.T) {
          	if !Valid(uuid.NewString()) || Valid("x") {
          		t.Error("wrong")
          	}
          }
          """);

  @TempDir Path cache;

  private PackageShop shop() {
    return new PackageShop(cache);
  }

  @AfterEach
  void openWhatWasKept() throws IOException {
    shop().open();
  }

  @Test
  void aModuleIsFetchedOnceAndThenNeedsNoNetwork() throws Exception {
    PackageShop shop = shop();
    Language with = shop.fetched(GO, "github.com/google/uuid@1.6.0");

    assertThat(shop.judged(with, CODE, TEST).verdict()).isEqualTo(new Verdict.Passed());
    assertThat(shop.lines()).last().isEqualTo("packages: github.com/google/uuid v1.6.0");
    Language again = shop.keptBefore(GO, "github.com/google/uuid==1.6.0");
    assertThat(shop.judged(again, CODE, TEST).verdict()).isEqualTo(new Verdict.Passed());
    assertThat(again.idioms().style())
        .contains("these packages are there, and no others: github.com/google/uuid v1.6.0.");
    SourceFile other = new SourceFile(CODE.path(), CODE.content().replace("uuid\"", "uid\""));
    assertThat(shop.judged(again, other, TEST).errors().getFirst())
        .contains(
            "package github.com/google/uid is missing: only the standard library, the modules that"
                + " were asked for and the code's own packages are here");
  }

  @Test
  void withoutTheModuleItsImportIsAFault() throws Exception {
    assertThat(shop().judged(GO, CODE, TEST).errors().getFirst())
        .contains("package github.com/google/uuid is missing");
  }

  @Test
  void whatTheProxyDoesNotKnowIsWrongUse() {
    assertThat(shop().refused(GO, "github.com/google/hone-has-no-such-module"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(
            "there is no package github.com/google/hone-has-no-such-module where go looks");
    assertThat(shop().refused(GO, "github.com/google/uuid==v9.9.9"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("github.com/google/uuid has no such version that fits here")
        .hasMessageContaining("v1.6.0");
    assertThat(shop().refused(GO, "uuid"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("pass modules by their path");
  }
}

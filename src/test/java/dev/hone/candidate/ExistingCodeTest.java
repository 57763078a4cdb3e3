package dev.hone.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.SourceFile;
import dev.hone.language.python.Python;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExistingCodeTest {
  private static final SourceFile MAIN =
      new SourceFile("main.py", "def f():\n    return 1\n\n\ndef g():\n    return 2\n");
  private static final SourceFile OTHER = new SourceFile("other.py", "def h():\n    return 3\n");

  @TempDir Path cache;

  @Test
  void filesThatTheReplyLeavesAsTheyAreStay() {
    SourceFile changed = new SourceFile("other.py", "def h():\n    return 4\n");

    assertThat(completed("Make h return 4", changed))
        .isEqualTo(new Reading.Code(new Candidate(List.of(MAIN, changed))));
  }

  @Test
  void aReplyThatLosesAFunctionIsNoChange() {
    SourceFile changed = new SourceFile("main.py", "def f():\n    return 0\n");

    assertThat(completed("Make f return 0", changed))
        .isEqualTo(new Reading.Nothing("the reply leaves out g"));
    assertThat(completed("Make f return 0 and remove g", changed))
        .isEqualTo(new Reading.Code(new Candidate(List.of(changed, OTHER))));
  }

  @Test
  void aCommentInPlaceOfCodeIsNoChange() {
    SourceFile changed =
        new SourceFile(
            "main.py",
            "def f():\n    return 0\n\n\ndef g():\n    # ... rest of the code stays the same\n    pass\n");

    assertThat(completed("Make f return 0", changed))
        .isEqualTo(
            new Reading.Nothing("a comment of the reply stands for code that it leaves out"));
  }

  @Test
  void aCommentThatWasThereBeforeStandsForNothing() {
    SourceFile before =
        new SourceFile("a.py", "# the rest of the code is generated\ndef f():\n    return 1\n");
    SourceFile after = new SourceFile("a.py", before.content().replace("1", "2"));

    Reading reading =
        new ExistingCode(new Python(cache, Progress.silent()), List.of(before))
            .completed(new Reading.Code(new Candidate(List.of(after))), "Make f return 2");

    assertThat(reading).isEqualTo(new Reading.Code(new Candidate(List.of(after))));
  }

  private Reading completed(String text, SourceFile... files) {
    return new ExistingCode(new Python(cache, Progress.silent()), List.of(MAIN, OTHER))
        .completed(new Reading.Code(new Candidate(List.of(files))), text);
  }
}

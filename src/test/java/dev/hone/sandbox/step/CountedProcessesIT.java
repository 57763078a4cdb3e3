package dev.hone.sandbox.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.helper.HelperBuild;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Why an ordinary user's Landlock boxes are not opened before their jobs: the kernel counts all
/// that the user runs, against a limit that was right when the box was opened.
class CountedProcessesIT {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void whatAUserStartsWhileABoxWaitsTakesFromItsLimit() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Scenes scenes = new Scenes(Files.createDirectory(folder.resolve("scenes")));
    Path programs = Files.createDirectory(folder.resolve("helper"));
    Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxr-xr-x"));
    Helper helper = HelperBuild.in(programs);
    assumeThat(helper.keepsSignals()).as("the helper holds no trees here").isTrue();

    String played =
        scenes.played("helper-counted.sh", List.of(((Helper.Ready) helper).program().toString()));

    assertThat(played)
        .contains("others before the box: 0 \n", "others after the box: 2 ", "Cannot fork");
  }
}

package dev.hone.model.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {
  @TempDir Path temp;

  @Test
  void aDiskWithoutRoomSaysHowMuchIsNeededAndWhatToDo() {
    ModelException failure =
        catchThrowableOfType(
            ModelException.class, () -> new Disk(temp).require(1L << 60, "tiny.gguf"));
    assertThat(failure.type()).isEqualTo(ErrorType.INSUFFICIENT_RESOURCES);
    assertThat(failure)
        .hasMessageContaining("fetching tiny.gguf needs 1152921504.61 GB of free disk")
        .hasMessageContaining("HONE_HOME");
  }

  @Test
  void aFailureThatIsNoFullDiskIsNotCalledOne() {
    ModelException failure = new Disk(temp).failure("fetching it", new IOException("Broken"));
    assertThat(failure.type()).isEqualTo(ErrorType.EXTERNAL);
    assertThat(failure).hasMessageContaining("Broken");
  }
}

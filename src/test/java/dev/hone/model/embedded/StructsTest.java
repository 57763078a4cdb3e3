package dev.hone.model.embedded;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.model.ModelException;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class StructsTest {
  /// The defaults as the known library writes them.
  private static MemorySegment modelDefaults() {
    MemorySegment room = MemorySegment.ofArray(new long[64]);
    room.set(JAVA_INT, 16, -1);
    room.set(JAVA_INT, 20, 1);
    room.set(JAVA_INT, 24, -1);
    room.set(JAVA_INT, 28, 1);
    room.set(JAVA_BYTE, 74, (byte) 1);
    return room;
  }

  @Test
  void theStructsHaveTheLengthsOfTheKnownLibrary() {
    assertThat(Structs.MODEL_PARAMS.byteSize()).isEqualTo(80);
    assertThat(Structs.CONTEXT_PARAMS.byteSize()).isEqualTo(160);
    assertThat(Structs.BATCH.byteSize()).isEqualTo(56);
  }

  @Test
  void theKnownDefaultsAreTaken() {
    assertThat(Structs.checkedModelParams(modelDefaults()).byteSize()).isEqualTo(80);
  }

  @Test
  void anotherDefaultIsRefusedByName() {
    MemorySegment room = modelDefaults();
    room.set(JAVA_INT, 20, 3);

    assertThatThrownBy(() -> Structs.checkedModelParams(room))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("split_mode=3 instead of 1");
  }

  @Test
  void aLongerStructIsRefused() {
    MemorySegment room = modelDefaults();
    room.set(JAVA_BYTE, 83, (byte) 1);

    assertThatThrownBy(() -> Structs.checkedModelParams(room))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("more than 80 bytes");
  }

  @Test
  void emptyContextDefaultsAreRefused() {
    assertThatThrownBy(() -> Structs.checkedContextParams(MemorySegment.ofArray(new long[64])))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("n_ctx=0 instead of 512");
  }
}

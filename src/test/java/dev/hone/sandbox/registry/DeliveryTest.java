package dev.hone.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.sandbox.collect.Caps;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
  private static final Caps CAPS = new Caps(2, 10, 15);

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void makeTheFolder() throws IOException {
    folder = Files.createDirectory(temp.resolve("taken"));
  }

  private record Sent(String path, String content) {}

  @Test
  void filesAreTakenWithTheirFolders() throws IOException {
    try (Delivery delivery = delivery()) {
      String answer = send("mark", new Sent("a/b.py", "one"), new Sent("c.py", ""));

      assertThat(answer).isEqualTo("taken\n");
      assertThat(delivery.delivered().map(Delivery.Delivered::bytes)).contains(3L);
      assertThat(folder.resolve("a/b.py")).hasContent("one");
      assertThat(folder.resolve("c.py")).isEmptyFile();
    }
  }

  @Test
  void theHashNamesPathsAndContentInWhateverOrder() throws IOException {
    Optional<Delivery.Delivered> first;
    try (Delivery delivery = delivery()) {
      send("mark", new Sent("a", "one"), new Sent("b", "two"));
      first = delivery.delivered();
    }
    folder = Files.createDirectory(temp.resolve("again"));
    try (Delivery delivery = delivery()) {
      send("mark", new Sent("b", "two"), new Sent("a", "one"));
      assertThat(delivery.delivered()).isPresent().isEqualTo(first);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../a", "/a", "a/../../b", "a//b", ".", "a/.", "a\\b", "a\u0000b", "a\nb", "a/"})
  void aPathThatLeadsElsewhereEndsIt(String path) throws IOException {
    try (Delivery delivery = delivery()) {
      assertThat(send("mark", new Sent(path, "x"))).contains("is none below the folder");
      assertThat(delivery.delivered()).isEmpty();
      assertThat(temp.resolve("a")).doesNotExist();
    }
  }

  @Test
  void tooLargeTooManyAndTwiceAreNotTaken() throws IOException {
    assertThat(refused(new Sent("a", "x".repeat(11)))).contains("a is larger than");
    assertThat(refused(new Sent("a", "x".repeat(9)), new Sent("b", "x".repeat(9))))
        .contains("the files are larger than");
    assertThat(refused(new Sent("a", ""), new Sent("b", ""), new Sent("c", "")))
        .contains("more than 2 files");
    assertThat(refused(new Sent("a", ""), new Sent("a", ""))).contains("a came twice");
    assertThat(refused(new Sent("a", ""), new Sent("a/b", ""))).contains("a/b cannot be written");
  }

  @Test
  void whatBreaksOffIsNotTaken() throws IOException {
    byte[] whole = bytes("mark", List.of(new Sent("a", "one")));
    try (Delivery delivery = delivery()) {
      String answer = send(java.util.Arrays.copyOf(whole, whole.length - 5));

      assertThat(answer).isEqualTo("the files ended in the middle\n");
      assertThat(delivery.delivered()).isEmpty();
    }
  }

  @Test
  void withoutTheMarkNothingCountsAndTheFirstWithItDoes() throws IOException {
    try (Delivery _ = delivery()) {
      assertThat(send("guess", new Sent("a", "bad"))).isEmpty();
      assertThat(send("mark", new Sent("a", "good"))).isEqualTo("taken\n");
      assertThat(send("mark", new Sent("b", "late"))).isEmpty();
      assertThat(folder.resolve("a")).hasContent("good");
      assertThat(folder.resolve("b")).doesNotExist();
    }
  }

  /// Java started with `LANG=C` knows no name with such a letter.
  @Test
  void aPathThatThisMachineCannotNameIsNotTaken() throws IOException {
    try (Delivery delivery = delivery()) {
      String answer = send("mark", new Sent("é", "x"));

      assertThat(answer).matches("(?s)taken\n|the path '.' has letters .* cannot have here .*\n");
      assertThat(delivery.delivered().isPresent()).isEqualTo(answer.equals("taken\n"));
    }
  }

  @Test
  void aLinkInTheFolderIsNotFollowed() throws IOException {
    Path outside = Files.writeString(temp.resolve("outside"), "as it was");
    Files.createSymbolicLink(folder.resolve("a"), outside);

    assertThat(refused(new Sent("a", "changed"))).contains("a cannot be written");
    assertThat(outside).hasContent("as it was");
  }

  private String refused(Sent... files) throws IOException {
    try (Delivery delivery = delivery()) {
      String answer = send("mark", files);
      assertThat(delivery.delivered()).isEmpty();
      assertThat(delivery.problem()).isEqualTo(answer.strip());
      return answer;
    } finally {
      Path link = folder.resolve("a");
      if (!Files.isSymbolicLink(link)) {
        folder = Files.createTempDirectory(temp, "taken");
      }
    }
  }

  private Delivery delivery() throws IOException {
    return new Delivery(temp.resolve("s"), "mark", folder, CAPS);
  }

  private String send(String mark, Sent... files) throws IOException {
    return send(bytes(mark, List.of(files)));
  }

  private String send(byte[] bytes) throws IOException {
    try (SocketChannel box = SocketChannel.open(UnixDomainSocketAddress.of(temp.resolve("s")))) {
      box.write(ByteBuffer.wrap(bytes));
      box.shutdownOutput();
      return new String(Channels.newInputStream(box).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] bytes(String mark, List<Sent> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write((mark + "\n").getBytes(StandardCharsets.UTF_8));
    for (Sent file : files) {
      byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
      byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
      out.writeInt(path.length);
      out.write(path);
      out.writeLong(content.length);
      out.write(content);
    }
    out.writeInt(0);
    return bytes.toByteArray();
  }
}

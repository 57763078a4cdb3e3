package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Made-up processes in the place of the machine's.
class SocketMemoryTest {
  private static final String HEADING = "  sl  local_address rem_address   st tx_queue rx_queue\n";
  private static final String LINE = "   %d: 0100007F:A3 0100007F:1F 01 %08X:%08X 00:00 0 0 0\n";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path proc;

  private SocketMemory sockets;

  @BeforeEach
  void thisProgram() throws IOException {
    sockets = new SocketMemory(proc);
    network("self", 1);
  }

  @Test
  void whatInternetSocketsHoldCountsWhereTheTreeHasANetworkOfItsOwn() throws Exception {
    network("7", 2);
    Files.createDirectory(proc.resolve("7/net"));
    Files.writeString(
        proc.resolve("7/net/tcp"),
        HEADING + LINE.formatted(0, 1000, 200) + LINE.formatted(1, 30, 0));
    Files.writeString(proc.resolve("7/net/udp6"), HEADING + LINE.formatted(0, 0, 4));
    Files.writeString(
        proc.resolve("7/net/sockstat"),
        "sockets: used 9\nTCP: inuse 2 orphan 0 tw 0 alloc 9 mem 1\nUDP: inuse 0 mem 0\n");
    Files.writeString(
        proc.resolve("7/net/sockstat6"), "TCP6: inuse 0\nUDP6: inuse 1\nRAW6: inuse 50\n");

    assertThat(sockets.bytes(tree(7), 3 * SocketMemory.MOST_QUEUED - 1)).isEqualTo(1234);
    assertThat(sockets.bytes(tree(7), 3 * SocketMemory.MOST_QUEUED)).isZero();
  }

  @Test
  void whatInternetSocketsOfTheMachineHoldDoesNot() throws Exception {
    network("7", 1);
    Files.createDirectory(proc.resolve("7/net"));
    Files.writeString(proc.resolve("7/net/tcp"), HEADING + LINE.formatted(0, 1000, 200));

    assertThat(sockets.bytes(tree(7), 10_000)).isZero();
  }

  @Test
  void localSocketsCountWithAllThatTheyCanHoldOnceThatIsOverTheLimit() throws Exception {
    network("7", 2);
    Files.createDirectory(proc.resolve("7/net"));
    Files.writeString(proc.resolve("7/net/unix"), "Num RefCount\n" + "0: 2\n".repeat(10));

    assertThat(sockets.bytes(tree(7), 10 * SocketMemory.MOST_UNREAD)).isZero();
    assertThat(sockets.bytes(tree(7), 10 * SocketMemory.MOST_UNREAD - 1))
        .isEqualTo(10 * SocketMemory.MOST_UNREAD);
  }

  @Test
  void onTheMachinesNetworkOpenSocketsAreCountedOnce() throws Exception {
    network("7", 1);
    network("8", 1);
    open("7", "socket:[1]", "socket:[2]", "/dev/null", "pipe:[9]");
    open("8", "socket:[2]", "socket:[3]");

    assertThat(sockets.bytes(tree(7, 8), 3 * SocketMemory.MOST_UNREAD)).isZero();
    assertThat(sockets.bytes(tree(7, 8), 3 * SocketMemory.MOST_UNREAD - 1))
        .isEqualTo(3 * SocketMemory.MOST_UNREAD);
  }

  @Test
  void ofProcessesThatEndedMeanwhileThereIsNothing() {
    assertThat(sockets.bytes(List.of(), 0)).isZero();
    assertThat(sockets.bytes(tree(7), 0)).isZero();
  }

  private static List<ProcFiles.Stat> tree(long... pids) {
    return LongStream.of(pids)
        .mapToObj(pid -> new ProcFiles.Stat(pid, 1, 'S', pid, pid, 2, 100, 1))
        .toList();
  }

  private void network(String process, int network) throws IOException {
    Path folder = Files.createDirectories(proc.resolve(process).resolve("ns"));
    Files.createSymbolicLink(folder.resolve("net"), Path.of("net:[" + network + "]"));
  }

  private void open(String process, String... targets) throws IOException {
    Path folder = Files.createDirectories(proc.resolve(process).resolve("fd"));
    for (int i = 0; i < targets.length; i++) {
      Files.createSymbolicLink(folder.resolve(Integer.toString(i)), Path.of(targets[i]));
    }
  }
}

package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresResumptionIT extends ResumptionContract {
  private PostgresServer server;
  private String address = "";

  @BeforeEach
  void aDatabase() throws Exception {
    server = PostgresServer.running();
    address = server.database();
  }

  @Override
  RunLog open() {
    return server.open(address);
  }

  @Test
  void whoseConnectionBrokeWritesARunNoMoreThatAnotherTookUp() throws Exception {
    try (RunLog log = open();
        RunLog other = open()) {
      String id = log.begin(Samples.start());
      String own = log.begin(Samples.start());
      breakConnections();
      RunRecord _ =
          other.resume(id, Instant.EPOCH, new Terms("m", "landlock", "0.2.0", 1, List.of()));

      log.attempt(own, Samples.failed());
      assertThatThrownBy(() -> log.attempt(id, Samples.failed()))
          .isInstanceOf(RunLogException.class)
          .hasMessageContaining("was taken up by another hone");
      other.attempt(id, Samples.failed());
    }
  }

  private void breakConnections() throws Exception {
    server.execute(
        "postgres",
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
            .formatted(address.substring(address.lastIndexOf('/') + 1)));
  }
}

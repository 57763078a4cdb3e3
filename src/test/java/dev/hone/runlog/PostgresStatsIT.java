package dev.hone.runlog;

import org.junit.jupiter.api.BeforeEach;

class PostgresStatsIT extends RunLogStatsContract {
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
}

package dev.hone.runlog;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

class PostgresProcessIT extends ProcessContract {
  private PostgresServer server;

  @BeforeEach
  void aServer() throws Exception {
    server = PostgresServer.running();
  }

  @Override
  String place() throws Exception {
    return server.emptyDatabase();
  }

  @Override
  Database database(String place) {
    return new PostgresDatabase(new LogPlace.Shared(place), Login.of(environment()));
  }

  @Override
  RunLog open(String place) {
    return server.open(place);
  }

  @Override
  Map<String, String> environment() {
    return server.environment();
  }
}

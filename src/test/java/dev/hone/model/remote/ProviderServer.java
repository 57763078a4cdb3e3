package dev.hone.model.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A provider on this machine that gives its replies in order, the last one again and again.
public final class ProviderServer implements AutoCloseable {
  private final WireMockServer server = new WireMockServer(options().dynamicPort());

  /// Starts it.
  public ProviderServer() {
    server.start();
  }

  /// {@return its port}
  public int port() {
    return server.port();
  }

  /// Says what it answers.
  public ProviderServer answers(ResponseDefinitionBuilder... replies) {
    server.resetAll();
    for (int i = 0; i < replies.length; i++) {
      boolean last = i == replies.length - 1;
      server.stubFor(
          any(anyUrl())
              .inScenario("replies")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "reply " + i)
              .willSetStateTo(i == 0 && last ? Scenario.STARTED : "reply " + (last ? i : i + 1))
              .willReturn(replies[i]));
    }
    return this;
  }

  /// {@return the bodies of the requests in order}
  public List<JsonNode> bodies() {
    ObjectMapper json = new ObjectMapper();
    return events().stream()
        .map(event -> event.getRequest().getBodyAsString())
        .filter(body -> !body.isEmpty())
        .map(json::readTree)
        .toList();
  }

  /// {@return the requests in order}
  public List<ServeEvent> events() {
    List<ServeEvent> events = new ArrayList<>(server.getAllServeEvents());
    Collections.reverse(events);
    return events;
  }

  static ResponseDefinitionBuilder stream(Speech speech, String body) {
    return aResponse().withHeader("Content-Type", speech.contentType()).withBody(body);
  }

  static ResponseDefinitionBuilder refusal(int status, String message) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(Speech.json(java.util.Map.of("error", java.util.Map.of("message", message))));
  }

  @Override
  public void close() {
    server.stop();
  }
}

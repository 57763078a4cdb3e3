package dev.hone.model.embedded.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// What can be fetched by name, as the resource files beside this class list it.
///
/// @param hub the model hub's address
/// @param models in the order in which they are offered
record Catalogue(URI hub, List<HostedModel> models) {
  Catalogue {
    models = List.copyOf(models);
  }

  static Catalogue load() {
    Properties table = read("models.properties");
    return new Catalogue(
        URI.create(text(table, "hub")),
        words(table, "names").map(name -> model(table, name)).toList());
  }

  /// {@return the same models, at the hub that somebody asked for}
  static Catalogue load(Access access) {
    Catalogue usual = load();
    return access.hub().isEmpty()
        ? usual
        : new Catalogue(ModelAddress.hub(access.hub()), usual.models());
  }

  static EngineRelease loadEngine() {
    Properties table = read("engine.properties");
    return new EngineRelease(
        text(table, "version"),
        text(table, "licence"),
        words(table, "platforms").map(name -> engineBuild(table, name)).toList());
  }

  Optional<HostedModel> find(String name) {
    return models.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  List<String> names() {
    return models.stream().map(HostedModel::name).toList();
  }

  private static HostedModel model(Properties table, String name) {
    return new HostedModel(
        name,
        text(table, name + ".file"),
        number(table, name + ".bytes"),
        text(table, name + ".sha256"),
        text(table, name + ".licence"),
        text(table, name + ".repository") + "/resolve/" + text(table, name + ".revision"),
        new HostedModel.Parts(
            text(table, name + ".parts.package"),
            text(table, name + ".parts.version"),
            Math.toIntExact(number(table, name + ".parts.count")),
            number(table, name + ".parts.bytes")));
  }

  private static EngineRelease.Build engineBuild(Properties table, String platform) {
    return new EngineRelease.Build(
        platform,
        text(table, platform + ".package"),
        number(table, platform + ".bytes"),
        text(table, platform + ".sha512"));
  }

  private static Stream<String> words(Properties table, String key) {
    return Stream.of(text(table, key).split(" ", -1));
  }

  private static long number(Properties table, String key) {
    return Long.parseLong(text(table, key));
  }

  private static String text(Properties table, String key) {
    String value = table.getProperty(key);
    if (value == null) {
      throw new IllegalStateException("the table of downloads has no " + key);
    }
    return value.strip();
  }

  private static Properties read(String resource) {
    try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      Properties table = new Properties();
      table.load(in);
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.hone.model.remote;

/// A model of a provider.
///
/// @param provider who has it
/// @param model what the provider calls it
public record RemoteName(Provider provider, String model) {
  /// {@return the name as `--model` takes it}
  public String text() {
    String provider = provider().name();
    return provider.contains("://") ? provider + "#" + model : provider + ":" + model;
  }
}

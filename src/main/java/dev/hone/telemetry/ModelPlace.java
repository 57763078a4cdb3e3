package dev.hone.telemetry;

import dev.hone.model.remote.Dialect;
import dev.hone.model.remote.Provider;
import dev.hone.model.remote.RemoteName;

/// Where a model is asked, in the words of the conventions.
///
/// @param provider the provider's name there, such as `openai`
/// @param model what the provider calls the model
/// @param host the host that is asked; empty where the model is in this process
/// @param port the port that is asked; 0 where the model is in this process
public record ModelPlace(String provider, String model, String host, int port) {
  /// {@return the place of a model in this process}
  ///
  /// @param model its name
  public static ModelPlace here(String model) {
    return new ModelPlace("llama.cpp", model, "", 0);
  }

  /// {@return the place of a model of a provider}
  ///
  /// @param name the model
  public static ModelPlace of(RemoteName name) {
    Provider provider = name.provider();
    int usual = provider.url().getScheme().equalsIgnoreCase("https") ? 443 : 80;
    int port = provider.url().getPort();
    return new ModelPlace(
        provider(provider), name.model(), provider.url().getHost(), port < 0 ? usual : port);
  }

  boolean isHere() {
    return host.isEmpty();
  }

  // The conventions have their own words for some; a bare address speaks as OpenAI does.
  private static String provider(Provider provider) {
    return switch (provider.name()) {
      case "mistral" -> "mistral_ai";
      case "xai" -> "x_ai";
      default -> {
        if (provider.dialect() == Dialect.GEMINI) {
          yield "gcp.gemini";
        }
        yield provider.name().contains("://") ? provider.dialect().id() : provider.name();
      }
    };
  }
}

package dev.hone.config;

import dev.hone.failure.UsageException;
import dev.hone.model.price.Prices;
import dev.hone.model.remote.Providers;
import java.nio.file.Path;

/// What the settings file says of models.
///
/// @param providers those that can be named, with those that the file sets
/// @param prices what their models take, as the file and the table say
public record ModelSettings(Providers providers, Prices prices) {
  /// {@return what a file sets; the usual providers if it is not there}
  ///
  /// @param file the settings file
  /// @throws UsageException if it cannot be read, or has a key or a value that means nothing
  public static ModelSettings read(Path file) {
    return new ModelSettings(
        new Providers(ProviderSettings.read(file)), new Prices(PriceSettings.read(file)));
  }
}

package dev.hone.model.remote;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a provider is shown of the environment. It is never printed.
///
/// @param key the key, or empty where there is none
/// @param variable the variable that the key is in, or would be
/// @param headers headers with the values of their variables
/// @param query parameters of the address, likewise
/// @param redaction takes all of it out of texts
record Credentials(
    String key,
    String variable,
    Map<String, String> headers,
    Map<String, String> query,
    Redaction redaction) {

  static Credentials of(RemoteName name, Map<String, String> environment) {
    Provider provider = name.provider();
    List<String> variables = provider.key().variables();
    String variable =
        variables.stream()
            .filter(one -> !environment.getOrDefault(one, "").isBlank())
            .findFirst()
            .orElse("");
    if (variable.isEmpty() && provider.key().required()) {
      throw new ModelException(
          ErrorType.EXTERNAL,
          "%s wants a key, and %s is not set; set it in the environment, or pass --model default"
              .formatted(name.text(), String.join(" or ", variables)));
    }
    String key = environment.getOrDefault(variable, "").strip();
    List<String> secrets = new ArrayList<>(List.of(key));
    Map<String, String> headers = filled(provider.extras().headers(), name, environment, secrets);
    Map<String, String> query = filled(provider.extras().query(), name, environment, secrets);
    return new Credentials(
        key,
        variable.isEmpty() && !variables.isEmpty() ? variables.getFirst() : variable,
        headers,
        query,
        new Redaction(secrets));
  }

  private static Map<String, String> filled(
      Map<String, String> written,
      RemoteName name,
      Map<String, String> environment,
      List<String> secrets) {
    Map<String, String> filled = new LinkedHashMap<>();
    written.forEach(
        (header, value) -> {
          if (!value.startsWith("$")) {
            filled.put(header, value);
            return;
          }
          String secret = environment.getOrDefault(value.substring(1), "").strip();
          if (secret.isEmpty()) {
            throw new ModelException(
                ErrorType.EXTERNAL,
                "%s wants %s, and %s is not set; set it in the environment"
                    .formatted(name.text(), header, value.substring(1)));
          }
          secrets.add(secret);
          filled.put(header, secret);
        });
    return filled;
  }

  @Override
  public String toString() {
    return "Credentials[" + variable + "]";
  }
}

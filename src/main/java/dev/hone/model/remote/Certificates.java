package dev.hone.model.remote;

import dev.hone.failure.UsageException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Whom a connection trusts: the authorities that Java knows, and those in the file that
/// `SSL_CERT_FILE` names.
public final class Certificates {
  private Certificates() {}

  /// {@return what connections are secured with}
  ///
  /// @param environment the variables that count
  /// @throws UsageException if the file holds no certificates
  public static SSLContext context(Map<String, String> environment) {
    try {
      if (file(environment).isEmpty()) {
        return SSLContext.getDefault();
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager(environment)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw unusable(environment, e);
    }
  }

  /// {@return what says whom a connection trusts}
  ///
  /// @param environment the variables that count
  /// @throws UsageException if the file holds no certificates
  public static X509TrustManager manager(Map<String, String> environment) {
    String file = file(environment);
    try {
      if (file.isEmpty()) {
        return manager((KeyStore) null);
      }
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int count = 0;
      for (X509Certificate known : manager((KeyStore) null).getAcceptedIssuers()) {
        trusted.setCertificateEntry("known-" + count++, known);
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
        for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          trusted.setCertificateEntry("own-" + count++, one);
        }
      }
      return manager(trusted);
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(environment, e);
    }
  }

  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static String file(Map<String, String> environment) {
    return environment.getOrDefault("SSL_CERT_FILE", "").strip();
  }

  private static UsageException unusable(Map<String, String> environment, Exception why) {
    return new UsageException(
        "SSL_CERT_FILE names %s, which holds no certificates (%s); mend or unset it"
            .formatted(file(environment), why.getMessage()));
  }
}

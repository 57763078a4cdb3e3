package dev.hone.model.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelAddressTest {
  private static final URI HUB = URI.create("https://hub.example");

  @ParameterizedTest
  @CsvSource({
    "hub:ada/tiny/tiny-q4.gguf, https://hub.example/ada/tiny/resolve/main/tiny-q4.gguf, tiny-q4.gguf",
    "hub:ada/tiny/q4/tiny.gguf@v1.2, https://hub.example/ada/tiny/resolve/v1.2/q4/tiny.gguf, tiny.gguf",
    "https://models.example/a/b.gguf, https://models.example/a/b.gguf, b.gguf",
    "https://models.example/b.gguf?download=true, https://models.example/b.gguf?download=true, b.gguf",
    "http://127.0.0.1:80/b.gguf, http://127.0.0.1:80/b.gguf, b.gguf",
    "http://[::1]/b.gguf, http://[::1]/b.gguf, b.gguf",
    "http://localhost/b.gguf, http://localhost/b.gguf, b.gguf"
  })
  void anAddressSaysWhereAndUnderWhichName(String typed, String address, String file) {
    assertThat(ModelAddress.of(typed, HUB, false))
        .isEqualTo(new ModelAddress(URI.create(address), file));
  }

  @ParameterizedTest
  @CsvSource({
    "hub:tiny.gguf, write hub:OWNER/REPOSITORY/FILE.gguf",
    "hub:ada/tiny/../../x.gguf, write hub:OWNER/REPOSITORY/FILE.gguf",
    "https://models.example/page.html, ends with .gguf",
    "https://models.example/, ends with .gguf",
    "https://models.example/.gguf, ends with .gguf",
    "https://models.example/a%2Fb%20c.gguf, ends with .gguf",
    "https://models.example/big-00001-of-00003.gguf, takes models of one file; take",
    "file:///etc/passwd.gguf, begins with https://",
    "ftp://models.example/b.gguf, begins with https://",
    "https://models.example/b.gguf#x, begins with https://",
    "http://models.example/b.gguf, pass --sha256",
    "http://10.0.0.1/b.gguf, pass --sha256"
  })
  void whatIsNotToBeAskedIsRefused(String typed, String why) {
    assertThatThrownBy(() -> ModelAddress.of(typed, HUB, false))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(why.replace("takes", "fetches"));
  }

  @Test
  void aPasswordIsNotRepeated() {
    assertThatThrownBy(() -> ModelAddress.of("https://ada:planted@m.example/b.gguf", HUB, true))
        .isInstanceOf(UsageException.class)
        .hasMessageNotContaining("planted");
  }

  @Test
  void aKnownHashMakesAnUnencryptedAddressGood() {
    assertThat(ModelAddress.of("http://models.example/b.gguf", HUB, true).file())
        .isEqualTo("b.gguf");
  }

  @Test
  void aHubThatIsNoAddressNamesItsSetting() {
    assertThat(ModelAddress.hub("https://hub.example/")).isEqualTo(HUB);
    assertThatThrownBy(() -> ModelAddress.hub("hub.example"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("model.hub, HONE_MODEL_HUB");
  }
}

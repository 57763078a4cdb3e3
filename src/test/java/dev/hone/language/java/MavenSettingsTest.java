package dev.hone.language.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.language.ToolchainException;
import dev.hone.language.runner.UsualRegistries;
import org.junit.jupiter.api.Test;

class MavenSettingsTest {
  private static final String NONE = "<settings/>";

  @Test
  void withoutSettingsTheCentralRepositoryIsReachedThroughTheProxy() {
    MavenSettings settings = MavenSettings.of(NONE, NONE);

    assertThat(settings.hosts()).containsExactlyElementsOf(UsualRegistries.of("mvn"));
    assertThat(settings.user()).contains("<host>127.0.0.1</host><port>HONE_PROXY_PORT</port>");
    assertThat(settings.global()).isEqualTo(NONE);
  }

  @Test
  void aMirrorIsHonouredAndPasswordsStayOutside() {
    MavenSettings settings =
        MavenSettings.of(
            """
            <settings xmlns="http://maven.apache.org/SETTINGS/1.0.0">
              <localRepository>/srv/repository</localRepository>
              <servers><server><id>own</id><password>secret</password></server></servers>
              <proxies><proxy><host>proxy.example</host></proxy></proxies>
              <mirrors><mirror>
                <id>own</id><url>https://mirror.example/maven</url><mirrorOf>*</mirrorOf>
              </mirror></mirrors>
            </settings>
            """,
            """
            <settings>
              <mirrors><mirror>
                <id>blocker</id><url>http://0.0.0.0/</url><mirrorOf>external:http:*</mirrorOf>
                <blocked>true</blocked>
              </mirror></mirrors>
            </settings>
            """);

    assertThat(settings.hosts()).containsExactly("mirror.example:443");
    assertThat(settings.user())
        .contains("https://mirror.example/maven")
        .contains("<port>HONE_PROXY_PORT</port>")
        .doesNotContain("secret", "proxy.example", "/srv/repository", "xmlns=\"\"");
    assertThat(settings.global()).contains("0.0.0.0");
  }

  @Test
  void aMirrorOfAllButTheCentralRepositoryLeavesThatToBeReached() {
    MavenSettings settings =
        MavenSettings.of(
            """
            <settings><mirrors><mirror>
              <id>own</id><url>https://mirror.example/maven</url><mirrorOf>*,!central</mirrorOf>
            </mirror></mirrors></settings>
            """,
            NONE);

    assertThat(settings.hosts())
        .contains("mirror.example:443")
        .containsAll(UsualRegistries.of("mvn"));
  }

  @Test
  void propertiesAndCommentsStayOutside() {
    String settings =
        """
        <settings>
          <!-- token: secret -->
          <profiles><profile>
            <id>own</id>
            <properties><deploy.password>secret</deploy.password></properties>
            <repositories><repository>
              <id>own</id><url>https://own.example/maven</url>
            </repository></repositories>
          </profile></profiles>
        </settings>
        """;

    MavenSettings read = MavenSettings.of(settings, settings);

    assertThat(read.user() + read.global())
        .contains("https://own.example/maven")
        .doesNotContain("secret");
  }

  @Test
  void settingsThatCannotBeHonouredSaySo() {
    assertThatThrownBy(() -> MavenSettings.of("<settings>", NONE))
        .isInstanceOf(ToolchainException.class)
        .hasMessageStartingWith("the settings of Maven cannot be read");
  }
}

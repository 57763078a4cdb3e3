package dev.hone.language.go;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GoModulesTest {
  @Test
  void proxiesKeepWhatStandsBetweenThem() {
    Set<String> hosts = new TreeSet<>();
    List<Path> folders = new ArrayList<>();

    String proxies =
        GoModules.proxies(
            "https://a.example|https://b.example,direct|file:///srv/go,off", hosts, folders);

    assertThat(proxies).isEqualTo("https://a.example|https://b.example,file:///srv/go");
    assertThat(hosts).containsExactly("a.example:443", "b.example:443");
    assertThat(folders).containsExactly(Path.of("/srv/go"));
  }
}

package dev.hone.model.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void threeModelsHaveANameInOrderOfSize() {
    Catalogue catalogue = Catalogue.load();
    assertThat(catalogue.names()).containsExactly("small", "default", "large");
    assertThat(catalogue.models()).extracting(HostedModel::bytes).isSorted();
  }

  @Test
  void everyModelHasAWholeHashAndPartsThatAddUp() {
    assertThat(Catalogue.load().models())
        .allSatisfy(model -> assertThat(model.sha256()).matches("[0-9a-f]{64}"))
        .filteredOn(model -> model.parts().count() > 0)
        .hasSize(2)
        .allSatisfy(
            model -> {
              HostedModel.Parts parts = model.parts();
              assertThat(model.bytes())
                  .isGreaterThan((parts.count() - 1) * parts.partBytes())
                  .isLessThanOrEqualTo(parts.count() * parts.partBytes());
            });
  }

  @Test
  void everyEngineHasAWholeHash() {
    assertThat(Catalogue.loadEngine().builds())
        .extracting(EngineRelease.Build::platform)
        .containsExactly("linux-x64", "linux-arm64");
    assertThat(Catalogue.loadEngine().builds())
        .allSatisfy(it -> assertThat(Base64.getDecoder().decode(it.sha512())).hasSize(64));
  }
}

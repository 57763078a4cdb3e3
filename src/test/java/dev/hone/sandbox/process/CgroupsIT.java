package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.Limits;
import org.junit.jupiter.api.Test;

/// The kernel's own groups.
class CgroupsIT {
  /// A group that two parts of a program shared would be removed by one while the other needs it.
  @Test
  void everyPartOfAProgramHasGroupsOfItsOwn() throws Exception {
    Cgroups one = Cgroups.find();
    Cgroups other = Cgroups.find();
    assumeThat(one.available()).as("no control groups can be made here").isTrue();

    try (Cgroup first = one.make(Limits.defaults()).orElseThrow();
        Cgroup second = other.make(Limits.defaults()).orElseThrow()) {
      assertThat(first.joinFiles()).doesNotContainAnyElementsOf(second.joinFiles());
    }
  }
}

package dev.hone.runlog.stats;

import java.util.Arrays;
import java.util.List;

/// How likely so uneven a share of failures is by chance alone: Fisher's exact test, two-sided, and
/// over several strata the exact test of a common odds ratio of 1 (Gart, Biometrika 57, 1970). The
/// numbers of runs and failures of each stratum are taken as given, so that a kind of runs does not
/// look better for having had the easier work.
final class ExactTest {
  /// Probabilities below this decide nothing and would only cost time.
  private static final double NEGLIGIBLE = 1e-20;

  /// Sums of the same outcome differ by rounding.
  private static final double SLACK = 1 + 1e-7;

  private ExactTest() {}

  /// {@return the chance, 0 to 1; 1 where nothing can be compared}
  ///
  /// @param strata runs under the same conditions each
  static double chance(List<Stratum> strata) {
    List<Stratum> shared = strata.stream().filter(Stratum::isShared).toList();
    double[] logFactorials =
        logFactorials(shared.stream().mapToInt(Stratum::allRuns).max().orElse(0));
    Outcomes all = new Outcomes(0, new double[] {1});
    int failed = 0;
    for (Stratum stratum : shared) {
      all = all.plus(outcomes(stratum, logFactorials));
      failed += stratum.failed();
    }
    return all.atMost(all.of(failed) * SLACK);
  }

  /// How likely each number of failures of the first kind is: the first chance is that of the least
  /// number, and so on.
  private static final class Outcomes {
    private final int least;
    private final double[] chances;

    Outcomes(int least, double[] chances) {
      this.least = least;
      this.chances = chances;
    }

    double of(int failed) {
      int place = failed - least;
      return place < 0 || place >= chances.length ? 0 : chances[place];
    }

    /// {@return the sum of all chances that are no greater}
    double atMost(double greatest) {
      return Math.min(1, Arrays.stream(chances).filter(chance -> chance <= greatest).sum());
    }

    Outcomes plus(Outcomes other) {
      double[] sum = new double[chances.length + other.chances.length - 1];
      for (int i = 0; i < chances.length; i++) {
        for (int j = 0; j < other.chances.length; j++) {
          sum[i + j] += chances[i] * other.chances[j];
        }
      }
      return new Outcomes(least + other.least, sum).trimmed();
    }

    Outcomes trimmed() {
      int from = 0;
      int to = chances.length;
      while (from < to - 1 && chances[from] < NEGLIGIBLE) {
        from++;
      }
      while (to > from + 1 && chances[to - 1] < NEGLIGIBLE) {
        to--;
      }
      return new Outcomes(least + from, Arrays.copyOfRange(chances, from, to));
    }
  }

  private static Outcomes outcomes(Stratum stratum, double[] logFactorials) {
    int least = Math.max(0, stratum.allFailed() - stratum.otherRuns());
    int most = Math.min(stratum.runs(), stratum.allFailed());
    double[] chances = new double[most - least + 1];
    double all = logChoices(stratum.allRuns(), stratum.allFailed(), logFactorials);
    for (int failed = least; failed <= most; failed++) {
      chances[failed - least] =
          Math.exp(
              logChoices(stratum.runs(), failed, logFactorials)
                  + logChoices(stratum.otherRuns(), stratum.allFailed() - failed, logFactorials)
                  - all);
    }
    return new Outcomes(least, chances).trimmed();
  }

  private static double logChoices(int all, int chosen, double[] logFactorials) {
    return logFactorials[all] - logFactorials[chosen] - logFactorials[all - chosen];
  }

  private static double[] logFactorials(int most) {
    double[] logFactorials = new double[most + 1];
    for (int n = 2; n <= most; n++) {
      logFactorials[n] = logFactorials[n - 1] + Math.log(n);
    }
    return logFactorials;
  }
}

package dev.hone.sandbox;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs one test class in a virtual machine of its own and prints a line for each case: `CASE`, its
/// name, its status and its message, parted by tabs.
final class ContractRun {
  private ContractRun() {}

  /// Runs it and ends the virtual machine.
  ///
  /// @param arguments the name of the class
  public static void main(String[] arguments) {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(arguments[0])).build(),
            new Lines());
    System.exit(0);
  }

  private static final class Lines implements TestExecutionListener {
    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      print(test, "ABORTED", reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
        print(
            test, result.getStatus().name(), result.getThrowable().map(String::valueOf).orElse(""));
      }
    }

    private static void print(TestIdentifier test, String status, String message) {
      System.out.println(
          String.join(
              "\t", "CASE", test.getDisplayName(), status, message.replaceAll("\\s+", " ")));
    }
  }
}

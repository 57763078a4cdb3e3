package dev.hone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The import rules of ARCHITECTURE.md.
class ArchitectureTest {
  /// From the bottom up: a package may import those before it and none after it.
  private static final List<List<String>> ORDER =
      List.of(
          List.of("failure", "progress"),
          List.of("language", "model", "sandbox"),
          List.of("packages"),
          List.of("requirement"),
          List.of("plan"),
          List.of("candidate"),
          List.of("suite"),
          List.of("scan"),
          List.of("verdict"),
          List.of("repair"),
          List.of("result"),
          List.of("runlog"),
          List.of("agent"),
          List.of("config"),
          List.of("telemetry"),
          List.of(""),
          List.of("server", "mcp", "bench"),
          List.of("cli"));

  private static final JavaClasses HONE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.hone");

  @TestFactory
  List<DynamicTest> aPackageImportsOnlyThoseBeforeIt() {
    return ORDER.stream()
        .flatMap(List::stream)
        .map(
            name -> DynamicTest.dynamicTest("dev.hone." + name, () -> importsOnlyThoseBefore(name)))
        .toList();
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("dev.hone.(*)..").should().beFreeOfCycles().check(HONE);
  }

  @Test
  void everyPackageIsNullMarkedAndHasAPlaceInTheOrder() {
    assertThat(HONE)
        .extracting(JavaClass::getPackage)
        .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class)).as(p.getName()).isTrue())
        .allSatisfy(p -> assertThat(rank(top(p.getName()))).as(p.getName()).isNotNegative());
  }

  @Test
  void onlyTheRunLogSpeaksSql() {
    noClasses()
        .that(describe("are outside runlog", c -> !top(c.getPackageName()).equals("runlog")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.jdbi..", "org.flywaydb..")
        .check(HONE);
  }

  @Test
  void onlyRemoteModelsKnowLangChain4j() {
    noClasses()
        .that(
            describe(
                "are outside model.remote",
                c -> !c.getPackageName().equals("dev.hone.model.remote")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.langchain4j..")
        .check(HONE);
  }

  @Test
  void onlyServersKnowJavalinAndJetty() {
    noClasses()
        .that(describe("are outside server", c -> !top(c.getPackageName()).equals("server")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
        .check(HONE);
  }

  @Test
  void onlyTelemetryKnowsOpenTelemetry() {
    noClasses()
        .that(describe("are outside telemetry", c -> !top(c.getPackageName()).equals("telemetry")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.opentelemetry..")
        .check(HONE);
  }

  @Test
  void onlyCommitsKnowJGit() {
    noClasses()
        .that(describe("are outside cli.git", c -> !c.getPackageName().equals("dev.hone.cli.git")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.jgit..")
        .check(HONE);
  }

  @Test
  void onlyTheCommandLineWritesToStandardOutput() {
    noClasses()
        .that(describe("are outside cli", c -> !top(c.getPackageName()).equals("cli")))
        .should()
        .accessField(System.class, "out")
        .check(HONE);
  }

  @Test
  void processesAreStartedOnlyWhereTheyMayBe() {
    noClasses()
        .that(
            describe(
                "may not start processes",
                c ->
                    !List.of("sandbox", "language").contains(top(c.getPackageName()))
                        && !c.getPackageName().startsWith("dev.hone.model.embedded")
                        && !List.of("dev.hone.config.KeyCommand", "dev.hone.cli.Editor")
                            .contains(c.getName())))
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class, Process.class)
        .check(HONE);
  }

  private static void importsOnlyThoseBefore(String name) {
    noClasses()
        .that(describe("are in " + name, c -> top(c.getPackageName()).equals(name)))
        .should()
        .dependOnClassesThat(
            describe(
                "are beside or above it",
                c ->
                    c.getPackageName().startsWith("dev.hone")
                        && !top(c.getPackageName()).equals(name)
                        && rank(top(c.getPackageName())) >= rank(name)))
        .allowEmptyShould(true)
        .check(HONE);
  }

  private static String top(String packageName) {
    String[] parts = packageName.split("\\.", -1);
    return parts.length > 2 ? parts[2] : "";
  }

  private static int rank(String name) {
    for (int i = 0; i < ORDER.size(); i++) {
      if (ORDER.get(i).contains(name)) {
        return i;
      }
    }
    return -1;
  }
}

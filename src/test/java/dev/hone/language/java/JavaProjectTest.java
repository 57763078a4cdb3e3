package dev.hone.language.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Project;
import dev.hone.language.ProjectBrief;
import dev.hone.language.ProjectTrees;
import dev.hone.language.SourceFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class JavaProjectTest {
  private static final SourceFile CODE = new SourceFile("Solution.java", "class Solution {}\n");
  private static final SourceFile TEST =
      new SourceFile(
          "SolutionTextTest.java",
          "import org.junit.jupiter.api.Test;\nclass SolutionTextTest {}\n");

  @Test
  void filesStandWhereMavenLooks() throws Exception {
    Project project = project(ProjectTrees.brief("25.0.1", List.of(CODE), List.of(TEST)));

    assertThat(ProjectTrees.paths(project))
        .containsExactly(
            "src/main/java/Solution.java", "src/test/java/SolutionTextTest.java", "pom.xml");
    assertThat(project.commands()).isEqualTo(new Project.Commands("", "mvn test", ""));
    assertThat(texts(pom(project), "maven.compiler.release")).containsExactly("25");
    assertThat(texts(pom(project), "artifactId"))
        .containsExactly(
            "solution", "junit-jupiter", "maven-compiler-plugin", "maven-surefire-plugin");
  }

  @Test
  void theFolderIsThatOfThePackage() {
    SourceFile code = new SourceFile("Prices.java", "package shop.core;\n\nclass Prices {}\n");
    SourceFile test = new SourceFile("src/shop/PricesTest.java", "package shop.core;\n");

    assertThat(
            ProjectTrees.paths(project(ProjectTrees.brief("17.0.2", List.of(code), List.of(test)))))
        .containsExactly(
            "src/main/java/shop/core/Prices.java",
            "src/test/java/shop/core/PricesTest.java",
            "pom.xml");
  }

  @Test
  void packagesAreDependencies() throws Exception {
    Project project =
        project(
            ProjectTrees.with(
                ProjectTrees.brief("25.0.1", List.of(CODE), List.of(TEST)),
                "com.google.guava:guava==33.0.0-jre,org.a:b"));

    assertThat(texts(pom(project), "groupId"))
        .startsWith("local", "com.google.guava", "org.a", "org.junit.jupiter");
    assertThat(texts(pom(project), "version")).startsWith("0.1.0", "33.0.0-jre", "[0,)");
  }

  @Test
  void testsOfJUnit4HaveTheirEngine() throws Exception {
    SourceFile old = new SourceFile("OldTest.java", "import org.junit.Test;\nclass OldTest {}\n");

    assertThat(
            texts(
                pom(project(ProjectTrees.brief("25.0.1", List.of(CODE), List.of(old)))),
                "artifactId"))
        .contains("junit-vintage-engine");
  }

  /// The versions are those by which the code was judged.
  @Test
  void theVersionsAreThoseOfHonesOwnBuild() throws Exception {
    String own = Files.readString(Path.of("pom.xml"));
    String pom =
        ProjectTrees.text(
            project(ProjectTrees.brief("25", List.of(CODE), List.of(TEST))), "pom.xml");
    String junit = own.split("<junit.version>", 2)[1].split("<", 2)[0];

    assertThat(pom)
        .contains("<artifactId>junit-jupiter</artifactId>\n      <version>" + junit + "<");
    for (String plugin : List.of("maven-compiler-plugin", "maven-surefire-plugin")) {
      String line = "<artifactId>" + plugin + "</artifactId>";
      String version = own.split(line + "<version>", 2)[1].split("<", 2)[0];
      assertThat(pom).contains(line + "\n        <version>" + version + "<");
    }
  }

  private static Project project(ProjectBrief brief) {
    return new JavaProject(brief).project();
  }

  private static Document pom(Project project) throws Exception {
    byte[] text = ProjectTrees.text(project, "pom.xml").getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text));
  }

  private static List<String> texts(Document pom, String element) {
    NodeList found = pom.getElementsByTagName(element);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }
}

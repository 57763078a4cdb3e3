package dev.hone.plan;

import dev.hone.language.Example;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.requirement.ExampleReader;
import dev.hone.requirement.Requirement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a plan by rule from the text alone. It stays short.
public final class RulePlanner implements Planner {
  private static final int MOST_CHARACTERS = 60_000;
  private static final Pattern CALLED = Pattern.compile("(?<![\\w$.:\\]])([A-Za-z_$][\\w$]*)\\(");
  private static final Set<String> BUILT_IN =
      Set.of(
          "len",
          "sorted",
          "list",
          "set",
          "dict",
          "tuple",
          "str",
          "int",
          "float",
          "abs",
          "round",
          "sum",
          "max",
          "min",
          "isinstance",
          "next",
          "iter",
          "print",
          "repr",
          "bool",
          "all",
          "any",
          "type",
          "String",
          "Number",
          "Array",
          "Object",
          "JSON",
          "Math",
          "Boolean",
          "Map",
          "Set",
          "Date",
          "Symbol",
          "BigInt",
          "not",
          "and",
          "or",
          "in",
          "if",
          "for",
          "date",
          "datetime",
          "timedelta",
          "Decimal",
          "Fraction",
          "range",
          "zip",
          "enumerate",
          "Promise",
          "frozenset",
          "Some",
          "Ok",
          "Err",
          "string",
          "pair",
          "make_pair",
          "vector",
          "byte",
          "rune");

  private final ExampleReader reader = new ExampleReader();

  /// Makes a planner.
  public RulePlanner() {}

  @Override
  public Planned plan(Requirement requirement, Language language) {
    String text = requirement.text();
    String head = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    if (requirement.program().isPresent()) {
      return program(head, requirement, language);
    }
    List<Example> examples = reader.read(head, language.id());
    List<Signature> signatures = signatures(head, requirement, language, examples);
    List<String> names = signatures.stream().map(Signature::name).toList();
    if (names.size() == 1 && !signatures.getFirst().isClass()) {
      examples = reader.read(head, language.id(), names);
    }
    return new Planned(
        new Plan(
            language.id(),
            signatures.stream().map(Signature::text).toList(),
            names,
            files(head, requirement, language),
            meant(examples, signatures).stream().filter(e -> concerns(e, names)).toList(),
            EdgeCases.read(head),
            RuleSentences.read(head)),
        List.of());
  }

  private static List<Example> meant(List<Example> examples, List<Signature> signatures) {
    if (signatures.size() != 1) {
      return examples;
    }
    MeantExamples meant = new MeantExamples(signatures.getFirst().name(), BUILT_IN);
    return signatures.getFirst().isClass() ? meant.respelled(examples) : meant.of(examples);
  }

  private static List<Signature> signatures(
      String head, Requirement requirement, Language language, List<Example> examples) {
    List<Signature> asked = SignatureReader.read(head, language.id(), calledNames(examples));
    return requirement.changesCode()
        ? new ExistingSignatures(language).read(head, asked, requirement.existing())
        : asked;
  }

  private static List<String> files(String head, Requirement requirement, Language language) {
    return requirement.changesCode()
        ? requirement.existing().stream().map(SourceFile::path).toList()
        : FileNames.read(head, language.id(), language.idioms());
  }

  // What looks like a call in its text is no function that somebody else calls.
  private static Planned program(String text, Requirement requirement, Language language) {
    return new Planned(
        new Plan(
            language.id(),
            List.of(),
            List.of(),
            files(text, requirement, language),
            List.of(),
            EdgeCases.read(text),
            RuleSentences.read(text)),
        List.of());
  }

  private static Set<String> calledNames(List<Example> examples) {
    Set<String> names = new LinkedHashSet<>();
    for (Example example : examples) {
      Matcher called = CALLED.matcher(String.join("\n", example.setup()) + "\n" + example.call());
      while (called.find()) {
        if (!BUILT_IN.contains(called.group(1))) {
          names.add(called.group(1));
        }
      }
    }
    return names;
  }

  /// A call of something else, such as a function of mathematics in passing, is no example.
  private static boolean concerns(Example example, List<String> names) {
    return names.stream().anyMatch(name -> MeantExamples.isNamed(example, name));
  }
}

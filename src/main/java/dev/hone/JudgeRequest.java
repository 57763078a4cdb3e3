package dev.hone;

import dev.hone.language.LanguageId;
import dev.hone.language.PackageName;
import dev.hone.language.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What `hone judge` asks for.
///
/// @param language the language
/// @param code the candidate's files, the one under test first
/// @param tests the test files
/// @param allowed rules of the scan that are permitted
/// @param timeout the limit of each run in the sandbox, by the clock
/// @param packages third-party packages that code and tests may import
public record JudgeRequest(
    LanguageId language,
    List<SourceFile> code,
    List<SourceFile> tests,
    Set<String> allowed,
    Duration timeout,
    List<PackageName> packages) {
  /// Copies the collections.
  public JudgeRequest {
    code = List.copyOf(code);
    tests = List.copyOf(tests);
    allowed = Set.copyOf(allowed);
    packages = List.copyOf(packages);
  }
}

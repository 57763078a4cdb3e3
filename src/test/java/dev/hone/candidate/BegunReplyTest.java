package dev.hone.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import dev.hone.model.Message;
import dev.hone.model.Prompt;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BegunReplyTest {
  private static final BegunReply BEGUN = new BegunReply("```python\ndef f(a):\n");

  @Test
  void aPythonStubEndsBehindItsDocComment() {
    assertThat(
            stub(LanguageId.PYTHON, "import re\n\ndef f(a):\n    \"\"\"Says it.\"\"\"\n    pass\n"))
        .hasValue("import re\n\ndef f(a):\n    \"\"\"Says it.\"\"\"\n");
  }

  @Test
  void aPythonStubWithoutADocCommentEndsBehindItsColon() {
    assertThat(stub(LanguageId.PYTHON, "def f(a) -> int:\n    ...\n"))
        .hasValue("def f(a) -> int:\n");
  }

  @Test
  void aStubWithBracesEndsBehindTheFirst() {
    assertThat(
            stub(LanguageId.GO, "package p\n\n// F adds.\nfunc F(a, b int) int {\n\t// ...\n}\n"))
        .hasValue("package p\n\n// F adds.\nfunc F(a, b int) int {\n");
    assertThat(stub(LanguageId.RUST, "pub fn f(a: Vec<u8>) -> u8 {\n    todo!()\n}\n"))
        .hasValue("pub fn f(a: Vec<u8>) -> u8 {\n");
    assertThat(
            stub(
                LanguageId.JAVA,
                "class S {\n  /** Says. */\n  int f(int a) {\n    // ...\n  }\n}\n"))
        .hasValue("class S {\n  /** Says. */\n  int f(int a) {\n");
    assertThat(stub(LanguageId.JAVASCRIPT, "const f = (a) => {\n  // ...\n}\n"))
        .hasValue("const f = (a) => {\n");
    assertThat(stub(LanguageId.TYPESCRIPT, "export function f(a: number): number {\n}\n"))
        .hasValue("export function f(a: number): number {\n");
    assertThat(stub(LanguageId.C, "#include <stdio.h>\nint f(int *a) {\n}\n"))
        .hasValue("#include <stdio.h>\nint f(int *a) {\n");
    assertThat(
            stub(LanguageId.CPP, "#include <vector>\nint f(std::vector<int> a) {\n  // ...\n}\n"))
        .hasValue("#include <vector>\nint f(std::vector<int> a) {\n");
  }

  @Test
  void whatComesBeforeTheStubBelongsToIt() {
    assertThat(stub(LanguageId.PYTHON, "def g(a):\n    return a\n\ndef f(a):\n    pass\n"))
        .hasValue("def g(a):\n    return a\n\ndef f(a):\n");
  }

  @Test
  void codeThatLeavesNoBodyOrSeveralIsNoStub() {
    assertThat(stub(LanguageId.PYTHON, "def f(a):\n    return a\n")).isEmpty();
    assertThat(stub(LanguageId.PYTHON, "def f(a):\n    pass\n\ndef g(a):\n    pass\n")).isEmpty();
    assertThat(stub(LanguageId.PYTHON, "def f(a):\n    pass\n\ndef g(a):\n    return f(a)\n"))
        .isEmpty();
    assertThat(stub(LanguageId.PYTHON, ">>> f(1)\n2\n")).isEmpty();
  }

  @Test
  void codeOfAnotherLanguageIsNoStub() {
    assertThat(new Stub(LanguageId.PYTHON).in("```go\nfunc F() {\n}\n```\n", "python")).isEmpty();
  }

  @Test
  void aPromptEndsWithTheWordsThatTheReplyBeginsWith() {
    Message asked = new Message(Message.Role.USER, "Write it.");
    assertThat(BEGUN.after(new Prompt("n", "h", List.of(asked))))
        .isEqualTo(
            new Prompt(
                "n", "h", List.of(asked, new Message(Message.Role.ASSISTANT, BEGUN.words()))));
  }

  @Test
  void theReplyGoesOnFromThem() {
    assertThat(BEGUN.with("    return a\n```"))
        .isEqualTo("```python\ndef f(a):\n    return a\n```");
  }

  @Test
  void aReplyThatBeginsAnewIsWhole() {
    String whole = "```python\ndef f(a):\n    return a\n```";
    assertThat(BEGUN.with(whole)).isEqualTo(whole);
  }

  private static Optional<String> stub(LanguageId language, String code) {
    String text = "Write this function:\n\n```%s\n%s```\n".formatted(language.id(), code);
    return new Stub(language).in(text, language.id());
  }
}

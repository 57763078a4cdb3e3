package dev.hone.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Changes each instruction of the generated filters in turn. Every such mutant must give a wrong
/// answer to a question whose right answer is known apart from the filter, so that no rule of the
/// policy can be lost unseen.
class PolicyMutationTest {
  private static final int ALLOW = 0x7FFF0000;
  private static final int KILL = 0x80000000;
  private static final int ERROR = 0x00050000;
  private static final int NO_FAMILY = ERROR | 97;

  /// One call and what the filter must say to it.
  @SuppressWarnings("ArrayRecordComponent")
  private record Question(int architecture, int call, long[] arguments, int answer) {
    boolean answered(byte[] program) {
      return BpfMachine.answer(program, architecture, call, arguments) == answer;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "X86_64, false, false, true",
    "X86_64, true, true, true",
    "X86_64, true, false, true",
    "X86_64, false, true, true",
    "X86_64, false, true, false",
    "AARCH64, false, false, true",
    "AARCH64, true, true, true",
    "AARCH64, true, false, true",
    "AARCH64, false, true, true",
    "AARCH64, false, true, false"
  })
  void noInstructionOfTheFilterCanBeMissed(
      Architecture on, boolean namespaces, boolean counted, boolean held) {
    SeccompPolicy policy = new SeccompPolicy(namespaces, counted, held);
    byte[] program = SeccompFilter.program(on, policy);
    List<Question> questions = questions(on, policy);

    assertThat(questions).allSatisfy(q -> assertThat(q.answered(program)).as(text(q)).isTrue());
    for (int at = 0; at < program.length; at += 8) {
      for (byte[] mutant : mutants(program, at)) {
        assertThat(questions.stream().allMatch(q -> q.answered(mutant)))
            .as("a change of instruction %d is not seen", at / 8)
            .isFalse();
      }
    }
  }

  private static String text(Question question) {
    return "%x: call %d (%s)"
        .formatted(
            question.architecture(),
            question.call(),
            java.util.Arrays.stream(question.arguments())
                .mapToObj(Long::toHexString)
                .collect(Collectors.joining(", ")));
  }

  /// A condition that never holds, one that always does, a mask that keeps all, a return of the
  /// opposite.
  private static List<byte[]> mutants(byte[] program, int at) {
    ByteBuffer code = ByteBuffer.wrap(program).order(ByteOrder.nativeOrder());
    return switch (code.getShort(at)) {
      case 0x15, 0x35, 0x45 ->
          List.of(with(program, at + 2, at + 3), with(program, at + 3, at + 2));
      case 0x54 -> List.of(withOperand(program, at, -1));
      case 0x06 -> List.of(withOperand(program, at, code.getInt(at + 4) == ALLOW ? KILL : ALLOW));
      default -> List.of();
    };
  }

  private static byte[] with(byte[] program, int place, int source) {
    byte[] mutant = program.clone();
    mutant[place] = program[source];
    return mutant;
  }

  private static byte[] withOperand(byte[] program, int at, int operand) {
    byte[] mutant = program.clone();
    ByteBuffer.wrap(mutant).order(ByteOrder.nativeOrder()).putInt(at + 4, operand);
    return mutant;
  }

  private static List<Question> questions(Architecture on, SeccompPolicy policy) {
    int own = on == Architecture.X86_64 ? 0xC000003E : 0xC00000B7;
    List<Question> questions = new ArrayList<>();
    for (int other : new int[] {0x40000003, 0x40000028, 0xC000003E, 0xC00000B7, 0}) {
      if (other != own) {
        questions.add(new Question(other, 39, new long[0], KILL));
      }
    }
    int x32 = on == Architecture.X86_64 ? ERROR | 38 : ALLOW;
    questions.add(new Question(own, 0x40000000, new long[0], x32));
    questions.add(new Question(own, 0x40000000 | 59, new long[0], x32));
    questions.add(new Question(own, 0x3FFFFFFF, new long[0], ALLOW));
    ExpectedCall.all().stream()
        .filter(call -> call.number(on) >= 0)
        .forEach(call -> questions.addAll(about(call, own, on, call.refused(policy))));
    questions.addAll(ordinary(on, own));
    questions.addAll(sockets(on, own, policy.inetSockets()));
    return questions;
  }

  private static List<Question> about(
      ExpectedCall call, int own, Architecture on, boolean refused) {
    int number = call.number(on);
    int error = ERROR | call.errno();
    List<Question> questions = new ArrayList<>();
    if (!call.byArgument()) {
      questions.add(new Question(own, number, new long[0], refused ? error : ALLOW));
      return questions;
    }
    long[] none = new long[call.argument() + 1];
    none[call.argument()] = call.byBits() ? ~Integer.toUnsignedLong(call.value()) : 0x5401;
    questions.add(new Question(own, number, none, ALLOW));
    for (long high : new long[] {0, 1L << 32, 1L << 63}) {
      for (int bit = 0; bit < 32; bit++) {
        long[] arguments = new long[call.argument() + 1];
        int value = call.byBits() ? call.value() & (1 << bit) : call.value();
        arguments[call.argument()] = high | Integer.toUnsignedLong(value);
        if (value != 0) {
          questions.add(new Question(own, number, arguments, error));
        }
      }
    }
    return questions;
  }

  /// All other numbers up to the highest known call.
  private static List<Question> ordinary(Architecture on, int own) {
    Set<Integer> named =
        ExpectedCall.all().stream().map(call -> call.number(on)).collect(Collectors.toSet());
    named.addAll(on == Architecture.X86_64 ? Set.of(41, 53) : Set.of(198, 199));
    List<Question> questions = new ArrayList<>();
    for (int call = 0; call < 470; call++) {
      if (!named.contains(call)) {
        questions.add(new Question(own, call, new long[0], ALLOW));
      }
    }
    return questions;
  }

  private static List<Question> sockets(Architecture on, int own, boolean namespaces) {
    int socket = on == Architecture.X86_64 ? 41 : 198;
    int pair = on == Architecture.X86_64 ? 53 : 199;
    List<Question> questions = new ArrayList<>();
    for (int family = 0; family < 46; family++) {
      for (int protocol : new int[] {0, 1, 6, 15, 17, 132, 255, 256, 262}) {
        boolean allowed =
            namespaces
                && switch (family) {
                  case 1 -> true;
                  case 2, 10 -> protocol == 0 || protocol == 6 || protocol == 17;
                  case 16 -> protocol == 0;
                  default -> false;
                };
        for (long high : new long[] {0, 1L << 40}) {
          questions.add(
              new Question(
                  own,
                  socket,
                  new long[] {high | family, 1, high | protocol},
                  allowed ? ALLOW : NO_FAMILY));
        }
      }
      for (int type : new int[] {1, 2, 3, 4, 5, 10, 0x80801, 0x80802, 0x80005}) {
        boolean connected = family == 1 && ((type & 0xF) == 1 || (type & 0xF) == 5);
        questions.add(
            new Question(own, pair, new long[] {family, type, 0}, connected ? ALLOW : NO_FAMILY));
      }
    }
    return questions;
  }
}

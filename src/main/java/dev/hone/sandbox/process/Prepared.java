package dev.hone.sandbox.process;

import java.util.List;

/// One job made ready to start: files written, groups made, a slot taken. Closing gives all of it
/// back and must come after the tree is gone.
public interface Prepared extends AutoCloseable {
  /// {@return the whole command to start, with absolute paths}
  List<String> command();

  /// {@return how many words at the front of the command can be started without the rest, as their
  /// program takes `told` for its only further argument and then reads the rest from its input; 0
  /// where it cannot}
  default int toldFrom() {
    return 0;
  }

  /// {@return the process tree of the started command}
  ///
  /// @param process what was started by {@link #command()}
  Tree tree(Process process);

  /// {@return the folders that the job may write to; the caller closes it once the tree is gone}
  Storage storage();

  /// {@return whether the job's command waits for a first line on its standard input} It is sent as
  /// soon as the work folder can be seen from outside.
  default boolean waits() {
    return false;
  }

  /// {@return whether the kernel ends all processes of the tree when the started one ends}
  default boolean endsAsOne() {
    return false;
  }

  /// {@return whether the set-up is done and the job's own command runs} What came before counts
  /// neither as its time nor as its processor time. Asked while the process lives.
  ///
  /// @param process what was started by {@link #command()}
  default boolean begun(Process process) {
    return true;
  }

  /// {@return whether the set-up reached the job's own command; asked after the end}
  boolean reachedCommand();

  @Override
  void close();
}

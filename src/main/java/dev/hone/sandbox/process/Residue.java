package dev.hone.sandbox.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What must not outlive Hone: running trees, groups, folders. What is still registered when the
/// virtual machine shuts down is cleared then. Safe for use by several threads.
public final class Residue {
  private final Set<Runnable> clearing = ConcurrentHashMap.newKeySet();
  private final Set<Runnable> last = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;

  /// Registers with the virtual machine's shutdown.
  public Residue() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::clear, "hone-sandbox-clear"));
  }

  /// {@return a handle whose closing says that there is nothing left to clear}
  ///
  /// @param clear clears it; may be called on another thread
  public Held add(Runnable clear) {
    clearing.add(clear);
    return () -> clearing.remove(clear);
  }

  /// Has something cleared at the very end, after all else.
  ///
  /// @param clear clears it
  public void addLast(Runnable clear) {
    last.add(clear);
  }

  /// {@return whether the virtual machine is about to end, so that nothing can be left for later}
  boolean isEnding() {
    return ending;
  }

  private void clear() {
    ending = true;
    clearing.forEach(Runnable::run);
    last.forEach(Runnable::run);
  }

  /// Something registered.
  @FunctionalInterface
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }
}

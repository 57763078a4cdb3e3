package dev.hone;

import dev.hone.config.Folders;
import dev.hone.config.PoolSetting;
import dev.hone.config.SandboxSettings;
import dev.hone.config.Settings;
import dev.hone.sandbox.Choice;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.Sandboxes;
import dev.hone.sandbox.pool.BoxPool;
import dev.hone.scan.Scanner;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What judges code: scanner, sandbox, and boxes that are opened ahead, each made when it is first
/// needed. Safe for use by several threads.
final class Judging implements AutoCloseable {
  private final Settings settings;
  private final Folders folders;
  private final Choice choice;
  private @Nullable Sandboxes sandboxes;
  private @Nullable Sandbox sandbox;
  private @Nullable BoxPool pool;
  private @Nullable Scanner scanner;

  Judging(Settings settings, Folders folders, Choice choice) {
    this.settings = settings;
    this.folders = folders;
    this.choice = choice;
  }

  /// {@return a judge for single commands}
  Judge judge() {
    return new Judge(scanner(), sandbox());
  }

  /// {@return a judge whose boxes are opened ahead} Only for solving: a single command ends before
  /// a box that is opened for the next one is ready.
  Judge judgeAhead() {
    return new Judge(scanner(), pool());
  }

  /// {@return limits and permissions of a judgement}
  ///
  /// @param allowed permitted rules of the scan
  /// @param timeout the limit by the clock
  JudgeSettings settings(Set<String> allowed, Duration timeout) {
    return new JudgeSettings(sandboxSettings().timed(timeout), allowed);
  }

  SandboxSettings sandboxSettings() {
    return SandboxSettings.of(settings);
  }

  synchronized Sandbox sandbox() {
    if (sandbox == null) {
      sandbox = sandboxes().choose(choice, sandboxSettings().mode());
    }
    return sandbox;
  }

  synchronized Sandboxes sandboxes() {
    if (sandboxes == null) {
      sandboxes = new Sandboxes(folders.cache().resolve("helper"), sandboxSettings().image());
    }
    return sandboxes;
  }

  synchronized Scanner scanner() {
    if (scanner == null) {
      scanner = new Scanner();
    }
    return scanner;
  }

  private synchronized BoxPool pool() {
    if (pool == null) {
      pool = new BoxPool(sandbox(), PoolSetting.of(settings.environment()));
    }
    return pool;
  }

  /// Gives up boxes that wait. A second call does nothing.
  @Override
  public synchronized void close() {
    if (pool != null) {
      pool.close();
      pool = null;
    }
  }
}

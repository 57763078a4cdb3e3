package dev.hone.sandbox.process;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Threads for what runs beside a job. They are kept for a while, as starting one takes about as
/// long as a short job. None keeps the virtual machine from ending.
final class Background {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("hone-sandbox-", 0).factory());

  private Background() {}

  static ExecutorService threads() {
    return THREADS;
  }
}

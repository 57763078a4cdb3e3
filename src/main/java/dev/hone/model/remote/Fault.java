package dev.hone.model.remote;

/// What can go wrong with one request.
enum Fault {
  /// No connection came to stand.
  UNREACHABLE(true, false),
  /// Nothing came in time.
  TIMED_OUT(true, true),
  /// The reply broke off, or was no reply of the dialect.
  BROKEN(true, true),
  /// The provider is busy or has a fault of its own: 408, 409, 429, 5xx.
  BUSY(true, false),
  /// A parameter of the request is none that the model takes.
  PARAMETER(false, false),
  /// The prompt does not fit the model's context.
  TOO_LONG(false, false),
  /// Anything else that asking again does not mend.
  FINAL(false, false);

  private final boolean passing;
  private final boolean billed;

  Fault(boolean passing, boolean billed) {
    this.passing = passing;
    this.billed = billed;
  }

  /// {@return whether the same request may succeed later}
  boolean isPassing() {
    return passing;
  }

  /// {@return whether the provider may bill the request although it came to nothing}
  boolean mayBeBilled() {
    return billed;
  }
}

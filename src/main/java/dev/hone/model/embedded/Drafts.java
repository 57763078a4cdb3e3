package dev.hone.model.embedded;

/// Reads the tokens of a reply as they are chosen, and with them those that will probably follow,
/// in one batch: what was drafted right is read already when it is chosen. The tokens are chosen
/// from the same scores as one by one, but for the last bits, which depend on how many are read
/// together.
///
/// Whether it drafts depends on tokens alone, never on time, so the same request gets the same
/// reply. After a draft that hardly held, more tokens must be alike for the next one. Not safe for
/// threads.
final class Drafts {
  /// A batch costs about as much as a third of its tokens one by one, so short drafts do not pay.
  private static final int SHORTEST = 8;

  private static final int LONGEST = 31;
  private static final int STRICTEST = 64;

  private final Session session;
  private final Lookup lookup;
  private int alike = Lookup.FEWEST;
  private int read;
  private int[] draft = {};
  private int held;

  /// Makes drafts for the reply to a prompt that the session has read.
  ///
  /// @param prompt the prompt's tokens
  Drafts(Session session, int[] prompt) {
    this.session = session;
    this.lookup = new Lookup(prompt);
    this.read = prompt.length;
  }

  /// {@return which scores of the last batch choose the next token}
  int place() {
    return draft.length == 0 ? Session.LAST : held;
  }

  /// Reads a token that was chosen.
  ///
  /// @return whether it was read alone, so that its time tells how fast the model is
  boolean read(int token) {
    lookup.add(token);
    if (held < draft.length && draft[held] == token) {
      held++;
      read++;
      return false;
    }
    drop();
    int room = Math.min(LONGEST, session.contextTokens() - read - 2);
    int[] next = room < SHORTEST ? new int[0] : lookup.next(alike, room);
    if (next.length < SHORTEST) {
      session.read(new int[] {token}, 0, 1);
      read++;
      return true;
    }
    int[] batch = new int[next.length + 1];
    batch[0] = token;
    System.arraycopy(next, 0, batch, 1, next.length);
    session.readScored(batch);
    read++;
    draft = next;
    held = 0;
    return false;
  }

  // What was drafted and not chosen is read no more.
  private void drop() {
    if (draft.length == 0) {
      return;
    }
    if (held < draft.length) {
      session.forgetFrom(read);
    }
    alike = held < SHORTEST ? Math.min(STRICTEST, 2 * alike) : Math.max(Lookup.FEWEST, alike / 2);
    draft = new int[0];
    held = 0;
  }
}

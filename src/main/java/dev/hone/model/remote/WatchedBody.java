package dev.hone.model.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A reply that is watched and has a most size.
final class WatchedBody extends FilterInputStream {
  /// Far above every reply: 100,000 tokens take about 20 MB as events of one token each.
  private static final long MOST_BYTES = 256L << 20;

  private final Watch watch;
  private long bytes;

  WatchedBody(InputStream body, Watch watch) {
    super(body);
    this.watch = watch;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count > 0) {
      watch.alive();
      bytes += count;
      if (bytes > MOST_BYTES) {
        throw new IOException("the reply has more than " + (MOST_BYTES >> 20) + " MiB");
      }
    }
    return count;
  }
}

package dev.hone.bench;

import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The items of a run as they come in: each is in the file before the next one.
final class Results {
  private final Header header;
  private final List<Item> items;
  private final ResultFile file;
  private final Progress progress;
  private final Pace pace;

  Results(Header header, List<Item> earlier, ResultFile file, Progress progress) {
    this.header = header;
    this.items = new ArrayList<>(earlier);
    this.file = file;
    this.progress = progress;
    this.pace =
        new Pace(
            header.suites().stream().mapToInt(Header.Suite::chosen).sum(),
            earlier.size(),
            (int) earlier.stream().filter(Item::solved).count(),
            Clock.system(ZoneId.systemDefault()));
  }

  void add(Item item) {
    items.add(item);
    file.write(report());
    progress.report(new Event.Stage(pace.line(item)));
  }

  Report report() {
    return new Report(header, items);
  }
}

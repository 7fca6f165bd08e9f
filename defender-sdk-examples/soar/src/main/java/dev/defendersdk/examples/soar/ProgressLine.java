package dev.defendersdk.examples.soar;

import dev.defendersdk.machineactions.response.BulkProgress;
import dev.defendersdk.machineactions.response.BulkReport;
import dev.defendersdk.machineactions.response.WishPhase;
import java.io.PrintStream;

/**
 * How far a step is: on a terminal one line that is written over, elsewhere a line for each news.
 * Told from the threads on which wishes end, in any order.
 */
final class ProgressLine {

  private final PrintStream out;
  private final boolean onTerminal;
  private final String step;
  private int shown = -1;
  private boolean over;

  ProgressLine(PrintStream out, boolean onTerminal, String step) {
    this.out = out;
    this.onTerminal = onTerminal;
    this.step = step;
  }

  synchronized void show(BulkProgress progress) {
    int ended = progress.outcomes().values().stream().mapToInt(Integer::intValue).sum();
    if (over || ended <= shown || ended == progress.machines()) {
      return; // older than what is shown, or the end's to say
    }
    shown = ended;
    int queued = progress.phases().getOrDefault(WishPhase.QUEUED, 0);
    String offline = queued == 0 ? "" : ", " + queued + " offline";
    print(ended, progress.machines(), progress.fulfilled(), offline);
  }

  synchronized void end(BulkReport report) {
    over = true;
    int machines = report.results().size();
    print(machines, machines, machines - report.unfulfilled().size(), "");
    if (onTerminal) {
      out.println();
    }
  }

  private void print(int ended, int machines, int fulfilled, String offline) {
    String news =
        "  "
            + step
            + ": "
            + ended
            + " of "
            + machines
            + " ended, "
            + fulfilled
            + " as wished"
            + offline;
    if (onTerminal) {
      // Back to the line's start, and clear what was there before.
      out.print("\r\u001b[K" + news);
      out.flush();
    } else {
      out.println(news);
    }
  }
}

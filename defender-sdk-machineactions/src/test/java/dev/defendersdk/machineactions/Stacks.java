package dev.defendersdk.machineactions;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a log shows of an exception, with all its causes. */
final class Stacks {

  private Stacks() {}

  static String of(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}

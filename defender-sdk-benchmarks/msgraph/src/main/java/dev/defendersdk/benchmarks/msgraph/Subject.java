package dev.defendersdk.benchmarks.msgraph;

import dev.defendersdk.benchmarks.Listing.Cost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is compared, and what it cost. */
final class Subject {

  final String name;
  final Class<?> program;
  final List<Path> jars;

  /** Of its lists once it is warm. */
  final List<Cost> lists = new ArrayList<>();

  /** Of first calls, each in a process that has just begun. */
  final List<Cost> firstCalls = new ArrayList<>();

  /** Of one list. */
  int requests;

  /**
   * Nothing measured yet.
   *
   * @param program that lists by it
   * @param jars that it needs at run time, and no others
   */
  Subject(String name, Class<?> program, List<Path> jars) {
    if (jars.isEmpty()) {
      throw new IllegalArgumentException("jars is empty: the class path holds none of " + name);
    }
    this.name = name;
    this.program = program;
    this.jars = jars;
  }

  /** Bytes of all its jars. */
  long bytes() {
    return jars.stream().mapToLong(Subject::size).sum();
  }

  private static long size(Path jar) {
    try {
      return Files.size(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

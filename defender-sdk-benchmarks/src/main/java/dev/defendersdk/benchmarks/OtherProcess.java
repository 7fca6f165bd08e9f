package dev.defendersdk.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in a JVM of its own: what it costs is its. */
public final class OtherProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private OtherProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Starts a program of this module on the JDK of this one.
   *
   * @param options of the JVM, before the class
   */
  static OtherProcess start(Class<?> program, List<String> options, String... arguments) {
    return start(
        program.getName(), System.getProperty("java.class.path"), options, List.of(arguments));
  }

  /**
   * Starts a program that has a class path of its own, on the JDK of this one.
   *
   * @param options of the JVM, before the class
   */
  public static OtherProcess start(
      String program, String classPath, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-classpath");
    command.add(classPath);
    command.add(program);
    command.addAll(arguments);
    try {
      return new OtherProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port that a server prints first. */
  public int port() {
    try {
      return Integer.parseInt(String.valueOf(output.readLine()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that it prints from here on, once it has ended. */
  public List<String> rest() throws InterruptedException {
    List<String> lines = output.lines().toList();
    process.waitFor();
    return lines;
  }

  @Override
  public void close() {
    process.destroy();
  }
}

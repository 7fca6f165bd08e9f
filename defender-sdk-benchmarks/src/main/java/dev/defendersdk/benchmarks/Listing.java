package dev.defendersdk.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Measures a program that lists the alerts of a server, in the process of that program. It uses
 * nothing but the JDK, so that it weighs the same beside each.
 */
public final class Listing {

  /** A program that is measured. */
  @FunctionalInterface
  public interface Program {

    /**
     * Lists alerts.
     *
     * @param root of Graph, without its version
     * @param pageSize how many to ask for at a time
     * @param most how many to read at the most
     * @param checksum takes what is read
     */
    void list(String root, int pageSize, long most, Checksum checksum) throws Exception;
  }

  /**
   * What one list cost.
   *
   * @param clock nanoseconds
   * @param cpu nanoseconds of the process, of all its threads
   * @param allocated bytes, by all threads
   * @param read the checksum
   */
  public record Cost(long clock, long cpu, long allocated, String read) {

    private static final Pattern LINE = Pattern.compile("\\d+ \\d+ \\d+ \\S+");

    /** Whether a line that a program printed is one. */
    public static boolean isOne(String line) {
      return LINE.matcher(line).matches();
    }

    /** Reads such a line. */
    public static Cost parse(String line) {
      String[] parts = line.split(" ", 4);
      return new Cost(
          Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]);
    }

    @Override
    public String toString() {
      return clock + " " + cpu + " " + allocated + " " + read;
    }
  }

  private Listing() {}

  /**
   * Lists once or more often, and prints what each time cost.
   *
   * @param arguments the server's root, how many alerts to ask for at a time, how many to read, and
   *     how often; 0 for a first call, of which the time by the clock is all that is asked
   */
  public static void measure(Program program, String... arguments) throws Exception {
    String root = arguments[0];
    int pageSize = Integer.parseInt(arguments[1]);
    long most = Long.parseLong(arguments[2]);
    int times = Integer.parseInt(arguments[3]);
    if (times == 0) {
      long clock = System.nanoTime();
      Checksum checksum = new Checksum();
      program.list(root, pageSize, most, checksum);
      System.out.println(new Cost(System.nanoTime() - clock, 0, 0, checksum.toString()));
    }
    for (int i = 0; i < times; i++) {
      long clock = System.nanoTime();
      long cpu = Meters.cpu();
      long allocated = Meters.allocated();
      Checksum checksum = new Checksum();
      program.list(root, pageSize, most, checksum);
      System.out.println(
          new Cost(
              System.nanoTime() - clock,
              Meters.cpu() - cpu,
              Meters.allocated() - allocated,
              checksum.toString()));
    }
    // Each keeps threads for later calls, some of which would keep the process.
    System.exit(0);
  }

  /** Apart, since a first call would pay for their beginning. */
  private static final class Meters {

    private static final OperatingSystemMXBean SYSTEM =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS =
        ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    static long cpu() {
      return SYSTEM.getProcessCpuTime();
    }

    // Of the threads that live: neither program ends one while it lists.
    static long allocated() {
      return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
          .filter(bytes -> bytes > 0)
          .sum();
    }
  }
}

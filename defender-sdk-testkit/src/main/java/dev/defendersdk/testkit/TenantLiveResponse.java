package dev.defendersdk.testkit;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.internal.actions.LiveResponseBook;
import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.engine.TenantState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Live response in a simulated tenant, as its owner sets it. Settings hold for sessions that begin
 * later. Safe for use by many threads.
 */
public final class TenantLiveResponse {

  private final CloudState cloud;
  private final TenantState tenant;
  private final TimeSource time;

  TenantLiveResponse(CloudState cloud, TenantState tenant, TimeSource time) {
    this.cloud = cloud;
    this.tenant = tenant;
    this.time = time;
  }

  /**
   * A script in the library and how it ends; without errors.
   *
   * @param output what it writes, to the standard output
   */
  public TenantLiveResponse script(String name, int exitCode, String output) {
    return script(name, exitCode, output, "");
  }

  /**
   * A script in the library and how it ends. A command whose script ran is {@code Completed},
   * whatever the exit code.
   *
   * @param output what it writes to the standard output
   * @param errors what it writes to the standard error
   */
  public TenantLiveResponse script(String name, int exitCode, String output, String errors) {
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(errors, "errors");
    libraryFile(name, "# simulated".getBytes(StandardCharsets.UTF_8));
    return set(book -> book.script(name, exitCode, output, errors));
  }

  /**
   * A script in the library whose command fails, so that later commands are not run.
   *
   * @param reason what the command says of it
   */
  public TenantLiveResponse failingScript(String name, String reason) {
    Objects.requireNonNull(reason, "reason");
    libraryFile(name, "# simulated".getBytes(StandardCharsets.UTF_8));
    return set(book -> book.failingScript(name, reason));
  }

  /** A file in the library, put there by somebody in the portal. */
  public TenantLiveResponse libraryFile(String name, byte[] content) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(content, "content");
    return cloud.locked(
        () -> {
          tenant.library().add(name, content, time.now());
          return this;
        });
  }

  /**
   * A file that every machine has.
   *
   * @param path as it is asked for, such as {@code C:\\Temp\\dump.zip}
   */
  public TenantLiveResponse deviceFile(String path, byte[] content) {
    Objects.requireNonNull(path, "path");
    byte[] copy = content.clone();
    return set(book -> book.file(path, copy));
  }

  /**
   * How many sessions may run at once; 25 at first, as the older page says. The newer says 50.
   *
   * @param most 1 or more
   */
  public TenantLiveResponse sessions(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most is " + most + ": give 1 or more");
    }
    return set(book -> book.sessions(most));
  }

  /**
   * How long a session waits for an offline machine; 2 hours at first, as the newer page says. The
   * older says 3 days.
   */
  public TenantLiveResponse waitsForMachine(Duration span) {
    Objects.requireNonNull(span, "span");
    return set(book -> book.patience(span));
  }

  /** How long each command runs; 20 seconds at first. */
  public TenantLiveResponse commandTakes(Duration span) {
    Objects.requireNonNull(span, "span");
    return set(book -> book.perCommand(span));
  }

  /**
   * A session that an analyst opens in the portal now: it blocks the machine, and is in no list of
   * machine actions. Page: run-live-response.md.
   *
   * @param idOrName of the machine
   * @param span how long it lasts
   */
  public TenantLiveResponse portalSession(String idOrName, Duration span) {
    Objects.requireNonNull(idOrName, "idOrName");
    return cloud.locked(
        () -> {
          String machineId = tenant.machines().get(idOrName).id();
          tenant.liveResponse().portalSession(machineId, time.now().plus(span));
          return this;
        });
  }

  private TenantLiveResponse set(Consumer<LiveResponseBook> change) {
    return cloud.locked(
        () -> {
          change.accept(tenant.liveResponse());
          return this;
        });
  }
}

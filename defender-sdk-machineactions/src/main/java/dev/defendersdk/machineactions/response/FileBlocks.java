package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.machineactions.actions.FileQuarantine;
import dev.defendersdk.machineactions.internal.Comments;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Blocking and allowing, spoken of files: a file is stopped and quarantined on the machines that
 * have it, and blocked in the whole tenant so that it does not come back. Thread-safe.
 *
 * <pre>{@code
 * FileBlocks files = new FileBlocks(response, list);
 * BulkReport report =
 *     files
 *         .block(FileQuarantine.ofSha1(sha1, "ransomware, case 4711"), machineIds, BulkOptions.defaults())
 *         .await(Duration.ofHours(1));
 * }</pre>
 */
public final class FileBlocks {

  private final ResponseClient response;
  private final @Nullable TenantFileList list;

  /** Without a list of the tenant: machines alone. */
  public FileBlocks(ResponseClient response) {
    this.response = Check.notNull(response, "response");
    this.list = null;
  }

  /**
   * With the tenant's list of files.
   *
   * @param list what blocks and allows a file in the whole tenant
   */
  public FileBlocks(ResponseClient response, TenantFileList list) {
    this.response = Check.notNull(response, "response");
    this.list = Check.notNull(list, "list");
  }

  /**
   * Blocks a file: first in the whole tenant, where there is a list, so that it does not come back
   * to a machine that it was just removed from; then on these machines. Needs {@code
   * Machine.StopAndQuarantine}. Page: stop-and-quarantine-file.md.
   *
   * @param machineIds that have it
   * @throws RuntimeException what the list throws: nothing was asked of the machines then
   */
  public BulkHandle block(FileQuarantine file, Collection<String> machineIds, BulkOptions options) {
    MachineWish wish = MachineWish.quarantined(file);
    Ids.machines(machineIds, ResponseClient.MOST_MACHINES);
    Check.notNull(options, "options");
    if (list != null) {
      list.block(file.sha1(), file.comment());
    }
    return response.bulk(machineIds, wish, options);
  }

  /**
   * Allows a file again in the whole tenant. What was quarantined on machines stays so: the service
   * has no call that restores it.
   *
   * @param sha1 40 hex digits
   * @param comment why
   * @throws IllegalStateException without a list
   */
  public void allow(String sha1, String comment) {
    String checked = Ids.sha1(sha1);
    Comments.required(comment);
    if (list == null) {
      throw new IllegalStateException(
          "there is no list of the tenant: only that can allow a file. Make FileBlocks with one.");
    }
    list.allow(checked, comment);
  }

  @Override
  public String toString() {
    return "FileBlocks[" + response + (list == null ? "" : ", " + list) + "]";
  }
}

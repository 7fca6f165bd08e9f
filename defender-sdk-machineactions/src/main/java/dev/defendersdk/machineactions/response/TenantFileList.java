package dev.defendersdk.machineactions.response;

/**
 * What blocks and allows files in a whole tenant: its list of indicators. An interface, for this
 * module does not know that of the indicators: the examples have an implementation of a screen's
 * length, {@code IndicatorFileList}. Calls may block.
 */
public interface TenantFileList {

  /**
   * Blocks a file in the whole tenant; one that is blocked stays so.
   *
   * @param sha1 40 hex digits
   * @param comment why
   */
  void block(String sha1, String comment);

  /**
   * Allows a file in the whole tenant, and lifts a block of it.
   *
   * @param sha1 40 hex digits
   * @param comment why
   */
  void allow(String sha1, String comment);
}

package dev.defendersdk.machineactions.response;

import java.util.Optional;

/**
 * The last wish for each machine, known to several processes: an isolation and a release that two
 * of them wish for do not race then, since only the last one is acted on. Implementations are safe
 * for use by many threads and processes. They may block: putting is done by the thread that wishes,
 * asking by the client's background threads.
 */
public interface LastWishes {

  /**
   * Makes a wish the last one of its machine and topic.
   *
   * @param topic which wishes it competes with: those of isolation among each other, for example
   * @param wishId of the wish, unique
   */
  void put(String machineId, String topic, String wishId);

  /** The id of the last wish; empty if there was none. */
  Optional<String> last(String machineId, String topic);
}

package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.argument.Check;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a wish is spread over many machines. Immutable: every method returns new options. */
public final class BulkOptions {

  private static final BulkOptions DEFAULTS =
      new BulkOptions(WishOptions.defaults(), 64, null, null);

  private final WishOptions wishes;
  private final int sending;
  private final @Nullable BulkStore store;
  private final @Nullable Consumer<BulkProgress> listener;

  private BulkOptions(
      WishOptions wishes,
      int sending,
      @Nullable BulkStore store,
      @Nullable Consumer<BulkProgress> listener) {
    this.wishes = wishes;
    this.sending = sending;
    this.store = store;
    this.listener = listener;
  }

  /** 64 requests at once, nothing kept. */
  public static BulkOptions defaults() {
    return DEFAULTS;
  }

  /**
   * What each wish does about what stands in its way. Its journal and its note are the bulk's own:
   * do not set them.
   *
   * @throws IllegalArgumentException if they are set
   */
  public BulkOptions wishes(WishOptions options) {
    if (Check.notNull(options, "options").journal() != null || options.takeUp() != null) {
      throw new IllegalArgumentException(
          "options have a journal or a note: a bulk keeps its own. Pass a store with store(…).");
    }
    return new BulkOptions(options, sending, store, listener);
  }

  /** How many requests for actions may be under way at once; 64 by default. */
  public BulkOptions atOnce(int requests) {
    return new BulkOptions(wishes, Check.between(requests, 1, 1_000, "requests"), store, listener);
  }

  /** Where the state is kept, so that another process can go on; an empty one. */
  public BulkOptions store(BulkStore store) {
    return new BulkOptions(wishes, sending, Check.notNull(store, "store"), listener);
  }

  /**
   * Is told how far the bulk is, whenever a machine's wish has ended, on a background thread that
   * it must not keep. What it throws is ignored.
   */
  public BulkOptions onProgress(Consumer<BulkProgress> listener) {
    return new BulkOptions(wishes, sending, store, Check.notNull(listener, "listener"));
  }

  WishOptions wishes() {
    return wishes;
  }

  int sending() {
    return sending;
  }

  @Nullable BulkStore store() {
    return store;
  }

  @Nullable Consumer<BulkProgress> listener() {
    return listener;
  }

  @Override
  public String toString() {
    return "BulkOptions[" + sending + " at once, " + wishes + "]";
  }
}

package dev.defendersdk.alerts.feed;

/**
 * Takes what a feed hands over, one entity after the other. It says nothing about the checkpoint:
 * once it has returned, the entity counts as handed over, and after a kill it may come again, so
 * let it do the same with the same entity twice without harm.
 *
 * @param <T> the entity
 */
@FunctionalInterface
public interface FeedHandler<T> {

  /**
   * Takes an entity. Called on a background thread of the client, never twice at once by one feed;
   * it may block, and the feed waits for it.
   *
   * @throws Exception if it cannot take it: what happens then is the feed's {@link FailurePolicy}
   */
  void accept(T entity) throws Exception;
}

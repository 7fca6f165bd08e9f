package dev.defendersdk.alerts.feed;

import java.time.Instant;

/**
 * An entity that the handler failed with.
 *
 * @param id of the alert or incident
 * @param lastUpdate of the state that it failed with, in UTC
 * @param parkedAt when it was parked, in UTC
 * @param failure the class and the message of what the handler threw, shortened
 */
public record ParkedEntity(String id, Instant lastUpdate, Instant parkedAt, String failure) {

  private static final int SHOWN = 300;

  static ParkedEntity of(String id, Instant lastUpdate, Instant now, Throwable cause) {
    String text = cause.toString();
    return new ParkedEntity(
        id, lastUpdate, now, text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
  }
}

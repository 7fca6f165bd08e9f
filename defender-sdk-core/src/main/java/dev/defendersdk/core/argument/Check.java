package dev.defendersdk.core.argument;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks of arguments, made before any call. Every message names the value, the rule and the fix,
 * and all are {@link IllegalArgumentException}.
 */
public final class Check {

  private static final int SHOWN = 120;
  // Its nanoseconds can still be counted, which those of "for ever" cannot.
  private static final Duration LONGEST = Duration.ofDays(36_500);

  // It becomes a part of the sign-in service's paths.
  private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

  private Check() {}

  /** Refuses null with a message that names the argument. */
  public static <T> T notNull(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is null: it must be given. Pass a value.");
    }
    return value;
  }

  /** Refuses null, empty and blank text. */
  public static String notBlank(@Nullable String value, String name) {
    String given = notNull(value, name);
    if (given.isBlank()) {
      throw new IllegalArgumentException(
          name
              + " is "
              + quote(given)
              + ": it must not be blank. Pass the text that it stands for.");
    }
    return given;
  }

  /** Refuses what can be neither the id nor a domain name of a tenant. */
  public static String tenantId(@Nullable String value, String name) {
    String given = notBlank(value, name);
    if (!TENANT.matcher(given).matches()) {
      throw new IllegalArgumentException(
          name
              + " is "
              + quote(given)
              + ": it must be the tenant's id or one of its domain names."
              + " Pass one such as contoso.onmicrosoft.com.");
    }
    return given;
  }

  /** Refuses zero and negative spans, and those of more than 100 years. */
  public static Duration positive(@Nullable Duration value, String name) {
    Duration given = notNegative(value, name);
    if (given.isZero()) {
      throw new IllegalArgumentException(
          name + " is " + given + ": it must be longer than zero. Pass a positive duration.");
    }
    return given;
  }

  /** Refuses negative spans, and those of more than 100 years. */
  public static Duration notNegative(@Nullable Duration value, String name) {
    Duration given = notNull(value, name);
    if (given.isNegative()) {
      throw new IllegalArgumentException(
          name + " is " + given + ": it cannot be negative. Pass a positive duration.");
    }
    if (given.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " is " + given + ": it must not be longer than 100 years. Pass a shorter one.");
    }
    return given;
  }

  /** Refuses numbers outside the two bounds, both allowed. */
  public static int between(int value, int least, int most, String name) {
    return (int) between((long) value, least, most, name);
  }

  /** Refuses numbers outside the two bounds, both allowed. */
  public static long between(long value, long least, long most, String name) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name
              + " is "
              + value
              + ": it must be from "
              + least
              + " to "
              + most
              + ". Pass one of these.");
    }
    return value;
  }

  /**
   * Refuses lists that are null, empty, have more elements than one call may carry, or a null among
   * them.
   */
  public static <T> List<T> size(@Nullable Collection<? extends T> values, int most, String name) {
    Collection<? extends T> given = notNull(values, name);
    if (given.isEmpty() || given.size() > most) {
      throw new IllegalArgumentException(
          name
              + " has "
              + given.size()
              + " elements: one call takes from 1 to "
              + most
              + (given.isEmpty() ? ". Pass at least one." : ". Split it into several calls."));
    }
    return noNulls(given, name);
  }

  /** Refuses lists that are null or hold a null, and copies the others. */
  public static <T> List<T> noNulls(@Nullable Collection<? extends T> values, String name) {
    List<T> copy = new ArrayList<>();
    for (T value : notNull(values, name)) {
      copy.add(notNull(value, name + "[" + copy.size() + "]"));
    }
    return List.copyOf(copy);
  }

  /** A value as a message shows it: quoted, cut, and with control characters made visible. */
  public static String quote(@Nullable String value) {
    if (value == null) {
      return "null";
    }
    StringBuilder shown = new StringBuilder("\"");
    for (int i = 0; i < value.length() && i < SHOWN; i++) {
      char c = value.charAt(i);
      shown.append(Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c));
    }
    return shown.append(value.length() > SHOWN ? "…\"" : "\"").toString();
  }
}

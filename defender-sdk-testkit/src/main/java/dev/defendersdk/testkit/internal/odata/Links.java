package dev.defendersdk.testkit.internal.odata;

import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.rules.Quirks;

/** Where the links of an answer lead. */
public final class Links {

  /** A host of the service that does not answer: reserved names never resolve. */
  private static final String OTHER_ORIGIN = "https://api-us.defender.test";

  private Links() {}

  /** The path of a call's operation as it was called, under its root. */
  public static String path(Call call) {
    String path = call.operation().path();
    for (var value : call.values().entrySet()) {
      path = path.replace("{" + value.getKey() + "}", value.getValue());
    }
    return path.startsWith("/api") ? call.root() + path.substring("/api".length()) : path;
  }

  public static Paging paging(Call call, Quirks quirks) {
    String origin = quirks.nextLinkOnOtherHost() ? OTHER_ORIGIN : call.origin();
    return new Paging(
        quirks.pageSize(),
        quirks.nextLinkWithTop() ? Paging.Top.CAPS : Paging.Top.CAPS_UNCUT,
        quirks.nextLinkBySkipToken(),
        path -> origin + path);
  }

  /** The {@code @odata.context} of an answer. */
  public static String context(Call call, String what) {
    return "https://api.security.microsoft.com" + call.root() + "/$metadata#" + what;
  }
}

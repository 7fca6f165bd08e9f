package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * Where a tenant lives: the sign-in service, the hosts of both services, and the audiences of their
 * tokens. The audience of Defender is not its host: a token for the host is refused.
 *
 * <p>Source: auth-and-transport.md, section 1; graph-security.md, section 1. For the government
 * clouds no page states Defender's audience; live clients use the host.
 */
public final class DefenderCloud {

  /** The commercial cloud. */
  public static final DefenderCloud GLOBAL = commercial("api");

  /** The commercial cloud, United States. A regional host is for speed alone. */
  public static final DefenderCloud UNITED_STATES = commercial("us.api");

  /** The commercial cloud, Europe. */
  public static final DefenderCloud EUROPE = commercial("eu.api");

  /** The commercial cloud, United Kingdom. */
  public static final DefenderCloud UNITED_KINGDOM = commercial("uk.api");

  /** The commercial cloud, Australia. */
  public static final DefenderCloud AUSTRALIA = commercial("au.api");

  /** United States GCC: commercial sign-in and Graph, a host of its own for Defender. */
  public static final DefenderCloud GCC =
      builder()
          .authority("https://login.microsoftonline.com")
          .defender("https://api-gcc.securitycenter.microsoft.us")
          .defenderAudience("https://api-gcc.securitycenter.microsoft.us")
          .graph("https://graph.microsoft.com")
          .build();

  /** United States GCC High. */
  public static final DefenderCloud GCC_HIGH = government("https://graph.microsoft.us");

  /** United States DoD. */
  public static final DefenderCloud DOD = government("https://dod-graph.microsoft.us");

  private final URI authority;
  private final URI defender;
  private final String defenderAudience;
  private final URI graph;
  private final String graphAudience;

  private DefenderCloud(Builder builder) {
    this.authority = root(builder.authority, "authority");
    this.defender = root(builder.defender, "defender");
    this.defenderAudience = Check.notBlank(builder.defenderAudience, "defenderAudience");
    this.graph = root(builder.graph, "graph");
    this.graphAudience = builder.graphAudience.isEmpty() ? graph.toString() : builder.graphAudience;
  }

  /** A cloud that is set freely, beginning with the commercial one. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The commercial cloud at another regional host, by the part before {@code
   * .security.microsoft.com}, such as {@code swa.api}: regions come without notice.
   */
  public static DefenderCloud region(String host) {
    return commercial(Check.notBlank(host, "host"));
  }

  /**
   * The cloud whose tenants sign in at this authority; where several do, the commercial one, or GCC
   * High. Hosts of the others have to be named.
   */
  static DefenderCloud ofAuthority(String authority) {
    URI root = root(authority.replaceAll("/+$", ""), "AZURE_AUTHORITY_HOST");
    if (root.equals(GLOBAL.authority)) {
      return GLOBAL;
    }
    return root.equals(GCC_HIGH.authority)
        ? GCC_HIGH
        : builder().authority(root.toString()).build();
  }

  private static DefenderCloud commercial(String host) {
    return builder().defender("https://" + host + ".security.microsoft.com").build();
  }

  private static DefenderCloud government(String graph) {
    return builder()
        .authority("https://login.microsoftonline.us")
        .defender("https://api-gov.securitycenter.microsoft.us")
        .defenderAudience("https://api-gov.securitycenter.microsoft.us")
        .graph(graph)
        .build();
  }

  /** The root of the sign-in service. */
  public URI authority() {
    return authority;
  }

  /** The root of the Defender for Endpoint API, without {@code /api}. */
  public URI defender() {
    return defender;
  }

  /** The audience of Defender's tokens. */
  public String defenderAudience() {
    return defenderAudience;
  }

  /** The root of Microsoft Graph, without a version. */
  public URI graph() {
    return graph;
  }

  /** The audience of Graph's tokens. */
  public String graphAudience() {
    return graphAudience;
  }

  // Tokens and secrets go to these: never over plain HTTP, but to this very machine.
  private static URI root(String value, String name) {
    URI uri;
    try {
      uri = URI.create(Check.notBlank(value, name));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          name + " is " + Check.quote(value) + ": it must be a URI. Pass one such as https://host.",
          e);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    boolean safe = scheme.equals("https") || (scheme.equals("http") && isLoopback(host));
    boolean bare =
        (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null
            && uri.getRawUserInfo() == null
            && uri.getPort() <= 65_535
            && !String.valueOf(uri.getRawAuthority()).endsWith(":");
    if (host.isEmpty() || !safe || !bare) {
      throw new IllegalArgumentException(
          name
              + " is "
              + Check.quote(value)
              + ": it must be the root of a host, over https (http only on loopback)."
              + " Pass one such as https://host.");
    }
    return URI.create(scheme + "://" + uri.getRawAuthority());
  }

  static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DefenderCloud that
        && authority.equals(that.authority)
        && defender.equals(that.defender)
        && defenderAudience.equals(that.defenderAudience)
        && graph.equals(that.graph)
        && graphAudience.equals(that.graphAudience);
  }

  @Override
  public int hashCode() {
    return Objects.hash(authority, defender, defenderAudience, graph, graphAudience);
  }

  @Override
  public String toString() {
    return "DefenderCloud[" + defender + "]";
  }

  /** Sets a cloud freely. What is not set is that of the commercial cloud. */
  public static final class Builder {

    private String authority = "https://login.microsoftonline.com";
    private String defender = "https://api.security.microsoft.com";
    private String defenderAudience = "https://api.securitycenter.microsoft.com";
    private String graph = "https://graph.microsoft.com";
    private String graphAudience = "";

    private Builder() {}

    /** The root of the sign-in service. */
    public Builder authority(String authority) {
      this.authority = Check.notNull(authority, "authority");
      return this;
    }

    /** The root of the Defender for Endpoint API, without {@code /api}. */
    public Builder defender(String defender) {
      this.defender = Check.notNull(defender, "defender");
      return this;
    }

    /** The audience of Defender's tokens. */
    public Builder defenderAudience(String audience) {
      this.defenderAudience = Check.notBlank(audience, "defenderAudience");
      return this;
    }

    /** The root of Microsoft Graph, without a version. */
    public Builder graph(String graph) {
      this.graph = Check.notNull(graph, "graph");
      return this;
    }

    /** The audience of Graph's tokens; the root of Graph by default. */
    public Builder graphAudience(String audience) {
      this.graphAudience = Check.notBlank(audience, "graphAudience");
      return this;
    }

    /**
     * The cloud.
     *
     * @throws IllegalArgumentException if a root is no https URI of a host
     */
    public DefenderCloud build() {
      return new DefenderCloud(this);
    }
  }
}

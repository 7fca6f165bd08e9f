package dev.defendersdk.indicators;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.indicators.internal.IndicatorValues;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the value of an indicator is. Pages: ti-indicator.md and indicators-overview.md; the last
 * two values are in the service metadata alone, and are read only.
 */
public final class IndicatorType extends OpenEnum<IndicatorType.Known> {

  private static final Values<Known, IndicatorType> VALUES =
      new Values<>(IndicatorType::new, Known.UNRECOGNIZED);

  /** The value {@code FileSha1}. */
  public static final IndicatorType FILE_SHA1 = VALUES.known("FileSha1", Known.FILE_SHA1);

  /** The value {@code FileSha256}. */
  public static final IndicatorType FILE_SHA256 = VALUES.known("FileSha256", Known.FILE_SHA256);

  /** The value {@code FileMd5}. */
  public static final IndicatorType FILE_MD5 = VALUES.known("FileMd5", Known.FILE_MD5);

  /** The value {@code CertificateThumbprint}: of a leaf certificate. */
  public static final IndicatorType CERTIFICATE_THUMBPRINT =
      VALUES.known("CertificateThumbprint", Known.CERTIFICATE_THUMBPRINT);

  /** The value {@code IpAddress}. */
  public static final IndicatorType IP_ADDRESS = VALUES.known("IpAddress", Known.IP_ADDRESS);

  /** The value {@code DomainName}: the domain and every domain below it. */
  public static final IndicatorType DOMAIN_NAME = VALUES.known("DomainName", Known.DOMAIN_NAME);

  /** The value {@code Url}: all that lies below its path. */
  public static final IndicatorType URL = VALUES.known("Url", Known.URL);

  /** The value {@code ProcessMemorySimilarityHash}: read only. */
  public static final IndicatorType PROCESS_MEMORY_SIMILARITY_HASH =
      VALUES.known("ProcessMemorySimilarityHash", Known.PROCESS_MEMORY_SIMILARITY_HASH);

  /** The value {@code WebCategory}: read only. */
  public static final IndicatorType WEB_CATEGORY = VALUES.known("WebCategory", Known.WEB_CATEGORY);

  private IndicatorType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static IndicatorType of(String value) {
    return VALUES.of(value);
  }

  /**
   * The actions that an indicator of this type can be given; none for types that are read only.
   * Page: indicators-overview.md.
   */
  public Set<IndicatorAction> actions() {
    return switch (known()) {
      case FILE_SHA1, FILE_SHA256, FILE_MD5 -> IndicatorAction.OF_FILES;
      case CERTIFICATE_THUMBPRINT -> IndicatorAction.OF_CERTIFICATES;
      case IP_ADDRESS, DOMAIN_NAME, URL -> IndicatorAction.OF_NETWORK;
      case PROCESS_MEMORY_SIMILARITY_HASH, WEB_CATEGORY, UNRECOGNIZED -> Set.of();
    };
  }

  /**
   * The form of a value in which it is sent and compared: hashes, hosts and schemes in lower case,
   * IPv6 written out, other letters than those of ASCII in punycode or escaped, paths without what
   * says nothing.
   *
   * @throws IllegalArgumentException if the service would not take it, such as a range of addresses
   *     or an internal one, with the reason and the fix
   */
  public String canonical(String indicatorValue) {
    return switch (known()) {
      case FILE_SHA1 -> IndicatorValues.sha1(indicatorValue);
      case FILE_SHA256 -> IndicatorValues.sha256(indicatorValue);
      case FILE_MD5 -> IndicatorValues.md5(indicatorValue);
      case CERTIFICATE_THUMBPRINT -> IndicatorValues.thumbprint(indicatorValue);
      case IP_ADDRESS -> IndicatorValues.address(indicatorValue);
      case DOMAIN_NAME -> IndicatorValues.domain(indicatorValue);
      case URL -> IndicatorValues.url(indicatorValue);
      case PROCESS_MEMORY_SIMILARITY_HASH, WEB_CATEGORY, UNRECOGNIZED ->
          throw new IllegalArgumentException(
              "indicatorType is "
                  + this
                  + ": no indicator of this type can be submitted. Pass one such as FileSha256.");
    };
  }

  /**
   * Why a value cannot be one of an indicator of this type, such as a range of addresses; empty if
   * it can.
   */
  public Optional<String> problem(String indicatorValue) {
    Check.notNull(indicatorValue, "indicatorValue");
    try {
      String unused = canonical(indicatorValue);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /**
   * The form of a value by which two of this type are the same: the canonical one, and for what has
   * none, as entries of old and of types that are read only may have it, itself in lower case.
   */
  public String comparable(String indicatorValue) {
    Check.notNull(indicatorValue, "indicatorValue");
    try {
      return canonical(indicatorValue);
    } catch (IllegalArgumentException e) {
      return indicatorValue.toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the value is the hash of a file. */
  public boolean isFile() {
    return actions() == IndicatorAction.OF_FILES;
  }

  /** Whether the value is an address, a domain or a URL. */
  public boolean isNetwork() {
    return actions() == IndicatorAction.OF_NETWORK;
  }

  /** As it is sent: in the spelling of the service's schema. */
  IndicatorType sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link IndicatorType#FILE_SHA1}. */
    FILE_SHA1,
    /** {@link IndicatorType#FILE_SHA256}. */
    FILE_SHA256,
    /** {@link IndicatorType#FILE_MD5}. */
    FILE_MD5,
    /** {@link IndicatorType#CERTIFICATE_THUMBPRINT}. */
    CERTIFICATE_THUMBPRINT,
    /** {@link IndicatorType#IP_ADDRESS}. */
    IP_ADDRESS,
    /** {@link IndicatorType#DOMAIN_NAME}. */
    DOMAIN_NAME,
    /** {@link IndicatorType#URL}. */
    URL,
    /** {@link IndicatorType#PROCESS_MEMORY_SIMILARITY_HASH}. */
    PROCESS_MEMORY_SIMILARITY_HASH,
    /** {@link IndicatorType#WEB_CATEGORY}. */
    WEB_CATEGORY,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}

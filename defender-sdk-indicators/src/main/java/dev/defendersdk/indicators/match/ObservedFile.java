package dev.defendersdk.indicators.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file: any of its hashes, and the certificate that it is signed with. Immutable
 * and thread-safe.
 */
public final class ObservedFile {

  private static final ObservedFile UNKNOWN = new ObservedFile(List.of(), List.of());

  private final List<String> hashes;
  private final List<String> thumbprints;

  private ObservedFile(List<String> hashes, List<String> thumbprints) {
    this.hashes = hashes;
    this.thumbprints = thumbprints;
  }

  /** A file by one of its hashes, of which the length tells the kind; see {@link #hash}. */
  public static ObservedFile ofHash(@Nullable String hash) {
    return UNKNOWN.hash(hash);
  }

  /** A file by the thumbprint of its certificate alone; see {@link #certificate}. */
  public static ObservedFile ofCertificate(@Nullable String thumbprint) {
    return UNKNOWN.certificate(thumbprint);
  }

  /**
   * One more of its hashes: SHA-256, SHA-1 or MD5, told by the length, in hex of either case. Null
   * and blank ones, as logs have them, are left out.
   */
  public ObservedFile hash(@Nullable String hash) {
    return isBlank(hash) ? this : new ObservedFile(with(hashes, hash), thumbprints);
  }

  /**
   * The thumbprint of the leaf certificate that signed it: the hash of the certificate, not of the
   * file. No page says whether an indicator holds its SHA-1 or its SHA-256: give both where they
   * are known. Null and blank ones are left out.
   */
  public ObservedFile certificate(@Nullable String thumbprint) {
    return isBlank(thumbprint) ? this : new ObservedFile(hashes, with(thumbprints, thumbprint));
  }

  List<String> hashes() {
    return hashes;
  }

  List<String> thumbprints() {
    return thumbprints;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static List<String> with(List<String> texts, @Nullable String text) {
    List<String> more = new ArrayList<>(texts);
    more.add(text);
    return List.copyOf(more);
  }

  @Override
  public String toString() {
    return "ObservedFile[" + hashes + ", certificate " + thumbprints + "]";
  }
}

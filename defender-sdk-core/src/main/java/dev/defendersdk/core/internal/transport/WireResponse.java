package dev.defendersdk.core.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A whole answer. The body is kept as it came, compressed or not. */
public final class WireResponse {

  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;
  private final long inflatedBound;

  public WireResponse(int status, HttpHeaders headers, byte[] body, long inflatedBound) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.inflatedBound = inflatedBound;
  }

  public int status() {
    return status;
  }

  public HttpHeaders headers() {
    return headers;
  }

  /** The first value of a header, or an empty text. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Bytes of the body on the wire. */
  public int length() {
    return body.length;
  }

  /** Equal for equal bodies, and hardly ever for others. */
  public int fingerprint() {
    CRC32 crc = new CRC32(); // the JDK has it in hardware: a page may be tens of megabytes
    crc.update(body);
    return (int) crc.getValue();
  }

  /** A fresh reading of the body, decompressed as it is read, up to a bound. */
  public InputStream open() throws IOException {
    ByteArrayInputStream raw = new ByteArrayInputStream(body);
    String encoding = header("Content-Encoding").trim().toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "", "identity" -> raw;
      case "gzip", "x-gzip" -> bounded(new GZIPInputStream(raw, 8_192));
      // "deflate" means zlib by the standard, and raw deflate to some servers.
      case "deflate" -> bounded(looksLikeZlib() ? new InflaterInputStream(raw) : rawDeflate(raw));
      default -> throw new IOException("content encoding " + encoding + " was not asked for");
    };
  }

  private boolean looksLikeZlib() {
    return body.length >= 2
        && (body[0] & 0x0f) == 8
        && (((body[0] & 0xff) << 8) | (body[1] & 0xff)) % 31 == 0;
  }

  private static InputStream rawDeflate(InputStream raw) {
    Inflater inflater = new Inflater(true);
    return new InflaterInputStream(raw, inflater) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }

  private InputStream bounded(InputStream inflated) {
    return new BoundedInputStream(inflated, inflatedBound);
  }
}

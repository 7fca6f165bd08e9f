package dev.defendersdk.core.auth;

/** Signs with a private key that stays where it is: in a key vault or a hardware module. */
@FunctionalInterface
public interface AssertionSigner {

  /**
   * Signs.
   *
   * @param data what to sign; not its digest
   * @return the signature by RSASSA-PSS with SHA-256, MGF1 with SHA-256 and 32 bytes of salt
   *     (PS256)
   */
  byte[] sign(byte[] data) throws Exception;
}

package org.passerelle.platform.digest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 (FIPS 180-4), HMAC-SHA-256 (RFC 2104) and random secrets. Texts are digested as UTF-8. */
public final class Digests {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

    private Digests() {}

    /** A new SHA-256, to be fed piece by piece. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The 32 bytes of SHA-256. */
    public static byte[] sha256(byte[] content) {
        return sha256().digest(content);
    }

    public static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 as 64 hexadecimal digits in lower case. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    /** SHA-256 as 64 hexadecimal digits in lower case. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(sha256(content));
    }

    /** The first 128 bits of SHA-256 as 32 hexadecimal digits in lower case: a name, not a proof. */
    public static String shortHex(String text) {
        return HexFormat.of().formatHex(sha256(text), 0, 16);
    }

    /** SHA-256 as 43 characters of base64url (RFC 4648 section 5), without padding. */
    public static String base64Url(String text) {
        return URL_SAFE.encodeToString(sha256(text));
    }

    /** The 32 bytes of HMAC-SHA-256. */
    public static byte[] hmac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    /** Compares in a time that does not tell where the two differ. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    public static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Evenly drawn from zero, inclusive, to {@code bound}, exclusive. */
    public static int randomInt(int bound) {
        return RANDOM.nextInt(bound);
    }

    /** URL-safe text of {@code bits} random bits, a multiple of 8; secrets have at least 128. */
    public static String randomText(int bits) {
        return URL_SAFE.encodeToString(randomBytes(bits / 8));
    }
}

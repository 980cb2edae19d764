package org.passerelle.mail.smtp;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the private key of a domain. Whatever is wrong with it, nothing of it is told. */
final class SigningKey {

    private static final int SHORTEST = 1_024;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA )?PRIVATE KEY-----");

    /** What comes before a key in the older form (PKCS #1) in the newer: version 0, algorithm rsaEncryption (RFC 5208, RFC 8017). */
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private SigningKey() {}

    /**
     * @param setting the key in PEM, with line breaks or {@code \n} for them
     * @throws SigningRefused if it is no RSA key of at least 1024 bits
     */
    static PrivateKey parse(String setting) {
        Matcher pem = PEM.matcher(setting.strip().replace("\\n", "\n"));
        if (!pem.find()) {
            throw refused("holds no private key in PEM");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(pem.group(2));
            byte[] wrapped = pem.group(1) == null ? bytes : der(0x30, joined(RSA, der(0x04, bytes)));
            PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(wrapped));
            if (((RSAKey) key).getModulus().bitLength() < SHORTEST) {
                throw refused("is shorter than " + SHORTEST + " bits, which receivers do not accept");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused("is no RSA key that can be read");
        }
    }

    private static SigningRefused refused(String what) {
        return new SigningRefused(SigningProperties.PRIVATE_KEY, what);
    }

    private static byte[] der(int tag, byte[] content) {
        byte[] head = content.length < 0x80
                ? new byte[] {(byte) tag, (byte) content.length}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
        return joined(head, content);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(first.length + second.length);
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}

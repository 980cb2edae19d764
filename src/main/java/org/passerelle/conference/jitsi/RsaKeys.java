package org.passerelle.conference.jitsi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RSA keys as text: read in both forms that tools write, written in the one that Prosody reads. */
final class RsaKeys {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ((?:RSA )?PRIVATE KEY|PUBLIC KEY)-----([A-Za-z0-9+/=\\s]+)-----END");

    /** What PKCS#8 puts before the key of PKCS#1: version 0 and the identifier of RSA. */
    private static final byte[] RSA_HEAD = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private RsaKeys() {}

    /**
     * @param text PEM of PKCS#8 or PKCS#1, line ends written as they are or as {@code \n}
     * @throws IllegalArgumentException if it is not
     */
    static RSAPrivateCrtKey privateKey(String text) {
        Matcher parts = PEM.matcher(text.replace("\\n", "\n"));
        if (!parts.find()) {
            throw new IllegalArgumentException(
                    "PASSERELLE_JITSI_PRIVATE_KEY is no key in PEM, nor file: and the path of one");
        }
        byte[] der = Base64.getMimeDecoder().decode(parts.group(2));
        byte[] pkcs8 = parts.group(1).startsWith("RSA") ? wrapped(der) : der;
        try {
            return (RSAPrivateCrtKey) factory().generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException("PASSERELLE_JITSI_PRIVATE_KEY is no RSA key", e);
        }
    }

    static RSAPublicKey publicKey(RSAPrivateCrtKey key) {
        try {
            return (RSAPublicKey)
                    factory().generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The public half of an RSA key is an RSA key", e);
        }
    }

    static RSAPublicKey publicKey(String pem) {
        Matcher parts = PEM.matcher(pem);
        if (!parts.find()) {
            throw new IllegalArgumentException("Not a key in PEM");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(parts.group(2));
            return (RSAPublicKey) factory().generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an RSA key", e);
        }
    }

    static String pem(RSAPublicKey key) {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    private static byte[] wrapped(byte[] pkcs1) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        inner.writeBytes(RSA_HEAD);
        writeField(inner, 0x04, pkcs1);
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        writeField(outer, 0x30, inner.toByteArray());
        return outer.toByteArray();
    }

    /** A field of DER whose length takes two bytes, as those of all keys worth using do. */
    private static void writeField(ByteArrayOutputStream out, int tag, byte[] content) {
        out.write(tag);
        out.write(0x82);
        out.write(content.length >> 8);
        out.write(content.length & 0xff);
        out.writeBytes(content);
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA");
    }
}

package org.passerelle.mail.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.passerelle.mail.dkim.DkimSignature.Algorithm;

/** A domain's public key as it is published (RFC 6376 section 3.6.1), fit for one signature. */
record DkimKey(PublicKey key) {

    private static final int SHORTEST_RSA = 1_024;
    private static final int LONGEST_RSA = 4_096;

    /** What stands before the 32 bytes of such a key where its kind has to be told (RFC 8410 section 4). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** Empty if the record is none, was withdrawn, is only a test, or is for other signatures than {@code signature}. */
    static Optional<DkimKey> parse(String text, DkimSignature signature) {
        return Tags.parse(text)
                .filter(tags -> tags.get("v").isEmpty() || tags.packed("v").equals("DKIM1"))
                .filter(tags -> allows(tags, "h", "sha256"))
                .filter(tags -> allows(tags, "s", "email"))
                .filter(tags -> tags.get("k").orElse("rsa").equals(signature.algorithm().keyType))
                .filter(tags -> !tags.list("t").contains("y"))
                .filter(tags -> !tags.list("t").contains("s") || !signature.ofSubdomain())
                .flatMap(tags -> key(tags.packed("p"), signature.algorithm()))
                .map(DkimKey::new);
    }

    private static boolean allows(Tags tags, String name, String wanted) {
        List<String> allowed = tags.list(name);
        return tags.get(name).isEmpty() || allowed.contains(wanted) || allowed.contains("*");
    }

    private static Optional<PublicKey> key(String base64, Algorithm algorithm) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (algorithm == Algorithm.ED25519) {
                return bytes.length == 32
                        ? Optional.of(KeyFactory.getInstance("Ed25519")
                                .generatePublic(new X509EncodedKeySpec(joined(ED25519, bytes))))
                        : Optional.empty();
            }
            PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
            int bits = ((RSAKey) key).getModulus().bitLength();
            return Optional.of(key).filter(each -> bits >= SHORTEST_RSA && bits <= LONGEST_RSA);
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        byte[] all = new byte[head.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }
}

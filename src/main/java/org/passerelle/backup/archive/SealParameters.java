package org.passerelle.backup.archive;

import java.util.HexFormat;
import org.bson.Document;
import org.passerelle.platform.digest.Digests;

/**
 * How keys are made of the passphrase: PBKDF2 with HMAC-SHA-256 (RFC 8018).
 *
 * @param proof tells a wrong passphrase from a changed file
 */
record SealParameters(int iterations, byte[] salt, byte[] proof) {

    /** What OWASP asks for since 2023. */
    static final int ITERATIONS = 600_000;

    /** A file of somebody else's could keep the processor busy for hours. */
    private static final int MOST_ITERATIONS = 20_000_000;

    private static final int SALT_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    static byte[] freshSalt() {
        return Digests.randomBytes(SALT_BYTES);
    }

    Document toDocument() {
        return new Document("kdf", "PBKDF2WithHmacSHA256")
                .append("iterations", iterations)
                .append("salt", HEX.formatHex(salt))
                .append("cipher", "AES-256-GCM")
                .append("proof", HEX.formatHex(proof));
    }

    static SealParameters from(Document document) {
        int iterations = document.getInteger("iterations");
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new BackupRefused(
                    "The backup asks for " + iterations + " rounds to make its key, which none of ours does.");
        }
        try {
            return new SealParameters(
                    iterations, HEX.parseHex(document.getString("salt")), HEX.parseHex(document.getString("proof")));
        } catch (IllegalArgumentException e) {
            throw new BackupRefused("The list of what is in the backup cannot be read; the file is damaged.", e);
        }
    }
}

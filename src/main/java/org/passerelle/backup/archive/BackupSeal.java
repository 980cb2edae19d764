package org.passerelle.backup.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.passerelle.platform.digest.Digests;

/**
 * Seals entries with AES-256 in Galois/Counter Mode, and vouches for the whole manifest, with keys made of a passphrase. The name of an
 * entry is authenticated with it, so that none can be put in the place of another.
 */
final class BackupSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final byte[] PROVED = "passerelle backup".getBytes(StandardCharsets.UTF_8);

    private final SecretKeySpec sealing;
    private final byte[] vouching;
    private final SealParameters parameters;

    private BackupSeal(byte[] keys, int iterations, byte[] salt) {
        this.sealing = new SecretKeySpec(keys, 0, KEY_BYTES, "AES");
        this.vouching = Arrays.copyOfRange(keys, KEY_BYTES, 2 * KEY_BYTES);
        this.parameters = new SealParameters(iterations, salt, Digests.hmac(vouching, PROVED));
    }

    static BackupSeal fresh(String passphrase, int iterations) {
        byte[] salt = SealParameters.freshSalt();
        return new BackupSeal(keys(passphrase, iterations, salt), iterations, salt);
    }

    /** @throws BackupRefused if the passphrase is another one */
    static BackupSeal of(String passphrase, SealParameters known) {
        BackupSeal seal =
                new BackupSeal(keys(passphrase, known.iterations(), known.salt()), known.iterations(), known.salt());
        if (!Digests.same(seal.parameters.proof(), known.proof())) {
            throw new BackupRefused("The passphrase is not the one that the backup was made with.");
        }
        return seal;
    }

    private static byte[] keys(String passphrase, int iterations, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(
                            new PBEKeySpec(passphrase.toCharArray(), salt, iterations, 2 * KEY_BYTES * Byte.SIZE))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has PBKDF2 with HMAC-SHA-256", e);
        }
    }

    SealParameters parameters() {
        return parameters;
    }

    byte[] seal(String entry, byte[] content) {
        byte[] nonce = Digests.randomBytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, entry).doFinal(content);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES in this mode", e);
        }
    }

    byte[] open(String entry, byte[] sealed) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw changed();
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), entry)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw changed();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES in this mode", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String entry) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(entry.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    byte[] vouchFor(byte[] manifest) {
        return Digests.hmac(vouching, manifest);
    }

    void requireVouched(byte[] manifest, byte[] given) {
        if (!Digests.same(vouchFor(manifest), given)) {
            throw changed();
        }
    }

    private static BackupRefused changed() {
        return new BackupRefused("The backup has been changed since it was made, and is not believed.");
    }
}

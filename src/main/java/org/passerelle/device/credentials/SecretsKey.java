package org.passerelle.device.credentials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.files.OwnerOnlyFiles;

/** The key under which secrets are stored: given from outside, so that a copy of the database alone opens nothing. */
final class SecretsKey {

    private static final int BYTES = 32;
    private static final Set<StandardOpenOption> NEW_FILE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private SecretsKey() {}

    /** @throws IllegalArgumentException if {@code base64} is not 32 bytes in Base64; the message does not repeat it */
    static SecretKey parse(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException e) {
            throw notAKey();
        }
        throw notAKey();
    }

    private static IllegalArgumentException notAKey() {
        return new IllegalArgumentException(
                "PASSERELLE_SECRETS_KEY must be 32 random bytes in Base64, as openssl rand -base64 32 writes them");
    }

    /** The key in {@code file}, which is drawn and written for its owner alone if there is none. */
    static SecretKey drawnIn(Path file) {
        try {
            return parse(read(file).orElseGet(() -> drawn(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static String drawn(Path file) {
        String text = Base64.getEncoder().encodeToString(Digests.randomBytes(BYTES));
        try {
            OwnerOnlyFiles.createFoldersOf(file);
            try (var channel = Files.newByteChannel(file, NEW_FILE, OwnerOnlyFiles.newFile(file))) {
                channel.write(StandardCharsets.US_ASCII.encode(text));
            }
            return text;
        } catch (FileAlreadyExistsException e) {
            throw new UncheckedIOException("Another process has just drawn " + file.getFileName(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

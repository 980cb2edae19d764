package org.passerelle.account.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.session.SignedIn;
import org.passerelle.platform.PasserelleProperties;
import org.passerelle.platform.digest.Digests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The password that the program itself drew for the first administrator. It stands in no log, but in a file that only the account
 * of the program may read, which goes at the first sign-in; and it is good for nothing but to be changed.
 */
@Component
class InitialPassword {

    static final String FILE = "first-password.txt";

    private static final Logger LOG = LoggerFactory.getLogger(InitialPassword.class);
    private static final Duration CACHED = Duration.ofMinutes(1);

    private final MongoTemplate mongo;
    private final Path file;
    private final Cache<String, Set<String>> stamps =
            Caffeine.newBuilder().expireAfterWrite(CACHED).build();

    InitialPassword(MongoTemplate mongo, PasserelleProperties settings) {
        this.mongo = mongo;
        this.file = settings.dataDir().toAbsolutePath().normalize().resolve(FILE);
    }

    Path file() {
        return file;
    }

    /** To be called before the account is there, so that none is made whose password nobody can know. */
    void tell(EmailAddress whose, String password, String hash) {
        mongo.save(new InitialPasswordDocument(stampOf(hash)));
        stamps.invalidateAll();
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, forTheOwnerAlone());
            Files.writeString(
                    file,
                    "Account: " + whose + System.lineSeparator() + "Password: " + password + System.lineSeparator(),
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("The first administrator's password cannot be written down", e);
        }
    }

    /** Whether the password with this {@link SignedIn#stamp} is the one that was drawn here. */
    boolean isThatOf(String stamp) {
        return stamps.get(
                        "all",
                        unused -> mongo.findAll(InitialPasswordDocument.class).stream()
                                .map(InitialPasswordDocument::stamp)
                                .collect(Collectors.toUnmodifiableSet()))
                .contains(stamp);
    }

    /** Somebody knows it now, so it need not be told any more. */
    void forget() {
        try {
            if (Files.deleteIfExists(file)) {
                LOG.info("The file with the first password is deleted");
            }
        } catch (IOException e) {
            LOG.warn("The file with the first password cannot be deleted: delete {}", file, e);
        }
    }

    static String stampOf(String hash) {
        return Digests.hex(hash);
    }

    private static FileAttribute<?>[] forTheOwnerAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

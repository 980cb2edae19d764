package org.passerelle.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.MutableClock;
import org.passerelle.platform.digest.Digests;

/** A backup is believed whole and unchanged, or refused in a sentence. */
class BackupFileTests {

    private static final String PASSPHRASE = "correct horse battery staple";
    private static final Optional<String> SEALED = Optional.of(PASSPHRASE);
    private static final Optional<String> OPEN = Optional.empty();
    private static final byte[] TEXT = "forty-two".repeat(100).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("backup.zip");
    }

    private static BackupWriter.EntryContent text(byte[] content) {
        return (OutputStream out) -> {
            out.write(content);
            return 1;
        };
    }

    private void write(Optional<String> passphrase) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BackupWriter writer = BackupWriter.to(bytes, passphrase, 10)) {
            writer.file(EntryKind.FILE, "mail/one.eml", text(TEXT));
            if (passphrase.isPresent()) {
                writer.file(EntryKind.SEALED_FILE, "secrets.key", text(TEXT));
            }
            writer.finish("1", MutableClock.TODAY, "embedded", List.of());
        }
        Files.write(file, bytes.toByteArray());
    }

    private void refused(Optional<String> passphrase, String... words) {
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> BackupFile.open(file, passphrase, 1 << 30).close())
                .satisfies(refusal ->
                        assertThat(words).allSatisfy(word -> assertThat(refusal).hasMessageContaining(word)))
                .withMessageEndingWith(".");
    }

    /** As somebody would who can write zips but does not know the passphrase. */
    private void forge(Map<String, UnaryOperator<byte[]>> changes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        changes.forEach((name, change) -> entries.put(name, change.apply(entries.getOrDefault(name, new byte[0]))));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    private static UnaryOperator<byte[]> listing(String name, byte[] content) {
        return bytes -> {
            Document manifest = Document.parse(new String(bytes, StandardCharsets.UTF_8));
            manifest.getList("entries", Document.class)
                    .add(new BackupEntry(name, 1, content.length, Digests.hex(content), List.of()).toDocument());
            return manifest.toJson().getBytes(StandardCharsets.UTF_8);
        };
    }

    @Test
    void givesBackWhatWasSealedToWhoeverKnowsThePassphrase() throws IOException {
        write(SEALED);

        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("forty-two");
        try (BackupFile backup = BackupFile.open(file, SEALED, 1 << 30)) {
            assertThat(backup.entries()).extracting(BackupEntry::path).containsExactly("mail/one.eml", "secrets.key");
            for (BackupEntry entry : backup.entries()) {
                assertThat(backup.read(entry).readAllBytes()).isEqualTo(TEXT);
            }
        }
        refused(OPEN, "is sealed", "PASSERELLE_BACKUP_PASSPHRASE");
        refused(Optional.of("another passphrase"), "passphrase is not the one");
    }

    @Test
    void isRefusedWhereverItWasCutOff() throws IOException {
        write(SEALED);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            refused(SEALED);
        }
    }

    /** In what the passphrase vouches for. Some bits of a zip say nothing, such as the hours at which entries were made. */
    @Test
    void isRefusedWhereverABitOfItsContentHasChanged() throws IOException {
        write(SEALED);
        byte[] whole = Files.readAllBytes(file);
        int first = new String(whole, StandardCharsets.ISO_8859_1).indexOf("secrets.key") + "secrets.key".length();
        for (int at = first; at < first + 40; at += 3) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            Files.write(file, changed);
            refused(SEALED);
        }
    }

    @Test
    void believesNoManifestThatThePassphraseDoesNotVouchFor() throws IOException {
        write(SEALED);
        byte[] forged = "forged".getBytes(StandardCharsets.UTF_8);
        forge(Map.of("manifest.json", listing("files/mail/two.eml", forged), "files/mail/two.eml", any -> forged));
        refused(SEALED, "has been changed");
    }

    @Test
    void isNotBelievedUnsealedByWhoeverHasAPassphrase() throws IOException {
        write(OPEN);
        refused(SEALED, "is not sealed");
    }

    @Test
    void namesANewerFormAndWhatIsNoBackup() throws IOException {
        write(OPEN);
        forge(Map.of(
                "manifest.json",
                bytes -> Document.parse(new String(bytes, StandardCharsets.UTF_8))
                        .append("passerelle-backup", 2)
                        .toJson()
                        .getBytes(StandardCharsets.UTF_8)));
        refused(OPEN, "newer version");
        Files.writeString(file, "a letter");
        refused(OPEN, "no backup");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a.txt"));
        }
        refused(OPEN, "no backup of Passerelle");
        Files.delete(file);
        refused(OPEN, "no file");
    }

    @Test
    void hasNoEntryThatLeadsOutOfTheFolder() throws IOException {
        for (String name : List.of(
                "files/../../evil",
                "files//etc/evil",
                "files/a/./evil",
                "files/a\\..\\evil",
                "else/evil",
                "files/",
                "collections/../x.bson",
                "files/.hidden")) {
            write(OPEN);
            forge(Map.of("manifest.json", listing(name, TEXT), name, any -> TEXT));
            refused(OPEN, "leads elsewhere");
        }
    }

    @Test
    void hasWhatIsInItsListAndNothingElse() throws IOException {
        write(OPEN);
        forge(Map.of("files/extra", any -> TEXT));
        refused(OPEN, "not in its list");
        write(OPEN);
        forge(Map.of("manifest.json", listing("files/missing", TEXT)));
        refused(OPEN, "lacks");
        write(OPEN);
        forge(Map.of("files/mail/one.eml", any -> "short".getBytes(StandardCharsets.UTF_8)));
        refused(OPEN, "damaged");
    }

    @Test
    void unpacksToNoMoreThanItSaysAndThereIsRoomFor() throws IOException {
        byte[] bomb = new byte[17 << 20];
        write(OPEN);
        forge(Map.of("manifest.json", listing("files/bomb", bomb), "files/bomb", any -> bomb));
        refused(OPEN, "unpack to more");
        write(OPEN);
        forge(Map.of("manifest.json", listing("files/bomb", new byte[10]), "files/bomb", any -> bomb));
        refused(OPEN, "damaged");
        write(OPEN);
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> BackupFile.open(file, OPEN, 100).close())
                .withMessageContaining("there is room for");
    }
}

package org.passerelle.backup.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.MutableClock;
import org.passerelle.backup.SmallInstallation;
import org.passerelle.backup.TakeBackup;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.platform.files.OwnerOnly;

/** The running program answers commands of its own user, and nobody else. */
class ControlTests {

    @TempDir
    private Path folder;

    private Path data;
    private SmallInstallation installation;
    private ControlServer server;

    @BeforeEach
    void start() {
        data = folder.resolve("data");
        installation = SmallInstallation.in(data);
        server = new ControlServer(
                data,
                installation.store,
                new TakeBackup(installation.store, new MutableClock()),
                new NoRewrites(),
                installation.imports());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        installation.close();
        assertThat(data.resolve("control")).doesNotExist();
    }

    private void refused(String words) {
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> ControlClient.of(data).check(false))
                .withMessageContaining(words);
    }

    @Test
    void givesABackupAndAChecksFindings() throws IOException {
        ByteArrayOutputStream backup = new ByteArrayOutputStream();

        ControlClient.of(data).backup(backup, Optional.empty());

        assertThat(backup.size()).isGreaterThan(1000);
        assertThat(ControlClient.of(data).check(false).wrong()).isZero();
        installation.store.database().getCollection("changeLog").insertOne(new Document("_id", 2L));
        ControlClient.CheckAnswer answer = ControlClient.of(data).check(false);
        assertThat(answer.wrong()).isEqualTo(1);
        assertThat(answer.lines()).containsExactly("wrong: change log: the pages 1 to 1 are missing");
    }

    @Test
    void listensOnLoopbackAloneAndHasAFileForItsOwner() throws IOException {
        assertThat(ControlFile.read(data).address().getHost()).isEqualTo("127.0.0.1");
        assertThat(OwnerOnly.openToOthers(data.resolve("control"))).isEmpty();
    }

    @Test
    void answersNobodyWithoutTheSecret() throws Exception {
        URI address = ControlFile.read(data).address();
        for (String secret : new String[] {
            "", "Bearer ", "Bearer x", "Basic " + ControlFile.read(data).secret()
        }) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(address.resolve("/backup")).POST(HttpRequest.BodyPublishers.noBody());
            if (!secret.isEmpty()) {
                request.header("Authorization", secret);
            }
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(403);
        }
        new ControlFile(address, "another").write(data);
        refused("secret");
    }

    @Test
    void isNotAskedThroughALinkASecondNameOrAnOpenFile() throws IOException {
        Path file = data.resolve("control");
        Path moved = folder.resolve("moved");
        Files.move(file, moved);
        Files.createSymbolicLink(file, moved);
        refused("link");
        Files.delete(file);
        Files.createLink(file, moved);
        refused("second name");
        Files.delete(moved);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        refused("open to others");
        Files.writeString(file, "http://192.0.2.1:80\nsecret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        refused("does not say where");
        Files.delete(file);
        refused("cannot be read");
    }
}

package org.passerelle.backup.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.backup.SmallInstallation;
import org.passerelle.booking.model.BookingId;
import org.springframework.mock.env.MockEnvironment;

/** Exit statuses, one line of summary, and everything else on standard error. */
class CommandLineTests {

    @TempDir
    private Path folder;

    private final MockEnvironment environment = new MockEnvironment();
    private String out = "";
    private String err = "";

    @BeforeEach
    void settle() {
        environment.setProperty("passerelle.data-dir", folder.resolve("data").toString());
        environment.setProperty("server.address", "127.0.0.1");
    }

    private int run(String line) {
        StringWriter outputs = new StringWriter();
        StringWriter progress = new StringWriter();
        int status = CommandLine.run(
                List.of(line.replace("@", folder.toString()).split(" ")),
                environment,
                new PrintWriter(outputs, true),
                new PrintWriter(progress, true));
        out = outputs.toString();
        err = progress.toString();
        return status;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backup",
                "backup a b",
                "backup a --repair",
                "restore",
                "check a",
                "check --what",
                "start",
                "-x",
                "import"
            })
    void saysInOneLineWhatIsNoCommand(String line) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err.lines()).hasSize(1).first().asString().contains("Usage");
    }

    @Test
    void helpsWhoeverAsks() {
        assertThat(run("help")).isZero();
        assertThat(out).contains("backup FILE", "restore FILE", "check", "export DIR", "import DIR");
        assertThat(CommandLine.isMeant("--accept-loss")).isFalse();
        assertThat(CommandLine.isMeant()).isFalse();
        assertThat(CommandLine.isMeant("--help")).isTrue();
    }

    @Test
    void backsUpChecksAndRestores() {
        BookingId booked;
        try (SmallInstallation installation = SmallInstallation.in(folder.resolve("data"))) {
            booked = installation.book();
        }
        assertThat(run("backup @/b.zip")).isEqualTo(1);
        assertThat(err).contains("PASSERELLE_BACKUP_PASSPHRASE", "dead");
        environment.setProperty("passerelle.backup.passphrase", "short");
        assertThat(run("backup @/b.zip")).isEqualTo(1);
        assertThat(err).contains("could be guessed");
        assertThat(folder.resolve("b.zip")).doesNotExist();
        environment.setProperty("passerelle.backup.passphrase", SmallInstallation.PASSPHRASE);

        assertThat(run("backup @/b.zip")).as(err).isZero();
        assertThat(out.lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Backup ")
                .contains("documents in");
        assertThat(run("check")).isZero();
        assertThat(out).isEqualToIgnoringNewLines("Checked: everything is as it must be");
        assertThat(run("restore @/b.zip")).isEqualTo(1);
        assertThat(err).contains("is not empty");

        environment.setProperty("passerelle.data-dir", folder.resolve("other").toString());
        assertThat(run("restore @/b.zip")).as(err).isZero();
        assertThat(out.lines()).hasSize(1).first().asString().endsWith("everything is as it must be");
        try (SmallInstallation back = SmallInstallation.restoredIn(folder.resolve("other"))) {
            assertThat(back.has(booked)).isTrue();
        }
    }

    @Test
    void saysWhatIsWrongAndMendsWhatIsDerivedOnly() {
        try (SmallInstallation installation = SmallInstallation.in(folder.resolve("data"))) {
            installation.store.database().getCollection("changeLog").insertOne(new Document("_id", 5L));
        }

        assertThat(run("check --repair")).isEqualTo(1);
        assertThat(out).isEqualToIgnoringNewLines("Checked: 1 thing is not as it must be");
        assertThat(err).contains("wrong: change log: the pages 1 to 4 are missing");
    }

    @Test
    void makesNoStoreWhereThereIsNoneAndOpensNoHalfRestoredOne() throws Exception {
        assertThat(run("check")).isEqualTo(1);
        assertThat(err).contains("There is no store in the data folder");
        assertThat(folder.resolve("data")).doesNotExist();

        SmallInstallation.in(folder.resolve("data")).close();
        Files.createDirectory(folder.resolve("data/restoring"));
        assertThat(run("check")).isEqualTo(1);
        assertThat(err).contains("did not come to its end").hasLineCount(1);
    }

    @Test
    void saysWhenTheProgramRunsAndCannotBeAsked() {
        try (SmallInstallation running = SmallInstallation.in(folder.resolve("data"))) {
            assertThat(running.book()).isNotNull();
            assertThat(run("check")).isEqualTo(1);
            assertThat(err).contains("cannot be asked").hasLineCount(1);
        }
    }
}

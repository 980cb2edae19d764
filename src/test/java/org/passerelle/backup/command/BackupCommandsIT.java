package org.passerelle.backup.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.backup.SmallInstallation;
import org.passerelle.packaged.KilledServer;
import org.passerelle.packaged.PackagedProgram;

/** The commands of the packaged program: exit statuses, a line on standard output, and no program that starts. Beside a running one in {@code -Pnightly}. */
class BackupCommandsIT {

    private static final Map<String, String> SEALED =
            Map.of("PASSERELLE_BACKUP_PASSPHRASE", SmallInstallation.PASSPHRASE);

    @TempDir
    private Path folder;

    private String out = "";
    private String err = "";

    private int run(String data, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(PackagedProgram.command());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("SPRING_MONGODB_URI");
        builder.environment().put("PASSERELLE_DATA_DIR", folder.resolve(data).toString());
        builder.environment().putAll(settings);
        Path outputs = folder.resolve("out");
        Path errors = folder.resolve("err");
        int status = builder.redirectOutput(outputs.toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();
        out = Files.readString(outputs, StandardCharsets.UTF_8);
        err = Files.readString(errors, StandardCharsets.UTF_8);
        return status;
    }

    @Test
    void tellByTheirExitStatusHowTheyEnded() throws Exception {
        assertThat(run("data", Map.of(), "backup")).as(err).isEqualTo(2);
        assertThat(err.lines()).hasSize(1);
        assertThat(out).isEmpty();
        assertThat(run("data", Map.of(), "check")).as(err).isEqualTo(1);
        assertThat(err).contains("There is no store").hasLineCount(1);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void backUpAndCheckBesideTheRunningProgramAndRestoreWhatTheyGot() throws Exception {
        assumeTrue(Boolean.getBoolean("backup.program"), "In -Pnightly, or with -Dbackup.program=true");
        String file = folder.resolve("b.zip").toString();
        try (KilledServer server = KilledServer.start(folder)) {
            assertThat(server.client().get("/api/v1/sites").statusCode()).isEqualTo(200);
            assertThat(run("data", SEALED, "backup", file)).as(err).isZero();
            assertThat(out.lines()).hasSize(1);
            assertThat(run("data", Map.of(), "check")).as(err + out).isZero();
            assertThat(run(
                            "data",
                            Map.of(),
                            "export",
                            folder.resolve("exported").toString()))
                    .as(err)
                    .isZero();
            assertThat(folder.resolve("exported/directory.yaml")).isNotEmptyFile();
            assertThat(run(
                            "data",
                            Map.of(),
                            "import",
                            folder.resolve("exported").toString()))
                    .as(err)
                    .isZero();
        }
        assertThat(run("other", SEALED, "restore", file)).as(err).isZero();
        assertThat(out.lines()).hasSize(1);
        assertThat(run("other", Map.of(), "check")).as(err).isZero();
    }
}

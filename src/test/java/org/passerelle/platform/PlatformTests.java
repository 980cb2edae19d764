package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.platform.files.OwnerOnly;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The platform started the way people start the whole, without the modules that stand on it. */
@ExtendWith(OutputCaptureExtension.class)
class PlatformTests {

    @TempDir
    private Path folder;

    @Test
    void startsHealthyOnAnEmptyFolderAndSaysSoInThreeLines(CapturedOutput output) {
        try (ConfigurableApplicationContext context = start()) {
            assertThat(context.getBean(HealthEndpoint.class).health().getStatus())
                    .isEqualTo(Status.UP);
            assertThat(output.getAll().lines())
                    .hasSize(3)
                    .anyMatch(line -> line.contains(
                            context.getBean(PublicUrl.class).base().toString()))
                    .anyMatch(line -> line.contains("password passerelle"))
                    .anyMatch(line -> line.contains(folder.toString()));
        }
    }

    @Test
    void findsItsDataAgainAfterARestart() {
        try (ConfigurableApplicationContext context = start()) {
            context.getBean(MongoTemplate.class).insert(new Document("_id", 1), "things");
        }

        try (ConfigurableApplicationContext context = start()) {
            assertThat(context.getBean(MongoTemplate.class).findById(1, Document.class, "things"))
                    .isNotNull();
            assertThat(context.getBean(MongoTemplate.class).getDb().getName()).isEqualTo("passerelle");
        }
    }

    @Test
    void leavesTheFolderFreeWhenItStops() throws Exception {
        start().close();

        try (EmbeddedMongoStore store = EmbeddedMongoStore.open(folder.resolve("db"))) {
            assertThat(Files.size(folder.resolve("db/log/00000001.log"))).isPositive();
        }
    }

    @Test
    void closesWhatAnEarlierStartLeftOpenToOthersAndSaysSoOnce(CapturedOutput output) throws Exception {
        start().close();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(
                folder.resolve("db/log/00000001.log"), PosixFilePermissions.fromString("rw-r--r--"));

        start().close();
        start().close();

        assertThat(OwnerOnly.openToOthers(folder)).isEmpty();
        assertThat(output.getAll().lines())
                .filteredOn(line -> line.contains("Other users of this machine"))
                .singleElement()
                .asString()
                .contains("2 files and folders");
    }

    @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
    @ComponentScan(basePackageClasses = Migration.class)
    static class PlatformAlone {}

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(PlatformAlone.class)
                .run("--server.port=0", "--passerelle.data-dir=" + folder);
    }
}

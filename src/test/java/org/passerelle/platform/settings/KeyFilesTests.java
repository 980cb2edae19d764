package org.passerelle.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;

/** One way to give all keys: as text, or as the file that holds it. */
class KeyFilesTests {

    private static final SettingCatalogue ALL = SettingCatalogue.read();

    @TempDir
    private Path folder;

    @Test
    void areReadForEverySecret() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "in a file of its own\n");
        for (String name : ALL.secrets().keySet()) {
            StandardEnvironment environment =
                    SettingValuesTests.given(Map.of(DeclaredSetting.variable(name), "file:" + file));

            assertThat(KeyFiles.read(environment, ALL)).as(name).isEmpty();
            assertThat(environment.getProperty(name)).as(name).isEqualTo("in a file of its own");
        }
    }

    @Test
    void thatCannotBeReadAreToldWithoutTheirName() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));

        assertThat(KeyFiles.read(
                        SettingValuesTests.given(Map.of(
                                "PASSERELLE_JITSI_SECRET", "file:" + folder.resolve("none"),
                                "PASSERELLE_SECRETS_KEY", "file:" + empty)),
                        ALL))
                .containsExactlyInAnyOrder(
                        "PASSERELLE_JITSI_SECRET names a file that cannot be read.",
                        "PASSERELLE_SECRETS_KEY names a file in which nothing is.");
    }

    @Test
    void tellsASecretThatIsTooShort() {
        assertThat(KeyFiles.read(SettingValuesTests.given(Map.of("PASSERELLE_JITSI_SECRET", "abc")), ALL))
                .containsExactly("PASSERELLE_JITSI_SECRET is too short to be a secret: 16 characters are the least.");
    }
}

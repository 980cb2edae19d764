package org.passerelle.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that show what is written. With {@code -Dgolden.update} they are rewritten, and the test fails to say so. */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "calendar");

    private Golden() {}

    public static void assertMatches(String name, byte[] written) throws IOException {
        Path file = FOLDER.resolve(name);
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(FOLDER);
            Files.write(file, written);
            fail("Rewritten: " + file);
        }
        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }
}

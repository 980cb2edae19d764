package org.passerelle.mail.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** The mails that would have left, as they are kept where no mail server is set. */
final class SpooledTexts {

    private SpooledTexts() {}

    static List<String> of(Environment environment) {
        Path folder = Path.of(environment.getRequiredProperty("passerelle.data-dir"), "mail");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".eml")).toList()) {
                found.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (NoSuchFileException none) {
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}

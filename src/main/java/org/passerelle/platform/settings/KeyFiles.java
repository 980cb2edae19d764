package org.passerelle.platform.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keys, passwords and other secrets are given as text or, where the environment may be looked at by others, as {@code file:} and
 * the path of a file that holds the text: all of them, in this one way.
 */
public final class KeyFiles {

    private static final String FILE = "file:";
    private static final String SOURCE = "keyFiles";
    private static final int LARGEST = 64 * 1024;

    private KeyFiles() {}

    /**
     * Puts what the files hold in the place of their names.
     *
     * @return what is wrong with them, a sentence each that repeats nothing of a secret, nor of a path, which may be one
     */
    public static List<String> read(ConfigurableEnvironment environment, SettingCatalogue catalogue) {
        List<String> objections = new ArrayList<>();
        Map<String, Object> texts = new HashMap<>();
        catalogue.secrets().forEach((name, least) -> {
            String given = environment.getProperty(name, "");
            String text = given.startsWith(FILE) ? text(given.substring(FILE.length())) : given;
            if (text == null) {
                objections.add(DeclaredSetting.variable(name) + " names a file that cannot be read.");
            } else if (text.isEmpty() && given.startsWith(FILE)) {
                objections.add(DeclaredSetting.variable(name) + " names a file in which nothing is.");
            } else if (!text.isBlank() && text.codePointCount(0, text.length()) < least) {
                objections.add("%s is too short to be a secret: %d characters are the least."
                        .formatted(DeclaredSetting.variable(name), least));
            } else if (given.startsWith(FILE)) {
                texts.put(name, text);
            }
        });
        if (!texts.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource(SOURCE, texts));
        }
        return objections;
    }

    /** Without the line end with which editors close a file; null if it cannot be read. */
    private static @Nullable String text(String path) {
        try (InputStream file = Files.newInputStream(Path.of(path.strip()))) {
            byte[] bytes = file.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST ? null : new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }
}

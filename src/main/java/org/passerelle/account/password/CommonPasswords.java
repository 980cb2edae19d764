package org.passerelle.account.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The 10,000 commonest passwords that are long enough, as leaks have shown them: what is guessed first. The file says where it is
 * from. Read at the first new password, which few starts see.
 */
public final class CommonPasswords {

    private static final String FILE = "common-passwords.txt";

    private CommonPasswords() {}

    /** Whether {@code password} is one of them, in whatever case. */
    static boolean contain(String password) {
        return Loaded.ALL.contains(password.toLowerCase(Locale.ROOT));
    }

    static Set<String> all() {
        return Loaded.ALL;
    }

    private static final class Loaded {

        private static final Set<String> ALL = read();

        private static Set<String> read() {
            try (InputStream file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(FILE), FILE);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
                return lines.lines().filter(line -> !line.startsWith("# ")).collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package org.passerelle.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Domains of mail at which anybody may open an address: two people there have nothing in common. The list is
 * {@code public-mail-providers.txt} beside this class, which names its source.
 */
public final class PublicMailProviders {

    private static final String LIST = "public-mail-providers.txt";

    private PublicMailProviders() {}

    /** Read when it is first asked for. */
    private static final class Known {
        private static final Set<String> DOMAINS = read();
    }

    /** @param domain in lower case */
    public static boolean contains(String domain) {
        return Known.DOMAINS.contains(domain);
    }

    private static Set<String> read() {
        InputStream list = PublicMailProviders.class.getResourceAsStream(LIST);
        if (list == null) {
            throw new IllegalStateException(LIST + " is missing");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

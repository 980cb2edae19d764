package org.passerelle.calendar.zone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Windows, Outlook and Exchange show for a time zone: an offset, and cities or the name of a region. */
final class ZoneDescriptions {

    private static final Pattern DESCRIPTION =
            Pattern.compile("\\((?:UTC|GMT)(?:([+-])(\\d{1,2})[:.]?(\\d{2})?)?\\)\\s*(.+)");

    /** A law may have moved a zone since its description was written, but not by as much as this. */
    private static final Duration TOO_FAR = Duration.ofHours(2);

    private static final Map<String, List<ZoneId>> BY_CITY = byCity();

    private final Map<String, ZoneId> byText = new TreeMap<>();

    /** @param named the zone of a Windows or IANA name */
    ZoneDescriptions(Function<String, Optional<ZoneId>> named) {
        pairs("windows-descriptions.txt")
                .forEach((text, name) -> byText.put(key(text), named.apply(name).orElseThrow()));
    }

    /** {@code (UTC+01:00) Brussels, Copenhagen, Madrid, Paris}: the first city that Java knows at that offset, else the text. */
    Optional<ZoneId> find(String text) {
        Matcher description = DESCRIPTION.matcher(text);
        if (!description.matches()) {
            return Optional.ofNullable(byText.get(key(text)));
        }
        Duration standard = ZoneNames.amount(description.group(1), description.group(2), description.group(3));
        String places = description.group(4);
        return city(places, standard)
                .or(() -> Optional.ofNullable(byText.get(key(places)))
                        .filter(zone ->
                                standardOffset(zone).minus(standard).abs().compareTo(TOO_FAR) < 0));
    }

    private static Optional<ZoneId> city(String places, Duration standard) {
        for (String city : places.split("[,/;]")) {
            List<ZoneId> zones = BY_CITY.getOrDefault(city.strip().toLowerCase(Locale.ROOT), List.of());
            for (ZoneId zone : zones) {
                if (standardOffset(zone).equals(standard)) {
                    return Optional.of(zone);
                }
            }
        }
        return Optional.empty();
    }

    /** Windows XP wrote other signs and spaces than Windows 11, and programs write "and" for "&". */
    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("&amp;|&", " and ")
                .replaceAll("\\(rtz \\d+\\)|- (?:old|new)\\b", " ")
                .replaceAll("\\s+(?=[+-]\\d)", "")
                .replaceAll("[\\s.']+", " ")
                .strip();
    }

    private static Duration standardOffset(ZoneId zone) {
        return Duration.ofSeconds(zone.getRules()
                .getStandardOffset(Instant.parse("2026-01-01T00:00:00Z"))
                .getTotalSeconds());
    }

    private static Map<String, List<ZoneId>> byCity() {
        Map<String, List<ZoneId>> found = new TreeMap<>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                .sorted()
                .forEach(id -> found.computeIfAbsent(
                                id.substring(id.lastIndexOf('/') + 1)
                                        .replace('_', ' ')
                                        .toLowerCase(Locale.ROOT),
                                city -> new ArrayList<>())
                        .add(ZoneId.of(id)));
        return found;
    }

    /** The lines of a file beside this class that hold an equals sign, in order; the last one parts name and value. */
    static Map<String, String> pairs(String file) {
        try (InputStream in = Objects.requireNonNull(ZoneDescriptions.class.getResourceAsStream(file), file)) {
            Map<String, String> found = new LinkedHashMap<>();
            Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
            lines.filter(line -> !line.startsWith("#")).forEach(line -> {
                int equals = line.lastIndexOf('=');
                found.put(line.substring(0, equals), line.substring(equals + 1));
            });
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}

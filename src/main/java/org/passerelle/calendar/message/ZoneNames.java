package org.passerelle.calendar.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What programs call time zones, and which zone of Java's that is. Known are IANA names, also behind the prefixes that
 * libraries put before them, those of Windows (by Unicode's CLDR), the descriptions that Windows shows, and offsets.
 */
final class ZoneNames {

    private static final int LONGEST = 200;
    private static final Pattern NUMBERED = Pattern.compile("(.*\\S)\\s+\\d{1,3}");
    private static final Pattern DESCRIPTION =
            Pattern.compile("\\((?:UTC|GMT)(?:([+-])(\\d{1,2})[:.]?(\\d{2})?)?\\)\\s*(.+)");
    private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT)?([+-])(\\d{1,2})(?::?(\\d{2}))?");

    private static final Map<String, ZoneId> WINDOWS = windows();
    private static final Map<String, ZoneId> BY_NAME = byName();
    private static final Map<String, List<ZoneId>> BY_CITY = byCity();

    private ZoneNames() {}

    /** The zone that is called {@code name}; empty where the name says nothing, as {@code Customized Time Zone}. */
    static Optional<ZoneId> find(String name) {
        String bare = cleaned(name);
        if (bare.isEmpty() || bare.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher numbered = NUMBERED.matcher(bare);
        return named(bare).or(() -> numbered.matches() ? named(cleaned(numbered.group(1))) : Optional.empty());
    }

    /** The zones that Windows knows, each once, in the order of their names there. */
    static List<ZoneId> usual() {
        return WINDOWS.values().stream().distinct().toList();
    }

    private static String cleaned(String name) {
        return name.replaceAll("[\"\\\\]", "").strip();
    }

    private static Optional<ZoneId> named(String name) {
        return exactly(name)
                .or(() -> behindAPrefix(name))
                .or(() -> described(name))
                .or(() -> offset(name));
    }

    private static Optional<ZoneId> exactly(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** {@code /mozilla.org/20050126_1/Europe/Paris}, {@code tzone://Microsoft/Utc}. */
    private static Optional<ZoneId> behindAPrefix(String name) {
        int slash = name.indexOf('/');
        while (slash >= 0) {
            Optional<ZoneId> found = exactly(name.substring(slash + 1));
            if (found.isPresent()) {
                return found;
            }
            slash = name.indexOf('/', slash + 1);
        }
        return Optional.empty();
    }

    /** {@code (UTC+01:00) Brussels, Copenhagen, Madrid, Paris}: the first city that Java knows at that offset. */
    private static Optional<ZoneId> described(String name) {
        Matcher description = DESCRIPTION.matcher(name);
        if (!description.matches()) {
            return Optional.empty();
        }
        Duration standard = amount(description.group(1), description.group(2), description.group(3));
        for (String city : description.group(4).split("[,/;]")) {
            List<ZoneId> zones = BY_CITY.getOrDefault(city.strip().toLowerCase(Locale.ROOT), List.of());
            for (ZoneId zone : zones) {
                if (standardOffset(zone).equals(standard)) {
                    return Optional.of(zone);
                }
            }
        }
        return description.group(4).startsWith("Coordinated Universal Time") && standard.isZero()
                ? exactly("UTC")
                : Optional.empty();
    }

    private static Optional<ZoneId> offset(String name) {
        Matcher offset = OFFSET.matcher(name.toUpperCase(Locale.ROOT));
        if (!offset.matches()) {
            return Optional.empty();
        }
        Duration amount = amount(offset.group(1), offset.group(2), offset.group(3));
        return amount.abs().compareTo(Duration.ofHours(18)) > 0
                ? Optional.empty()
                : Optional.of(fixed(ZoneOffset.ofTotalSeconds((int) amount.toSeconds())));
    }

    /** The zone that always has {@code offset}: one with a name where there is one, since offsets are no names in calendars. */
    static ZoneId fixed(ZoneOffset offset) {
        int hours = offset.getTotalSeconds() / 3_600;
        if (offset.getTotalSeconds() == 0) {
            return ZoneId.of("Etc/UTC");
        }
        boolean isNamed = offset.getTotalSeconds() % 3_600 == 0 && hours >= -12 && hours <= 14;
        return isNamed ? ZoneId.of("Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours)) : offset;
    }

    private static Duration amount(String sign, String hours, String minutes) {
        if (sign == null) {
            return Duration.ZERO;
        }
        Duration amount =
                Duration.ofHours(Integer.parseInt(hours)).plusMinutes(minutes == null ? 0 : Integer.parseInt(minutes));
        return sign.equals("-") ? amount.negated() : amount;
    }

    private static Duration standardOffset(ZoneId zone) {
        return Duration.ofSeconds(zone.getRules()
                .getStandardOffset(Instant.parse("2026-01-01T00:00:00Z"))
                .getTotalSeconds());
    }

    private static Map<String, ZoneId> windows() {
        Map<String, ZoneId> found = new LinkedHashMap<>();
        String file = "windows-zones.txt";
        try (InputStream in = Objects.requireNonNull(ZoneNames.class.getResourceAsStream(file), file)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("=", 2))
                    .forEach(pair -> found.put(pair[0].toLowerCase(Locale.ROOT), ZoneId.of(pair[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return found;
    }

    private static Map<String, ZoneId> byName() {
        Map<String, ZoneId> found = new TreeMap<>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.startsWith("SystemV/"))
                .forEach(id -> found.put(id.toLowerCase(Locale.ROOT), ZoneId.of(id)));
        WINDOWS.forEach(found::put);
        found.put("z", ZoneId.of("Etc/UTC"));
        return found;
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
}

package org.passerelle.calendar.zone;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What programs call time zones, and which zone of Java's that is. Known are IANA names, also behind the prefixes that
 * libraries put before them, those of Windows (by Unicode's CLDR), the descriptions that Windows shows, and offsets.
 */
public final class ZoneNames {

    private static final int LONGEST = 200;
    private static final Pattern NUMBERED = Pattern.compile("(.*\\S)\\s+\\d{1,3}");
    private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT)?([+-])(\\d{1,2})(?::?(\\d{2}))?");

    private static final Map<String, ZoneId> WINDOWS = windows();
    private static final Map<String, ZoneId> BY_NAME = byName();
    private static final ZoneDescriptions DESCRIPTIONS = new ZoneDescriptions(ZoneNames::exactly);

    private ZoneNames() {}

    /** The zone that is called {@code name}; empty where the name says nothing, as {@code Customized Time Zone}. */
    public static Optional<ZoneId> find(String name) {
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
                .or(() -> DESCRIPTIONS.find(name))
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

    static Duration amount(String sign, String hours, String minutes) {
        if (sign == null) {
            return Duration.ZERO;
        }
        Duration amount =
                Duration.ofHours(Integer.parseInt(hours)).plusMinutes(minutes == null ? 0 : Integer.parseInt(minutes));
        return sign.equals("-") ? amount.negated() : amount;
    }

    private static Map<String, ZoneId> windows() {
        Map<String, ZoneId> found = new LinkedHashMap<>();
        ZoneDescriptions.pairs("windows-zones.txt")
                .forEach((name, zone) -> found.put(name.toLowerCase(Locale.ROOT), ZoneId.of(zone)));
        return found;
    }

    private static Map<String, ZoneId> byName() {
        Map<String, ZoneId> found = new TreeMap<>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.startsWith("SystemV/"))
                .forEach(id -> found.put(id.toLowerCase(Locale.ROOT), ZoneId.of(id)));
        WINDOWS.forEach((name, zone) -> {
            found.put(name, zone);
            found.putIfAbsent(name.replace(" standard time", " daylight time"), zone);
        });
        found.put("z", ZoneId.of("Etc/UTC"));
        return found;
    }
}

package org.passerelle.calendar.message;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.platform.text.Text;
import org.passerelle.time.ExpansionBudget;

/**
 * The time zones of one calendar: first by name, then by what its VTIMEZONE says clocks do. None is ever guessed, and
 * none outlives the reading of the calendar.
 */
final class MessageZones {

    /** More would be an attack; each may take a millisecond. */
    private static final int MOST_COMPARISONS = 100;

    /** Steps of expanding the rules of VTIMEZONEs, as {@link ExpansionBudget} counts them; a yearly rule takes ten. */
    private static final int MOST_STEPS_OF_ONE = 5_000;

    private static final int MOST_STEPS = 200_000;

    /** Seconds; clocks of today are whole quarters of an hour from UTC, everything else is invented. */
    private static final int A_QUARTER = 900;

    private final Map<String, Component> written = new HashMap<>();
    private final Map<String, Optional<ZoneId>> found = new HashMap<>();
    private final ZoneId local;
    private final ExpansionBudget budget = new ExpansionBudget(MOST_STEPS_OF_ONE, MOST_STEPS);
    private int comparisons;

    /** @param home the zone of times without any; what the calendar says of itself comes first */
    MessageZones(Component calendar, ZoneId home) {
        calendar.parts("VTIMEZONE").forEach(each -> written.putIfAbsent(key(each.words("TZID")), each));
        this.local = ZoneNames.find(calendar.words("X-WR-TIMEZONE")).orElse(home);
    }

    /** The zone of whole days, and of times that name none. */
    ZoneId local() {
        return local;
    }

    /**
     * @param year in which the event begins; a VTIMEZONE is compared as it applies then
     * @throws Unreadable if neither name nor VTIMEZONE tells which zone it is
     */
    ZoneId zone(String name, int year) throws Unreadable {
        Optional<ZoneId> zone = found.computeIfAbsent(
                key(name) + "\n" + year,
                each -> ZoneNames.find(name)
                        .or(() -> Optional.ofNullable(written.get(key(name)))
                                .flatMap(timeZone -> compared(timeZone, year))));
        return zone.orElseThrow(() -> new Unreadable("its time zone is not known: " + shortened(name)));
    }

    private Optional<ZoneId> compared(Component timeZone, int year) {
        Optional<ZoneId> located = ZoneNames.find(timeZone.words("X-LIC-LOCATION"));
        if (located.isPresent() || ++comparisons > MOST_COMPARISONS) {
            return located;
        }
        return WrittenZone.read(timeZone, year, budget).flatMap(this::alike);
    }

    /** Among those with the same clocks, that of the reader, then a fixed one, then those that Windows knows. */
    private Optional<ZoneId> alike(WrittenZone zone) {
        Stream<ZoneId> fixed =
                zone
                        .constant()
                        .filter(offset -> offset.getTotalSeconds() % A_QUARTER == 0)
                        .map(ZoneNames::fixed)
                        .stream();
        return Stream.of(Stream.of(local), preferred(), fixed, ZoneNames.usual().stream())
                .flatMap(each -> each)
                .filter(zone::isLike)
                .findFirst();
    }

    private static Stream<ZoneId> preferred() {
        return List.of("Europe/Paris", "America/New_York").stream().map(ZoneId::of);
    }

    private static String key(String name) {
        return name.replace("\"", "").strip();
    }

    private static String shortened(String name) {
        return Text.line(name, 80);
    }
}

package org.passerelle.invitation.text;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.time.Interval;
import org.passerelle.time.WallTime;

/**
 * The clocks of the sites where people meet, where they show something else than that of the meeting's zone. Europe and America
 * change theirs on different days, so that the dates of one series may be at different hours of a site.
 */
final class SiteLocalTimes {

    private final MessageWords words;
    private final Directory directory;
    private final ZoneId zone;
    private final List<OccurrenceSnapshot> dates;
    private final Map<ZoneId, Boolean> steady = new HashMap<>();

    /** @param dates what is told, of which each clock may show the same on all */
    SiteLocalTimes(MessageWords words, Directory directory, ZoneId zone, List<OccurrenceSnapshot> dates) {
        this.words = words;
        this.directory = directory;
        this.zone = zone;
        this.dates = List.copyOf(dates);
    }

    /** What a clock shows from start to end, and how many days it is ahead of the meeting's own. */
    private record Shown(LocalTime start, Duration length, long days) {}

    /** What the clock of {@code site} shows on every date; empty where that is what the meeting's own shows, or not always the same. */
    Optional<String> always(Site site) {
        return dates.stream()
                .findFirst()
                .map(OccurrenceSnapshot::time)
                .filter(time -> isSteady(site.zone()) && !isSame(time, site.zone()))
                .map(time -> words.onClock(time, site.zone(), zone) + " " + words.zone(site.zone()));
    }

    /** What the clocks of the sites of {@code date} show then, of those that {@link #always} says nothing of; each once. */
    List<String> on(OccurrenceSnapshot date) {
        return date.rooms().stream()
                .flatMap(room -> zoneOf(room).stream())
                .distinct()
                .filter(own -> !isSteady(own) && !isSame(date.time(), own))
                .map(own -> words.text("when.site", words.onClock(date.time(), own, zone), words.zone(own)))
                .toList();
    }

    /** Only where people meet on all dates: of a site of some it is said on these. */
    private boolean isSteady(ZoneId own) {
        return steady.computeIfAbsent(
                own,
                each -> dates.stream()
                                        .map(date -> shown(date.time(), each))
                                        .distinct()
                                        .count()
                                <= 1
                        && dates.stream()
                                .allMatch(date -> date.rooms().stream()
                                        .anyMatch(room -> zoneOf(room).equals(Optional.of(each)))));
    }

    private Shown shown(Interval time, ZoneId own) {
        ZonedDateTime start = time.start().atZone(own);
        return new Shown(
                start.toLocalTime(),
                Duration.between(start.toLocalDateTime(), time.end().atZone(own).toLocalDateTime()),
                ChronoUnit.DAYS.between(time.start().atZone(zone).toLocalDate(), start.toLocalDate()));
    }

    private boolean isSame(Interval time, ZoneId own) {
        return WallTime.isSame(own, zone, time.start(), time.end());
    }

    private Optional<ZoneId> zoneOf(RoomId room) {
        return directory.room(room).map(directory::siteOf).map(Site::zone);
    }
}

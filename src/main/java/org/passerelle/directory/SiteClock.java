package org.passerelle.directory;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.passerelle.time.DayPart;
import org.passerelle.time.HalfDays;
import org.passerelle.time.HalfDays.LocalRange;
import org.passerelle.time.Interval;

/**
 * How times are meant that somebody says at a site.
 *
 * @param zone on whose clocks they are read
 * @param halfDays what a morning, an afternoon and a day are
 */
public record SiteClock(ZoneId zone, HalfDays halfDays) {

    /** Where no site is known. */
    public static final SiteClock UNKNOWN = new SiteClock(ZoneOffset.UTC, HalfDays.DEFAULT);

    public static SiteClock of(Site site) {
        return new SiteClock(site.zone(), site.halfDays());
    }

    /** That of the site of the first of {@code rooms}; empty if there is no such room. */
    public static Optional<SiteClock> of(Directory directory, List<RoomId> rooms) {
        return rooms.stream()
                .findFirst()
                .flatMap(directory::room)
                .map(directory::siteOf)
                .map(SiteClock::of);
    }

    /** From when until when {@code part} is, on any day. */
    public LocalRange range(DayPart part) {
        return halfDays.of(part);
    }

    /** The part of a day that {@code time} is exactly, if it is one. */
    public Optional<LocalPart> partAt(Interval time) {
        LocalDateTime start = LocalDateTime.ofInstant(time.start(), zone);
        return halfDays.partFrom(start, LocalDateTime.ofInstant(time.end(), zone))
                .map(part -> new LocalPart(start.toLocalDate(), part));
    }

    /** A part of one day. */
    public record LocalPart(LocalDate date, DayPart part) {}
}

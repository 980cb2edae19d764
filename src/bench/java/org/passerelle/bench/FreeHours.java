package org.passerelle.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.WallTime;

/** Whole hours of plain rooms that the rules let everybody book, each given out once, in an order that is random but repeatable. */
final class FreeHours {

    static final Duration HOUR = Duration.ofHours(1);

    private static final int FIRST_DAY = 2;
    private static final int DAYS = 720;
    private static final int FIRST_HOUR = 8;
    private static final int HOURS_A_DAY = 12;
    private static final long SEED = 20260325;

    private final List<Hour> hours;
    private final AtomicInteger given = new AtomicInteger();

    /** One hour of one room, in the zone of its site. */
    record Hour(Room room, LocalDateTime start, ZoneId zone) {

        Instant instant() {
            return WallTime.instant(start, zone);
        }
    }

    private FreeHours(List<Hour> hours) {
        this.hours = List.copyOf(hours);
    }

    /** The hours that {@code person} may book within two years of {@code now}. */
    static FreeHours of(Directory directory, Person person, Instant now) {
        List<Hour> hours = new ArrayList<>();
        for (Room room : directory.rooms()) {
            if (isPlain(room)) {
                hours.addAll(hours(room, directory, person, now));
            }
        }
        Collections.shuffle(hours, new Random(SEED));
        return new FreeHours(hours);
    }

    private static boolean isPlain(Room room) {
        return !room.isCombined()
                && !room.isCountable()
                && room.rules().buffers().before().isZero()
                && room.rules().buffers().after().isZero();
    }

    private static List<Hour> hours(Room room, Directory directory, Person person, Instant now) {
        ZoneId zone = directory.siteOf(room).zone();
        LocalDate first = now.atZone(zone).toLocalDate().plusDays(FIRST_DAY);
        List<Hour> hours = new ArrayList<>();
        for (LocalDate day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
            Hour opening = new Hour(room, day.atTime(LocalTime.of(FIRST_HOUR, 0)), zone);
            // A day that can be had from morning to evening can be had hour by hour.
            if (isAllowed(opening, HOUR.multipliedBy(HOURS_A_DAY), directory, person, now)) {
                for (int later = 0; later < HOURS_A_DAY; later++) {
                    hours.add(new Hour(room, opening.start().plusHours(later), zone));
                }
            }
        }
        return hours;
    }

    private static boolean isAllowed(Hour hour, Duration length, Directory directory, Person person, Instant now) {
        Content content = new Content("Test", "", Visibility.ORGANISATION, 0, List.of(), Optional.empty());
        Interval time = Interval.of(hour.instant(), length);
        Proposal.Date date = new Proposal.Date(hour.instant(), time, List.of(hour.room()));
        return BookingPolicy.decide(new Proposal(person, content, List.of(date), directory, now))
                instanceof BookingDecision.Accepted;
    }

    /** The same hours in the same order, from the first on. */
    FreeHours again() {
        return new FreeHours(hours);
    }

    /** An hour that was not given out before. */
    Hour next() {
        return hours.get(given.getAndIncrement());
    }

    /** Those that were not given out yet. */
    List<Hour> left() {
        return hours.subList(Math.min(given.get(), hours.size()), hours.size());
    }

    /** Whether every hour was given out. */
    boolean isUsedUp() {
        return given.get() >= hours.size();
    }

    /** Those of one room, given out or not, in order. */
    List<Hour> of(Room room) {
        return hours.stream()
                .filter(hour -> hour.room().equals(room))
                .sorted(Comparator.comparing(Hour::start))
                .toList();
    }

    int total() {
        return hours.size();
    }

    long rooms() {
        return hours.stream().map(Hour::room).distinct().count();
    }

    /** Some of all hours, given out or not. */
    List<Hour> sample(int count) {
        return new Random(SEED)
                .ints(count, 0, hours.size())
                .mapToObj(hours::get)
                .toList();
    }
}

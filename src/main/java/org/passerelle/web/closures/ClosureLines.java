package org.passerelle.web.closures;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.closure.ClosingRooms;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.AffectedDate.ClosureOutcome;
import org.passerelle.closure.model.AffectedDate.OfferedMove;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Closures and what they hit, in the words of their reader and on the clock of their site. */
@Component
public class ClosureLines {

    private static final Set<ClosureOutcome> STANDING = Set.of(
            ClosureOutcome.KEPT,
            ClosureOutcome.OFFERED,
            ClosureOutcome.NOTHING_TO_OFFER,
            ClosureOutcome.DECLINED,
            ClosureOutcome.MOVE_ASKED,
            ClosureOutcome.NOT_MOVED);

    private final ClosingRooms closing;
    private final ReadingBookings reading;
    private final Accounts accounts;
    private final Directories directories;
    private final PageWords words;
    private final Clock clock;

    ClosureLines(
            ClosingRooms closing,
            ReadingBookings reading,
            Accounts accounts,
            Directories directories,
            PageWords words,
            Clock clock) {
        this.closing = closing;
        this.reading = reading;
        this.accounts = accounts;
        this.directories = directories;
        this.words = words;
        this.clock = clock;
    }

    /**
     * One closure.
     *
     * @param pending dates still to be dealt with
     * @param mayBeUndone whether ending it brings back what it called off
     */
    public record ClosureLine(
            SiteClosure what,
            String where,
            String when,
            int affected,
            long pending,
            boolean mayBeUndone,
            boolean isOver) {

        /** Whether it shuts nothing, and tells what became of what a changed directory hits. */
        public boolean isOfChange() {
            return what.plan().type() == ClosureType.DIRECTORY;
        }

        public boolean mayBeEnded() {
            return what.ended().isEmpty() && !isOver;
        }
    }

    /**
     * One date that is hit.
     *
     * @param date its name: the start that the rule gave it
     * @param title empty if it is not for whoever looks
     * @param requested whether it is not the date that is hit, but what is asked for in its place
     * @param offer what the organiser is offered
     */
    public record AffectedLine(
            String key,
            String booking,
            String date,
            String title,
            String organiser,
            String rooms,
            String when,
            ClosureOutcome outcome,
            boolean requested,
            Optional<String> offer) {

        /** Whether it still stands where it is shut. */
        public boolean mayBeMoved() {
            return !requested && STANDING.contains(outcome);
        }
    }

    public ClosureLine of(SiteClosure closure, Locale locale) {
        List<AffectedDate> affected = closing.affected(closure);
        long pending = affected.stream()
                .filter(date -> date.fate().outcome() == ClosureOutcome.PENDING)
                .count();
        return new ClosureLine(
                closure,
                where(closure.plan()),
                when(closure.plan(), locale),
                affected.size(),
                pending,
                clock.instant().isBefore(closure.undoUntil()),
                !clock.instant().isBefore(closure.until()));
    }

    String where(ClosurePlan plan) {
        Directory directory = directories.current();
        String site =
                directory.site(plan.site()).map(Site::name).orElse(plan.site().value());
        return plan.rooms().isEmpty() ? site : rooms(plan.rooms()) + " (" + site + ")";
    }

    String when(ClosurePlan plan, Locale locale) {
        return local(plan.from(), locale) + " – " + local(plan.to(), locale);
    }

    private static String local(LocalDateTime time, Locale locale) {
        return PageWords.day(time.toLocalDate(), locale) + ", " + PageWords.time(time.toLocalTime());
    }

    public List<AffectedLine> affected(Collection<AffectedDate> dates, Person reader, Locale locale) {
        Map<BookingId, Booking> bookings = reading
                .inDocuments(
                        dates.stream().map(date -> date.name().booking().root()).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Booking::id, booking -> booking));
        Directory directory = directories.current();
        return dates.stream()
                .map(date -> {
                    Optional<Booking> booking =
                            Optional.ofNullable(bookings.get(date.name().booking()));
                    boolean mayRead = booking.filter(
                                    each -> new BookingAccess(reader, each, directory).mayRead(BookingPart.CONTENT))
                            .isPresent();
                    return new AffectedLine(
                            date.key().replace('/', '~'),
                            date.name().booking().value(),
                            date.name().recurrenceId().toString(),
                            mayRead ? booking.orElseThrow().content().title() : words.text("day.busy", locale),
                            mayRead ? accounts.contact(date.organiser()).shown() : "",
                            rooms(date.rooms()),
                            moment(date.time(), zone(date.rooms()), locale),
                            date.fate().outcome(),
                            date.requested(),
                            date.fate().offer().map(offer -> offer(offer, locale)));
                })
                .toList();
    }

    private String offer(OfferedMove offer, Locale locale) {
        Directory directory = directories.current();
        String names = offer.rooms().stream()
                .flatMap(id -> directory.room(id).stream())
                .map(room -> room.name() + " (" + directory.siteOf(room).name() + ")")
                .collect(Collectors.joining(" + "));
        return names + ", " + moment(offer.time(), zone(offer.rooms()), locale);
    }

    private static String moment(Interval time, ZoneId zone, Locale locale) {
        return PageWords.day(time.start().atZone(zone).toLocalDate(), locale) + ", " + PageWords.times(time, zone);
    }

    private ZoneId zone(List<RoomId> rooms) {
        Directory directory = directories.current();
        return rooms.stream()
                .flatMap(id -> directory.room(id).stream())
                .map(room -> directory.siteOf(room).zone())
                .findFirst()
                .orElse(ZoneId.of("UTC"));
    }

    private String rooms(List<RoomId> rooms) {
        Directory directory = directories.current();
        return rooms.stream()
                .map(id -> directory.room(id).map(Room::name).orElse(id.value()))
                .collect(Collectors.joining(" + "));
    }
}

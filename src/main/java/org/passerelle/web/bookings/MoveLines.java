package org.passerelle.web.bookings;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Occurrence.RequestedMove;
import org.passerelle.booking.policy.RequestDeadline;
import org.passerelle.calendar.write.RoomWords;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.passerelle.web.bookings.RequestLines.DecisionLine;
import org.springframework.stereotype.Component;

/** Puts into words what is asked for in the place of dates, and how it was decided. */
@Component
class MoveLines {

    private final Accounts accounts;
    private final Directories directories;
    private final PageWords words;
    private final Clock clock;

    MoveLines(Accounts accounts, Directories directories, PageWords words, Clock clock) {
        this.accounts = accounts;
        this.directories = directories;
        this.words = words;
        this.clock = clock;
    }

    /**
     * One date.
     *
     * @param name what a request about it calls it
     * @param now when and where it is
     * @param asked when and where it was asked to be
     * @param decideBy until when that can be decided; empty once it is
     * @param decision how it was decided; empty until it is
     * @param mayBeWithdrawn whether the reader can do without it
     */
    record MoveLine(
            String name,
            String now,
            String asked,
            Optional<String> decideBy,
            Optional<DecisionLine> decision,
            boolean mayBeWithdrawn) {}

    /** The dates of {@code booking} that are not over and for which something else was asked; none for whom that is not. */
    List<MoveLine> of(Booking booking, Person reader, Locale locale) {
        BookingAccess access = new BookingAccess(reader, booking, directories.current());
        if (booking.isVoid() || !access.mayRead(BookingPart.COURSE)) {
            return List.of();
        }
        Instant now = clock.instant();
        return booking.occurrences().stream()
                .filter(date ->
                        date.openRequest().isPresent() || date.time().end().isAfter(now))
                .flatMap(date -> date.requested().map(move -> line(date, move, access, locale)).stream())
                .toList();
    }

    /** Those of them that wait for a decision. */
    List<MoveLine> open(Booking booking, Person reader, Locale locale) {
        return of(booking, reader, locale).stream()
                .filter(line -> line.decision().isEmpty())
                .toList();
    }

    /** How what was asked for last in the place of a date of {@code booking} was decided, if it was. */
    Optional<DecisionLine> last(Booking booking, Person reader, Locale locale) {
        BookingAccess access = new BookingAccess(reader, booking, directories.current());
        return booking.occurrences().stream()
                .flatMap(date -> date.requested().stream())
                .reduce((one, other) -> other.asked().isBefore(one.asked()) ? one : other)
                .filter(move -> access.mayRead(BookingPart.COURSE))
                .flatMap(RequestedMove::decision)
                .map(made -> decided(made, access, locale));
    }

    private MoveLine line(Occurrence date, RequestedMove move, BookingAccess access, Locale locale) {
        ZoneId zone = access.booking().schedule().zone();
        Directory directory = access.directory();
        return new MoveLine(
                date.recurrenceId().toString(),
                date.occupies()
                        ? place(date.time(), date.rooms(), zone, directory, locale)
                        : words.text("date.CANCELLED", locale),
                place(move.time(), move.rooms(), zone, directory, locale),
                Optional.of(date)
                        .filter(each -> move.isOpen())
                        .map(each -> RequestDeadline.ofMove(access.booking(), each, directory))
                        .map(deadline -> PageWords.moment(deadline, zone, locale)),
                move.decision().map(made -> decided(made, access, locale)),
                move.isOpen() && access.mayRun());
    }

    private DecisionLine decided(RequestDecision made, BookingAccess access, Locale locale) {
        boolean tellsAll = access.mayRead(BookingPart.DECISION);
        String who = made.by()
                .filter(by -> tellsAll)
                .map(by -> accounts.contact(by).shown())
                .orElse("");
        ZoneId zone = access.booking().schedule().zone();
        return new DecisionLine(
                words.text(
                        "decision." + made.state() + (who.isEmpty() ? ".untold" : ""),
                        locale,
                        who,
                        PageWords.moment(made.at(), zone, locale)),
                tellsAll ? made.message() : "",
                made.state() == RequestDecision.DecisionState.APPROVED);
    }

    private static String place(Interval time, List<RoomId> rooms, ZoneId zone, Directory directory, Locale locale) {
        return PageWords.shortDay(time.start().atZone(zone).toLocalDate(), locale) + ", "
                + PageWords.times(time, zone) + ", "
                + rooms.stream().map(new RoomWords(directory)::of).distinct().collect(Collectors.joining(", "));
    }
}

package org.passerelle.web.bookings;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.i18n.LayoutTexts;
import org.passerelle.i18n.RecurrenceTexts;
import org.passerelle.i18n.RoomNames;
import org.passerelle.time.Interval;
import org.passerelle.time.WallTime;
import org.passerelle.web.PageWords;
import org.passerelle.web.bookings.BookingSheet.DateLine;
import org.passerelle.web.bookings.BookingSheet.LeftOutLine;
import org.passerelle.web.bookings.BookingSheet.RoomLine;
import org.springframework.stereotype.Component;

/** Writes bookings out for a reader: times on the booking's clocks, and beside them those of rooms elsewhere. */
@Component
class BookingSheets {

    private final Directories directories;
    private final RecurrenceTexts recurrences;
    private final CancellationLines cancellations;
    private final PageWords words;
    private final Clock clock;

    BookingSheets(
            Directories directories,
            RecurrenceTexts recurrences,
            CancellationLines cancellations,
            PageWords words,
            Clock clock) {
        this.directories = directories;
        this.recurrences = recurrences;
        this.cancellations = cancellations;
        this.words = words;
        this.clock = clock;
    }

    BookingSheet of(Booking booking, Person reader, Locale locale) {
        Instant now = clock.instant();
        Directory directory = directories.current();
        BookingAccess access = new BookingAccess(reader, booking, directory);
        BookingSheet.Rights rights = BookingSheet.Rights.of(access);
        ZoneId zone = booking.schedule().zone();
        List<Occurrence> ahead = booking.occurrences().stream()
                .filter(date -> date.time().end().isAfter(now) && date.state() != OccurrenceState.CANCELLED)
                .toList();
        List<Occurrence> over = booking.occurrences().stream()
                .filter(date -> !ahead.contains(date))
                .toList();
        return new BookingSheet(
                booking,
                rights,
                Stream.concat(ahead.stream(), over.stream())
                        .findFirst()
                        .map(date -> day(date, zone, locale) + ", " + PageWords.times(date.time(), zone))
                        .orElse(""),
                booking.schedule()
                        .recurrence()
                        .map(rule ->
                                recurrences.of(rule, booking.schedule().start().toLocalDate(), locale)),
                isEverywhereTheSame(booking, directory) ? Optional.empty() : Optional.of(words.zone(zone, locale)),
                lines(ahead, access, rights, locale),
                lines(over, access, rights, locale));
    }

    /** Dates of the rule that the series never had, for whom they concern. */
    List<LeftOutLine> skipped(Booking booking, BookingSheet.Rights rights, Locale locale) {
        if (!rights.mayFollow()) {
            return List.of();
        }
        ZoneId zone = booking.schedule().zone();
        return booking.skipped().stream()
                .map(left -> new LeftOutLine(
                        left.time().start().toString(),
                        PageWords.day(left.time().start().atZone(zone).toLocalDate(), locale),
                        rights.mayChange()
                                && !booking.isVoid()
                                && left.time().start().isAfter(clock.instant())))
                .toList();
    }

    /** What the layout of its rooms is called; none if they are as they are. */
    @Nullable
    String layout(Booking booking, Locale locale) {
        Directory directory = directories.current();
        List<Room> rooms = booking.rooms().stream()
                .flatMap(room -> directory.room(room).stream())
                .toList();
        return booking.content()
                .arrangements()
                .layout()
                .map(layout -> LayoutTexts.of(layout, rooms, locale))
                .orElse(null);
    }

    /** Its layout and its services in words, a line each. */
    List<String> ordered(Booking booking, Locale locale) {
        return Stream.concat(
                        Stream.ofNullable(layout(booking, locale))
                                .map(name -> words.text("booking.layout", locale, name)),
                        services(booking).stream()
                                .map(each -> words.text("booking.service", locale, each.quantity(), each.name())
                                        + (each.note().isEmpty() ? "" : " (" + each.note() + ")")))
                .toList();
    }

    /** So much of a service, by its name. */
    record ServiceLine(int quantity, String name, String note) {}

    List<ServiceLine> services(Booking booking) {
        Directory directory = directories.current();
        return booking.content().arrangements().services().stream()
                .map(order -> new ServiceLine(
                        order.quantity(),
                        directory
                                .service(order.service())
                                .map(ServiceOffer::name)
                                .orElse(order.service()),
                        order.note()))
                .toList();
    }

    /** Id of the site of the first room that was asked for; none if that room is gone. */
    @Nullable
    String firstSite(Booking booking) {
        Directory directory = directories.current();
        return booking.rooms().stream()
                .flatMap(room -> site(room, directory).stream())
                .map(site -> site.id().value())
                .findFirst()
                .orElse(null);
    }

    private static String day(Occurrence date, ZoneId zone, Locale locale) {
        return PageWords.day(date.time().start().atZone(zone).toLocalDate(), locale);
    }

    private static boolean isEverywhereTheSame(Booking booking, Directory directory) {
        ZoneId zone = booking.schedule().zone();
        return booking.occurrences().stream()
                .allMatch(date -> date.rooms().stream()
                        .flatMap(room -> site(room, directory).stream())
                        .allMatch(site ->
                                WallTime.isSame(zone, site.zone(), date.time().start())));
    }

    private List<DateLine> lines(
            List<Occurrence> dates, BookingAccess access, BookingSheet.Rights rights, Locale locale) {
        Booking booking = access.booking();
        ZoneId zone = booking.schedule().zone();
        return dates.stream()
                .map(date -> new DateLine(
                        date.recurrenceId().toString(),
                        day(date, zone, locale),
                        PageWords.times(date.time(), zone),
                        date.state().name(),
                        rights.mayChange()
                                && !booking.isVoid()
                                && (date.state() == OccurrenceState.PLANNED
                                        || date.state() == OccurrenceState.CHECKED_IN)
                                && date.time().end().isAfter(clock.instant()),
                        rights.mayChange()
                                && !booking.isVoid()
                                && date.state() == OccurrenceState.CANCELLED
                                && date.time().start().isAfter(clock.instant()),
                        !date.time().start().isAfter(clock.instant()),
                        rights.mayFollow() ? instead(date, locale) : Optional.empty(),
                        cancellations.of(date, booking, access, locale),
                        RoomNames.counted(date.rooms()).entrySet().stream()
                                .map(room -> room(room.getKey(), room.getValue(), date.time(), zone, locale))
                                .toList()))
                .toList();
    }

    /** For instance {@code Salle Almont instead of Salle Seine}. */
    private Optional<String> instead(Occurrence date, Locale locale) {
        Directory directory = directories.current();
        String swaps = date.places().stream()
                .filter(place -> place.insteadOf().isPresent())
                .map(place -> words.text(
                        "booking.instead", locale, name(place.room(), directory), name(place.wished(), directory)))
                .collect(Collectors.joining(", "));
        return Optional.of(swaps).filter(text -> !text.isEmpty());
    }

    private static String name(RoomId id, Directory directory) {
        return directory.room(id).map(room -> room.name()).orElse(id.value());
    }

    private RoomLine room(RoomId id, long units, Interval time, ZoneId zone, Locale locale) {
        Directory directory = directories.current();
        Optional<Site> site = site(id, directory);
        Optional<String> local = site.map(Site::zone)
                .filter(there -> !WallTime.isSame(zone, there, time.start()))
                .map(there -> PageWords.times(time, there) + " " + words.zone(there, locale));
        return new RoomLine(
                directory.room(id).map(room -> room.id().value()),
                RoomNames.times(units, name(id, directory)),
                site.map(Site::name).orElse(""),
                directory.room(id).map(room -> room.kind().name()).orElse("MEETING"),
                local);
    }

    private static Optional<Site> site(RoomId id, Directory directory) {
        return directory.room(id).map(directory::siteOf);
    }
}

package org.passerelle.caldav.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.calendar.write.AnswerLines;
import org.passerelle.calendar.write.AttendeeAnswers;
import org.passerelle.calendar.write.Disclosure;
import org.passerelle.calendar.write.EventRendering;
import org.passerelle.calendar.write.EventWriter.WrittenDate;
import org.passerelle.calendar.write.Joining;
import org.passerelle.calendar.write.WrittenBooking;
import org.passerelle.platform.cache.NamedCaches;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What somebody has booked, with all that they know of it, rooms and answers included. */
@Component
class OwnObjects {

    /** What is over for longer is no longer told. */
    static final Duration BACK = Duration.ofDays(366);

    private static final long MOST_BYTES = 24L << 20;

    /** @param version of the document, so that whatever is written anew is another */
    private record Key(
            BookingId booking,
            long version,
            long directory,
            Locale language,
            Person person,
            List<AttendeeAnswers.AttendeeAnswer> answers,
            String kept) {}

    private final ReadingBookings bookings;
    private final ObjectProvider<AttendeeAnswers> answers;
    private final EventRendering.Factory rendering;
    private final WrittenObjects objects = new WrittenObjects();
    private final Clock clock;
    private final Cache<Key, List<CalendarObject>> written;

    OwnObjects(
            ReadingBookings bookings,
            ObjectProvider<AttendeeAnswers> answers,
            EventRendering.Factory rendering,
            NamedCaches named,
            Clock clock) {
        this.bookings = bookings;
        this.answers = answers;
        this.rendering = rendering;
        this.clock = clock;
        this.written = named.make(
                "caldav-objects",
                Caffeine.newBuilder()
                        .maximumWeight(MOST_BYTES)
                        .weigher((Key key, List<CalendarObject> value) ->
                                value.stream().mapToInt(CalendarObject::weight).sum()));
    }

    List<CalendarObject> of(DavViewer viewer) {
        List<Booking> own = bookings
                .madeBy(viewer.person().id(), clock.instant().minus(BACK))
                .stream()
                .filter(booking -> booking.occupying().findAny().isPresent())
                .toList();
        Map<BookingId, List<AttendeeAnswers.AttendeeAnswer>> answered = answered(own);
        return own.stream()
                .flatMap(booking -> written(viewer, booking, answered.getOrDefault(booking.id(), List.of())).stream())
                .toList();
    }

    private Map<BookingId, List<AttendeeAnswers.AttendeeAnswer>> answered(List<Booking> own) {
        List<Booking> inviting = own.stream()
                .filter(booking -> !booking.content().attendees().isEmpty())
                .toList();
        return inviting.isEmpty()
                ? Map.of()
                : answers.stream().findFirst().map(knows -> knows.of(inviting)).orElseGet(Map::of);
    }

    private List<CalendarObject> written(
            DavViewer viewer, Booking booking, List<AttendeeAnswers.AttendeeAnswer> answered) {
        Key key = new Key(
                booking.id(),
                booking.version(),
                viewer.directory().version(),
                viewer.language(),
                viewer.person(),
                answered,
                "");
        return Objects.requireNonNull(written.get(key, none -> write(viewer, booking, answered)));
    }

    private List<CalendarObject> write(
            DavViewer viewer, Booking booking, List<AttendeeAnswers.AttendeeAnswer> answered) {
        List<Occurrence> shown = booking.occupying().toList();
        WrittenBooking whole = rendering
                .by(viewer.directory())
                .of(new WrittenDate(
                        booking,
                        shown,
                        Disclosure.EVERYTHING,
                        Set.of(),
                        viewer.language(),
                        joining(viewer, booking),
                        AnswerLines.NONE));
        List<EventBlock> blocks = EventBlock.of(new String(whole.bytes(), StandardCharsets.UTF_8));
        return objects.of(booking, shown, whole, AnsweredBlocks.of(blocks, booking, answered));
    }

    private static Optional<Joining> joining(DavViewer viewer, Booking booking) {
        return new BookingAccess(viewer.person(), booking, viewer.directory()).mayJoin()
                ? Optional.of(Joining.person(viewer.person().email()))
                : Optional.empty();
    }
}

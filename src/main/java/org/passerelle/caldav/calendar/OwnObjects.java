package org.passerelle.caldav.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.caldav.home.CalendarHome;
import org.passerelle.caldav.home.CalendarHomes;
import org.passerelle.caldav.home.LaidObject;
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
    private final CalendarHomes homes;
    private final DraftObjects drafts;
    private final WrittenObjects objects = new WrittenObjects();
    private final Clock clock;
    private final Cache<Key, List<CalendarObject>> written;

    OwnObjects(
            ReadingBookings bookings,
            ObjectProvider<AttendeeAnswers> answers,
            EventRendering.Factory rendering,
            CalendarHomes homes,
            DraftObjects drafts,
            NamedCaches named,
            Clock clock) {
        this.bookings = bookings;
        this.answers = answers;
        this.rendering = rendering;
        this.homes = homes;
        this.drafts = drafts;
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
        CalendarHome home = homes.of(viewer.person().id());
        Stream<CalendarObject> booked = own.stream()
                .flatMap(
                        booking -> written(
                                viewer,
                                booking,
                                answered.getOrDefault(booking.id(), List.of()),
                                home.objectOf(booking.id()))
                                .stream());
        return Stream.concat(booked, home.drafts().flatMap(draft -> drafts.of(viewer, draft).stream()))
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
            DavViewer viewer,
            Booking booking,
            List<AttendeeAnswers.AttendeeAnswer> answered,
            Optional<LaidObject> laid) {
        Key key = new Key(
                booking.id(),
                booking.version(),
                viewer.directory().version(),
                viewer.language(),
                viewer.person(),
                answered,
                laid.map(each -> each.name() + " " + each.text()).orElse(""));
        return Objects.requireNonNull(written.get(key, none -> write(viewer, booking, answered, laid)));
    }

    private List<CalendarObject> write(
            DavViewer viewer,
            Booking booking,
            List<AttendeeAnswers.AttendeeAnswer> answered,
            Optional<LaidObject> laid) {
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
        List<EventBlock> blocks =
                AnsweredBlocks.of(EventBlock.of(new String(whole.bytes(), StandardCharsets.UTF_8)), booking, answered);
        Optional<LaidEvents> kept =
                laid.flatMap(each -> homes.text(each.text())).flatMap(text -> LaidEvents.read(text, viewer.zone()));
        String uid = laid.map(LaidObject::uid).orElse(booking.uid().value());
        List<CalendarObject> all = new ArrayList<>();
        for (CalendarObject object : objects.of(booking, shown, whole, blocks)) {
            boolean isWhole = object.uid().equals(booking.uid().value());
            all.add(isWhole ? whole(viewer, object, uid, laid, kept) : object);
        }
        return all;
    }

    /** The object that programs lay there and change, in the words of the program that laid it. */
    private CalendarObject whole(
            DavViewer viewer, CalendarObject object, String uid, Optional<LaidObject> laid, Optional<LaidEvents> kept) {
        CalendarObject told = kept.isPresent()
                ? objects.with(
                        object,
                        KeptLines.in(
                                EventBlock.of(object.text()),
                                kept.get(),
                                object.zone(),
                                uid,
                                viewer.person().email().value().toLowerCase(Locale.ROOT)))
                : object;
        String name = laid.map(LaidObject::name).orElse(object.name());
        return told.named(name, uid, Optional.of(ObjectText.scheduleTag(told.text())));
    }

    private static Optional<Joining> joining(DavViewer viewer, Booking booking) {
        return new BookingAccess(viewer.person(), booking, viewer.directory()).mayJoin()
                ? Optional.of(Joining.person(viewer.person().email()))
                : Optional.empty();
    }
}

package org.passerelle.web.due;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.jobs.DueOverview;
import org.passerelle.jobs.DueOverview.DueLine;
import org.passerelle.jobs.DueOverview.DueState;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.passerelle.web.ReaderZone;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is due, done and failed, of bookings that whoever looks may run; for everybody else there is no such page. */
@Controller
class DuePage {

    /** Looked at for each list, and shown of it. */
    private static final int MOST_LOOKED_AT = 500;

    private static final int MOST = 50;

    private final DueOverview overview;
    private final ReadingBookings reading;
    private final Directories directories;
    private final MessageSource messages;
    private final RetentionLines retention;

    DuePage(
            DueOverview overview,
            ReadingBookings reading,
            Directories directories,
            MessageSource messages,
            RetentionLines retention) {
        this.overview = overview;
        this.reading = reading;
        this.directories = directories;
        this.messages = messages;
        this.retention = retention;
    }

    /**
     * One action.
     *
     * @param title of the booking; empty if the reader may not know it
     * @param at when it is due, or was
     * @param changed when it came to this
     */
    record ActionLine(String kind, String booking, Optional<String> title, String at, String changed, int tries) {}

    /**
     * All in one state, as far as they are shown.
     *
     * @param isCut whether there are more, or may be
     */
    record ActionList(DueState state, List<ActionLine> lines, boolean isCut) {}

    @Metered
    @GetMapping("/due")
    String show(@CurrentPerson Person person, Locale locale, Model model) {
        if (person.role() != Role.SITE_MANAGER && !person.administersTheNetwork()) {
            throw new NoSuchPage("list of what is due");
        }
        model.addAttribute(
                "lists",
                List.of(DueState.FAILED, DueState.DUE, DueState.DROPPED, DueState.DONE).stream()
                        .map(state -> list(state, person, locale))
                        .toList());
        model.addAttribute("retention", retention.of(ReaderZone.of(person, directories.current()), locale));
        return "due";
    }

    private ActionList list(DueState state, Person person, Locale locale) {
        Directory directory = directories.current();
        ZoneId zone = ReaderZone.of(person, directory);
        List<DueLine> all = overview.lines(state, MOST_LOOKED_AT);
        Map<BookingId, Booking> bookings = new HashMap<>();
        reading.inDocuments(all.stream().map(line -> line.booking().root()).collect(Collectors.toSet()))
                .forEach(booking -> bookings.put(booking.id(), booking));
        List<Told> told = all.stream()
                .flatMap(line -> Optional.ofNullable(bookings.get(line.booking()))
                        .map(booking -> new Told(line, new BookingAccess(person, booking, directory)))
                        .stream())
                .filter(each -> each.access().mayRun())
                .limit(MOST + 1L)
                .toList();
        return new ActionList(
                state,
                told.stream().limit(MOST).map(each -> line(each, zone, locale)).toList(),
                told.size() > MOST || all.size() >= MOST_LOOKED_AT);
    }

    private record Told(DueLine line, BookingAccess access) {}

    private ActionLine line(Told told, ZoneId zone, Locale locale) {
        DueLine line = told.line();
        boolean reads = told.access().mayRead(BookingPart.CONTENT);
        return new ActionLine(
                named(line.kind(), locale),
                line.booking().value(),
                reads ? Optional.of(told.access().booking().content().title()) : Optional.empty(),
                words(line.at(), zone, locale),
                words(line.changed(), zone, locale),
                line.tries());
    }

    private static String words(Instant moment, ZoneId zone, Locale locale) {
        return PageWords.moment(moment, zone, locale);
    }

    /** A kind of which nobody has written a name is shown as it is called. */
    private String named(String kind, Locale locale) {
        return String.valueOf(messages.getMessage("due.kind." + kind, null, kind, locale));
    }
}

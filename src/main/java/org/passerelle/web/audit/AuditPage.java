package org.passerelle.web.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.audit.AuditCsv;
import org.passerelle.booking.audit.AuditEntry;
import org.passerelle.booking.audit.AuditFilter;
import org.passerelle.booking.audit.AuditTrail;
import org.passerelle.booking.audit.AuditTrail.AuditPart;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.directory.Directories;
import org.passerelle.platform.work.CorrelationId.Door;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.ReaderZone;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The record for managers and administrators, and the history of one booking for whoever may know its course. */
@Controller
class AuditPage {

    private static final int MOST = 50;

    /** Lines of one table; narrower filters lead to the others. */
    private static final int MOST_IN_A_TABLE = 5_000;

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final AuditTrail trail;
    private final AuditLines lines;
    private final ReadingBookings reading;
    private final Accounts accounts;
    private final Directories directories;

    AuditPage(AuditTrail trail, AuditLines lines, ReadingBookings reading, Accounts accounts, Directories directories) {
        this.trail = trail;
        this.lines = lines;
        this.reading = reading;
        this.accounts = accounts;
        this.directories = directories;
    }

    /** Which lines, as the form says it: empty fields exclude none. Days include both ends, on the clock of the reader. */
    record AuditForm(String from, String to, String actor, String booking, String door) {

        AuditForm {
            from = orEmpty(from);
            to = orEmpty(to);
            actor = orEmpty(actor);
            booking = orEmpty(booking);
            door = orEmpty(door);
        }

        /** Spring gives null for what was not sent. */
        private static String orEmpty(@Nullable String value) {
            return value == null ? "" : value.strip();
        }

        boolean isReadable() {
            return isEmptyOr(from, WrittenTimes::date)
                    && isEmptyOr(to, WrittenTimes::date)
                    && isEmptyOr(actor, EmailAddress::new)
                    && isEmptyOr(booking, BookingId::new)
                    && isEmptyOr(door, Door::valueOf);
        }

        private static <T> boolean isEmptyOr(String text, Function<String, T> parse) {
            return text.isEmpty() || parsed(text, parse).isPresent();
        }

        private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
            try {
                return text.isEmpty() ? Optional.empty() : Optional.of(parse.apply(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        AuditFilter filter(ZoneId zone, Accounts accounts) {
            Optional<Instant> since = parsed(from, WrittenTimes::date).map(day -> start(day, zone));
            Optional<Instant> until = parsed(to, WrittenTimes::date).map(day -> start(day.plusDays(1), zone));
            return new AuditFilter(
                    since,
                    until,
                    parsed(actor, EmailAddress::new).map(accounts::idOf),
                    parsed(booking, BookingId::new),
                    parsed(door, Door::valueOf));
        }

        private static Instant start(LocalDate day, ZoneId zone) {
            return day.atStartOfDay(zone).toInstant();
        }
    }

    /** @param before the position before which to begin */
    @Metered
    @GetMapping("/audit")
    String show(
            @CurrentPerson Person person,
            @ModelAttribute("form") AuditForm form,
            @RequestParam(defaultValue = "") String before,
            Locale locale,
            Model model) {
        requireManager(person);
        model.addAttribute("doors", Door.values());
        model.addAttribute("mostInATable", MOST_IN_A_TABLE);
        model.addAttribute("readable", form.isReadable());
        AuditPart part = form.isReadable()
                ? trail.read(person, filter(form, person), position(before), MOST)
                : new AuditPart(List.of(), OptionalLong.empty());
        model.addAttribute("lines", lines.of(part.entries(), person, locale));
        model.addAttribute("older", older(part));
        return "audit";
    }

    /** What the page shows, and what follows, as a table; its name says so where it does not hold all. */
    @Metered
    @GetMapping("/audit/export")
    ResponseEntity<String> export(@CurrentPerson Person person, @ModelAttribute("form") AuditForm form) {
        requireManager(person);
        if (!form.isReadable()) {
            throw new NoSuchPage("record of what cannot be read");
        }
        AuditFilter filter = filter(form, person);
        List<AuditEntry> entries = new ArrayList<>();
        OptionalLong next = OptionalLong.of(Long.MAX_VALUE);
        while (next.isPresent() && entries.size() < MOST_IN_A_TABLE) {
            AuditPart part = trail.read(person, filter, next.getAsLong(), MOST_IN_A_TABLE - entries.size());
            entries.addAll(part.entries());
            next = part.next();
        }
        String name = next.isPresent() ? "passerelle-audit-newest-" + entries.size() : "passerelle-audit";
        ContentDisposition file =
                ContentDisposition.attachment().filename(name + ".csv").build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(AuditCsv.of(entries, accounts));
    }

    /** All that happened to one booking. */
    @Metered
    @GetMapping("/bookings/{id}/history")
    String history(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String before,
            Locale locale,
            Model model) {
        Booking booking = BookingId.parse(id)
                .flatMap(reading::find)
                .filter(each -> mayKnow(person, each))
                .orElseThrow(() -> new NoSuchPage("history of booking " + id));
        AuditFilter filter = new AuditFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(booking.id()), Optional.empty());
        AuditPart part = trail.read(person, filter, position(before), MOST);
        model.addAttribute("booking", booking.id().value());
        model.addAttribute("lines", lines.of(part.entries(), person, locale));
        model.addAttribute("older", older(part));
        return "history";
    }

    private boolean mayKnow(Person person, Booking booking) {
        return new BookingAccess(person, booking, directories.current()).mayRead(BookingPart.COURSE);
    }

    private AuditFilter filter(AuditForm form, Person person) {
        return form.filter(ReaderZone.of(person, directories.current()), accounts);
    }

    private static String older(AuditPart part) {
        return part.next().isPresent() ? Long.toString(part.next().getAsLong()) : "";
    }

    private static long position(String before) {
        return AuditForm.parsed(before, Long::valueOf).orElse(Long.MAX_VALUE);
    }

    private static void requireManager(Person person) {
        if (person.role() != Role.SITE_MANAGER && !person.administersTheNetwork()) {
            throw new NoSuchPage("record");
        }
    }
}

package org.passerelle.web.bookings;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.ChangingOneDate;
import org.passerelle.booking.HoldingRooms;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.calendar.write.BookingCalendar;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.passerelle.web.book.OrderDesk;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One booking: what, when and where, its calendar file, confirming it, and calling it or one of its dates off. */
@Controller
class BookingPage {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final ReadingBookings reading;
    private final CancellingBookings cancelling;
    private final ChangingOneDate changing;
    private final HoldingRooms holding;
    private final BookingSheets sheets;
    private final AttendanceLines attendance;
    private final InvitedLines invited;
    private final ProposalLines proposals;
    private final RequestLines requests;
    private final CancellationLines cancellations;
    private final MoveLines moves;
    private final OverrideLines overrides;
    private final BookingCalendar calendar;
    private final Accounts accounts;
    private final ReasonTexts texts;
    private final PageWords words;

    BookingPage(
            ReadingBookings reading,
            CancellingBookings cancelling,
            ChangingOneDate changing,
            HoldingRooms holding,
            BookingSheets sheets,
            AttendanceLines attendance,
            InvitedLines invited,
            ProposalLines proposals,
            RequestLines requests,
            CancellationLines cancellations,
            MoveLines moves,
            OverrideLines overrides,
            BookingCalendar calendar,
            Accounts accounts,
            ReasonTexts texts,
            PageWords words) {
        this.reading = reading;
        this.cancelling = cancelling;
        this.changing = changing;
        this.holding = holding;
        this.sheets = sheets;
        this.attendance = attendance;
        this.invited = invited;
        this.proposals = proposals;
        this.requests = requests;
        this.cancellations = cancellations;
        this.moves = moves;
        this.overrides = overrides;
        this.calendar = calendar;
        this.accounts = accounts;
        this.texts = texts;
        this.words = words;
    }

    @GetMapping("/bookings/{id}")
    String show(@CurrentPerson Person person, @PathVariable String id, Locale locale, Model model) {
        Booking booking = booking(id);
        BookingSheet sheet = sheets.of(booking, person, locale);
        model.addAttribute("sheet", sheet);
        attendance.of(booking, sheet.rights(), person).ifPresent(line -> model.addAttribute("attendance", line));
        model.addAttribute("invited", invited.of(booking, sheet.rights(), locale));
        model.addAttribute("proposals", proposals.of(booking, sheet.rights(), locale));
        model.addAttribute("skipped", sheets.skipped(booking, sheet.rights(), locale));
        model.addAttribute("layout", sheets.layout(booking, locale));
        model.addAttribute("services", sheets.services(booking));
        model.addAttribute("daySite", sheets.firstSite(booking));
        model.addAttribute("dayDate", booking.schedule().start().toLocalDate());
        model.addAttribute("requestedMoves", moves.of(booking, person, locale));
        model.addAttribute("overrides", overrides.of(booking, person, locale));
        cancellations.of(booking, person, locale).ifPresent(line -> model.addAttribute("cancellation", line));
        requests.decision(booking, person, locale).ifPresent(line -> model.addAttribute("decision", line));
        if (requests.mayDecide(booking, person)) {
            model.addAttribute("waiting", requests.of(booking, person, locale));
        }
        List<RequestLines.QuestionLine> talk = requests.talk(booking, person, locale);
        model.addAttribute("talk", talk);
        if (requests.mustAnswer(booking, person)) {
            model.addAttribute("question", talk.get(talk.size() - 1));
        }
        model.addAttribute("organiser", sheet.rights().mayRead() ? organiser(booking) : "");
        booking.owner()
                .bookedBy()
                .ifPresent(by ->
                        model.addAttribute("bookedBy", accounts.contact(by).shown()));
        return "booking";
    }

    private String organiser(Booking booking) {
        return accounts.contact(booking.owner().organiser()).shown();
    }

    @GetMapping("/bookings/{id}/calendar.ics")
    ResponseEntity<byte[]> calendar(@CurrentPerson Person person, @PathVariable String id, Locale locale) {
        ContentDisposition download =
                ContentDisposition.attachment().filename("passerelle.ics").build();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .body(calendar.write(booking(id), person, locale));
    }

    /** @param date the start that the rule gave the one date to call off; without it all of them */
    @PostMapping("/bookings/{id}/cancel")
    String cancel(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String date,
            Locale locale,
            RedirectAttributes next) {
        BookingId name = booking(id).id();
        BookingResult result = date == null
                ? cancelling.cancel(person, name, Optional.empty())
                : cancelling.cancelDate(person, name, instant(date), Optional.empty());
        return told(result, date == null ? "cancelled" : "date-cancelled", id, locale, next);
    }

    /**
     * Puts back a date that was called off, when and where it was to be.
     *
     * @param date the start that the rule gave it
     */
    @Metered
    @PostMapping("/bookings/{id}/put-back")
    String putBack(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam String date,
            Locale locale,
            RedirectAttributes next) {
        Booking booking = booking(id);
        Instant name = instant(date);
        Occurrence calledOff =
                booking.occurrenceOrLeftOut(name).orElseThrow(() -> new NoSuchPage("date " + date + " of " + id));
        OccurrenceEdit asItWas =
                new OccurrenceEdit(Optional.of(calledOff.time().start()), Optional.empty(), Optional.empty());
        BookingResult result = changing.change(person, booking.id(), name, Optional.empty(), asItWas);
        if (result instanceof BookingResult.Occupied) {
            next.addFlashAttribute("refused", List.of(words.text("booking.put-back.taken", locale)));
            return "redirect:/bookings/" + id;
        }
        return told(result, "put-back", id, locale, next);
    }

    /**
     * Does without what was asked for in the place of a date, which stays as it is.
     *
     * @param date the start that the rule gave it
     */
    @PostMapping("/bookings/{id}/withdraw")
    String withdraw(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam String date,
            Locale locale,
            RedirectAttributes next) {
        BookingResult result = changing.withdraw(person, booking(id).id(), instant(date));
        return told(result, "withdrawn", id, locale, next);
    }

    /** Makes a booking of a hold. */
    @PostMapping("/bookings/{id}/confirm")
    String confirm(@CurrentPerson Person person, @PathVariable String id, Locale locale, RedirectAttributes next) {
        BookingResult result = holding.confirm(person, booking(id).id(), Optional.empty());
        return told(result, "confirmed", id, locale, next);
    }

    private String told(BookingResult result, String done, String id, Locale locale, RedirectAttributes next) {
        if (result instanceof BookingResult.Refused refused) {
            List<String> reasons = refused.reasons().stream()
                    .map(reason -> texts.of(reason, locale))
                    .toList();
            next.addFlashAttribute("refused", reasons);
        } else {
            next.addFlashAttribute(
                    "done", result instanceof BookingResult.Done made ? OrderDesk.done(made.booking(), done) : done);
        }
        return "redirect:/bookings/" + id;
    }

    private Booking booking(String id) {
        return BookingId.parse(id).flatMap(reading::find).orElseThrow(() -> new NoSuchPage("booking " + id));
    }

    private static Instant instant(String date) {
        try {
            return WrittenTimes.instant(date);
        } catch (IllegalArgumentException e) {
            throw new NoSuchPage("date " + date);
        }
    }
}

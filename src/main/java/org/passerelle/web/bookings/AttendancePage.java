package org.passerelle.web.bookings;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.Attendance;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.model.BookingId;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** On the page of a booking: that people have come, that they have left, that they stay. */
@Controller
class AttendancePage {

    private final Attendance attendance;
    private final ReasonTexts texts;
    private final PageWords words;

    AttendancePage(Attendance attendance, ReasonTexts texts, PageWords words) {
        this.attendance = attendance;
        this.texts = texts;
        this.words = words;
    }

    /** @param date the start that the rule gave it */
    @PostMapping("/bookings/{id}/check-in")
    String checkIn(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String date,
            Locale locale,
            RedirectAttributes next) {
        return told(attendance.checkIn(person, id(id), Optional.of(instant(date))), "checked-in", id, locale, next);
    }

    /** @param date the start that the rule gave it */
    @PostMapping("/bookings/{id}/end")
    String end(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String date,
            Locale locale,
            RedirectAttributes next) {
        return told(attendance.end(person, id(id), Optional.of(instant(date))), "ended", id, locale, next);
    }

    /**
     * @param date the start that the rule gave it
     * @param until when it is to end, one of the times that the page offered
     */
    @Metered
    @PostMapping("/bookings/{id}/extend")
    String extend(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String until,
            Locale locale,
            RedirectAttributes next) {
        Instant end = WrittenTimes.ifReadable(until, WrittenTimes::instant)
                .orElseThrow(() -> new NoSuchPage("moment " + until));
        BookingResult result = attendance.extend(person, id(id), Optional.of(instant(date)), end);
        return told(result, "extended", id, locale, next);
    }

    private String told(BookingResult result, String done, String id, Locale locale, RedirectAttributes next) {
        if (result instanceof BookingResult.Refused refused) {
            next.addFlashAttribute(
                    "refused",
                    refused.reasons().stream()
                            .map(reason -> texts.of(reason, locale))
                            .toList());
        } else if (result instanceof BookingResult.Done) {
            next.addFlashAttribute("done", done);
        } else {
            next.addFlashAttribute("refused", List.of(words.text("attendance.taken", locale)));
        }
        return "redirect:/bookings/" + id;
    }

    private static BookingId id(String name) {
        return BookingId.parse(name).orElseThrow(() -> new NoSuchPage("booking " + name));
    }

    private static Instant instant(String text) {
        try {
            return WrittenTimes.instant(text);
        } catch (IllegalArgumentException e) {
            throw new NoSuchPage("moment " + text);
        }
    }
}

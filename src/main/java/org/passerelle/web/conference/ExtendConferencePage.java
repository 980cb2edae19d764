package org.passerelle.web.conference;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.BookingId;
import org.passerelle.conference.Endings;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.conference.ConferenceDates.DateStanding;
import org.passerelle.web.conference.ending.EndingNotice;
import org.passerelle.web.conference.ending.EndingNotices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One press on the page of a conference by which it lasts longer, for whoever may change its booking. */
@Controller
class ExtendConferencePage {

    private final ReadingBookings reading;
    private final ConferenceDates dates;
    private final Endings endings;
    private final EndingNotices notices;

    ExtendConferencePage(ReadingBookings reading, ConferenceDates dates, Endings endings, EndingNotices notices) {
        this.reading = reading;
        this.dates = dates;
        this.endings = endings;
        this.notices = notices;
    }

    /**
     * @param end which the presser saw, so that pressing twice lengthens once
     * @param date of a series that the presser looks at
     */
    @PostMapping("/bookings/{id}/conference/longer")
    String lengthen(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String end,
            @RequestParam(defaultValue = "") String date,
            Locale locale,
            RedirectAttributes next) {
        VideoMeeting meeting = meeting(id, date).orElseThrow(() -> new NoSuchPage("conference of that booking"));
        Instant seen = EndingNotice.seen(end).orElseThrow(() -> new NoSuchPage("moment of that form"));
        List<String> refusal = notices.refusal(endings.lengthen(person, meeting, seen), meeting, locale);
        if (refusal.isEmpty()) {
            next.addFlashAttribute("done", "longer");
        } else {
            next.addFlashAttribute("refusal", refusal);
        }
        return ConferencePage.redirect(id, date, next);
    }

    private Optional<VideoMeeting> meeting(String id, String date) {
        return BookingId.parse(id)
                .flatMap(reading::find)
                .flatMap(booking -> dates.of(booking, date)
                        .filter(meeting -> dates.standing(booking, Optional.of(meeting)) == DateStanding.OPEN));
    }
}

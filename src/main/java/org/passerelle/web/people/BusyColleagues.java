package org.passerelle.web.people;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.order.SubjectText.InviteeText;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Which of the colleagues whom somebody invites have a meeting of their own at that time, as far as it is booked here; not what for. */
@Component
public class BusyColleagues {

    /** For each of them the store is asked. */
    private static final int MOST_ASKED_ABOUT = 12;

    private final KnownPeople known;
    private final ReadingBookings reading;
    private final PageWords words;

    BusyColleagues(KnownPeople known, ReadingBookings reading, PageWords words) {
        this.known = known;
        this.reading = reading;
        this.words = words;
    }

    /** A sentence about each who is busy. */
    public List<String> lines(Person person, List<InviteeText> invited, Interval time, ZoneId zone, Locale locale) {
        return known.colleagues(person, invited).stream()
                .limit(MOST_ASKED_ABOUT)
                .flatMap(each -> busy(each, time).stream()
                        .map(meeting -> words.text("people.busy", locale, each.name(), PageWords.times(meeting, zone))))
                .toList();
    }

    private Optional<Interval> busy(Person colleague, Interval time) {
        return reading.madeBy(colleague.id(), time.start()).stream()
                .flatMap(Booking::occupying)
                .map(Occurrence::time)
                .filter(time::overlaps)
                .findFirst();
    }
}

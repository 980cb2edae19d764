package org.passerelle.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.calendar.write.AttendeeAnswers;
import org.passerelle.invitation.pending.AttendeeStanding;
import org.passerelle.invitation.pending.AttendeeStandings;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.Invitee;
import org.passerelle.invitation.pending.Snapshot;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Who of the invited comes, for the calendars of those who invite. An answer to another time than the present is none. */
@Component
class AnswersForCalendars implements AttendeeAnswers {

    /** Documents with all that was mailed may be large. */
    private static final int AT_ONCE = 200;

    private final Deliveries deliveries;
    private final Clock clock;

    AnswersForCalendars(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public Map<BookingId, List<AttendeeAnswer>> of(Collection<Booking> bookings) {
        List<Booking> inviting = bookings.stream()
                .filter(booking -> !booking.content().attendees().isEmpty())
                .toList();
        Map<BookingId, List<AttendeeAnswer>> found = new HashMap<>();
        for (int from = 0; from < inviting.size(); from += AT_ONCE) {
            List<Booking> some = inviting.subList(from, Math.min(inviting.size(), from + AT_ONCE));
            Map<BookingId, Delivery> known =
                    deliveries.of(some.stream().map(Booking::id).toList());
            some.forEach(booking ->
                    found.put(booking.id(), answers(booking, known.getOrDefault(booking.id(), Delivery.NONE))));
        }
        return found;
    }

    private List<AttendeeAnswer> answers(Booking booking, Delivery delivery) {
        Snapshot edition = Snapshot.of(booking);
        AttendeeStandings standings = new AttendeeStandings(delivery, edition, clock.instant());
        Map<Instant, Interval> times = edition.times();
        List<AttendeeAnswer> answers = new ArrayList<>();
        for (Attendee attendee : booking.content().attendees()) {
            Invitee invitee = delivery.of(attendee.email());
            String name = attendee.name().isBlank() ? attendee.email().value() : attendee.name();
            AttendeeStanding standing = standings.of(attendee.email());
            answers.add(new AttendeeAnswer(
                    name, standing.whole(), Optional.empty(), invitee.answer().map(given -> given.at())));
            standing.dates()
                    .forEach((date, each) -> answers.add(new AttendeeAnswer(
                            name,
                            each,
                            Optional.of(Objects.requireNonNull(times.get(date)).start()),
                            Optional.ofNullable(invitee.dateAnswers().get(date)).map(given -> given.at()))));
        }
        return answers;
    }
}

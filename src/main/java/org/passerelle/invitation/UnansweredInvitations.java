package org.passerelle.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.calendar.PartStat;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.mail.MailTokens;
import org.passerelle.mail.MailTokens.Use;
import org.springframework.stereotype.Component;

/** What somebody is invited to, under the address of their account, and has not answered. */
@Component
public class UnansweredInvitations {

    private final ReadingBookings reading;
    private final Invitations invitations;
    private final Chairs chairs;
    private final MailTokens tokens;
    private final Clock clock;

    UnansweredInvitations(
            ReadingBookings reading, Invitations invitations, Chairs chairs, MailTokens tokens, Clock clock) {
        this.reading = reading;
        this.invitations = invitations;
        this.chairs = chairs;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * @param next its first date that has yet to begin
     * @param from whoever invites, as people read it
     * @param path of the page on which it is answered: the same as the link in the mail
     */
    public record Unanswered(Booking booking, Occurrence next, String from, String path) {}

    /** What has yet to begin, the soonest first. A series waits for an answer to the whole of it. */
    public List<Unanswered> of(Person person) {
        Instant now = clock.instant();
        List<Booking> inviting = reading.inviting(person.email(), now).stream()
                .filter(booking -> booking.state() == BookingState.CONFIRMED)
                .filter(booking -> !booking.owner().organiser().equals(person.id()))
                .toList();
        Map<BookingId, Delivery> deliveries = invitations.of(inviting);
        return inviting.stream()
                .filter(booking -> invitations
                                .standings(booking, deliveries.getOrDefault(booking.id(), Delivery.NONE))
                                .of(person.email())
                                .whole()
                        == PartStat.NEEDS_ACTION)
                .flatMap(booking -> unanswered(booking, person, now))
                .sorted(Comparator.comparing(each -> each.next().time().start()))
                .toList();
    }

    private Stream<Unanswered> unanswered(Booking booking, Person person, Instant now) {
        return booking
                .occupying()
                .filter(date -> date.time().start().isAfter(now))
                .min(Occurrence.BY_START)
                .map(next -> new Unanswered(
                        booking,
                        next,
                        chairs.of(booking).name(),
                        "/answer/" + tokens.of(Use.ANSWER, booking.id(), person.email())))
                .stream();
    }
}

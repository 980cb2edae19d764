package org.passerelle.invitation;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.calendar.PartStat;
import org.passerelle.invitation.Answers.AnswerResult;
import org.passerelle.invitation.OpenedInvitation.InvitationState;
import org.passerelle.invitation.pending.AttendeeStanding;
import org.passerelle.invitation.pending.AttendeeStandings;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.PendingMessages;
import org.passerelle.invitation.pending.Snapshot;
import org.passerelle.invitation.text.MessageWriter;
import org.passerelle.invitation.text.Occasion;
import org.passerelle.invitation.text.Reader;
import org.passerelle.mail.MailTokens;
import org.passerelle.mail.MailTokens.Use;
import org.passerelle.mail.optout.OptOuts;
import org.springframework.stereotype.Component;

/** Who is invited, what became of their mail, what they answered; and the page that a mail's link opens. */
@Component
public class Invitations {

    private final ReadingBookings reading;
    private final Deliveries deliveries;
    private final Answers answers;
    private final MailTokens tokens;
    private final Chairs chairs;
    private final MessageWriter messages;
    private final Readers readers;
    private final OptOuts optOuts;
    private final Clock clock;

    Invitations(
            ReadingBookings reading,
            Deliveries deliveries,
            Answers answers,
            MailTokens tokens,
            Chairs chairs,
            MessageWriter messages,
            Readers readers,
            OptOuts optOuts,
            Clock clock) {
        this.reading = reading;
        this.deliveries = deliveries;
        this.answers = answers;
        this.tokens = tokens;
        this.chairs = chairs;
        this.messages = messages;
        this.readers = readers;
        this.optOuts = optOuts;
        this.clock = clock;
    }

    /** Mails and answers of those of {@code bookings} that invite somebody; who wants no mail is marked as such. */
    public Map<BookingId, Delivery> of(Collection<Booking> bookings) {
        List<BookingId> inviting = bookings.stream()
                .filter(booking -> !booking.content().attendees().isEmpty())
                .map(Booking::id)
                .toList();
        return inviting.isEmpty() ? Map.of() : withOptOuts(bookings, deliveries.of(inviting));
    }

    /** Who answers what to {@code booking} as it is now, given its mails and answers as {@link #of} finds them. */
    public AttendeeStandings standings(Booking booking, Delivery delivery) {
        return new AttendeeStandings(delivery, Snapshot.of(booking), clock.instant());
    }

    private Map<BookingId, Delivery> withOptOuts(Collection<Booking> bookings, Map<BookingId, Delivery> found) {
        Set<EmailAddress> unwilling = optOuts.among(bookings.stream()
                .flatMap(booking -> booking.content().attendees().stream())
                .map(Attendee::email)
                .collect(Collectors.toSet()));
        if (unwilling.isEmpty()) {
            return found;
        }
        Map<BookingId, Delivery> marked = new HashMap<>();
        bookings.stream().filter(booking -> found.containsKey(booking.id())).forEach(booking -> {
            Delivery delivery = found.getOrDefault(booking.id(), Delivery.NONE);
            Set<EmailAddress> here = booking.content().attendees().stream()
                    .map(Attendee::email)
                    .filter(unwilling::contains)
                    .collect(Collectors.toSet());
            marked.put(booking.id(), delivery.markUnwanted(here, clock.instant()));
        });
        return marked;
    }

    /**
     * What the link in somebody's mail opens, in the language of whoever looks; empty if it is none of ours.
     *
     * @param date the one date that the mail was about, by its recurrence id; of a single booking, and for the whole, none
     */
    public Optional<OpenedInvitation> open(String token, Optional<Instant> date, Locale locale) {
        return invited(token, date).map(invited -> opened(invited, locale));
    }

    /** Answers by that link; empty if it is none of ours. */
    public Optional<AnswerResult> answer(String token, Optional<Instant> date, PartStat standing) {
        return invited(token, date)
                .filter(invited -> state(invited) == InvitationState.OPEN)
                .map(invited -> answers.answer(invited.booking(), invited.whom(), invited.date(), standing));
    }

    private record Invited(Booking booking, Delivery delivery, EmailAddress whom, Optional<Instant> date) {}

    /** Whose link it is: of somebody who is invited, or was sent a mail once. */
    private Optional<Invited> invited(String token, Optional<Instant> date) {
        return tokens.booking(token).flatMap(reading::find).flatMap(booking -> {
            Delivery delivery = deliveries.of(List.of(booking.id())).getOrDefault(booking.id(), Delivery.NONE);
            Optional<Instant> asked = date.filter(each -> booking.schedule().recurs());
            return Stream.concat(
                            booking.content().attendees().stream().map(Attendee::email),
                            delivery.people().keySet().stream())
                    .filter(whom -> tokens.isFor(Use.ANSWER, booking.id(), whom, token))
                    .findFirst()
                    .map(whom -> new Invited(booking, delivery, whom, asked));
        });
    }

    private InvitationState state(Invited invited) {
        Booking booking = invited.booking();
        if (booking.isVoid()) {
            return InvitationState.CANCELLED;
        }
        if (booking.state() != BookingState.CONFIRMED || !Answers.isInvited(booking, invited.whom())) {
            return InvitationState.WITHDRAWN;
        }
        List<Occurrence> dates = booking.occupying()
                .filter(date -> invited.date().isEmpty() || invited.date().get().equals(date.recurrenceId()))
                .toList();
        if (dates.isEmpty() && invited.date().isPresent()) {
            return InvitationState.DATE_CANCELLED;
        }
        boolean isAhead = dates.stream().anyMatch(date -> date.time().end().isAfter(clock.instant()));
        return isAhead ? InvitationState.OPEN : InvitationState.OVER;
    }

    private OpenedInvitation opened(Invited invited, Locale locale) {
        Booking booking = invited.booking();
        InvitationState state = state(invited);
        Occasion.Chair chair = chairs.of(booking);
        AttendeeStanding given = standings(booking, invited.delivery()).of(invited.whom());
        PartStat standing = invited.date().map(given::on).orElse(given.whole());
        if (state != InvitationState.OPEN) {
            return new OpenedInvitation(state, standing, chair.name(), invited.date(), Optional.empty(), List.of());
        }
        // Whatever they were sent: the page shows the whole or the date as it is now, as a first invitation does.
        return PendingMessages.of(booking, Delivery.NONE, clock.instant()).stream()
                .filter(owed -> owed.whom().email().equals(invited.whom()))
                .findFirst()
                .map(owed -> invited.date().map(owed::about).orElse(owed))
                .map(owed -> new Occasion(booking, owed, chair, URI.create("/"), Optional.empty(), clock.instant()))
                .map(occasion ->
                        messages.write(occasion, new Reader(locale, readers.zone(invited.whom()), Optional.empty())))
                .map(message -> new OpenedInvitation(
                        state, standing, chair.name(), invited.date(), Optional.of(message.heading()), message.facts()))
                .orElseGet(() -> new OpenedInvitation(
                        InvitationState.OVER, standing, chair.name(), invited.date(), Optional.empty(), List.of()));
    }
}

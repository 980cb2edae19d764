package org.passerelle.web.bookings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.invitation.Invitations;
import org.passerelle.invitation.Mailing;
import org.passerelle.invitation.pending.AttendeeStanding;
import org.passerelle.invitation.pending.AttendeeStandings;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.Invitee;
import org.passerelle.invitation.pending.Snapshot;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Who is invited, what they answered, and for whoever runs the meeting whether their mail arrived. */
@Component
class InvitedLines {

    private static final int MOST_DATES = 10;

    private final Invitations invitations;

    InvitedLines(Invitations invitations) {
        this.invitations = invitations;
    }

    /**
     * One person.
     *
     * @param trouble with their mail, by the name of its state
     * @param said what was said about it
     * @param until when a mail that waits or is tried again leaves; else empty
     * @param isInvited false for who answered though nobody had asked
     */
    record InvitedLine(
            String name,
            String standing,
            List<DateAnswer> dates,
            Optional<String> trouble,
            String said,
            String until,
            boolean isInvited) {}

    /** What somebody answers to one date to come, where that is not what they answer to the whole. */
    record DateAnswer(String date, String standing) {}

    /** For whom lines are written, and about which state of the booking. */
    private record Reading(
            AttendeeStandings standings,
            Map<Instant, Interval> times,
            BookingSheet.Rights rights,
            ZoneId zone,
            Locale locale) {

        List<DateAnswer> dates(AttendeeStanding standing) {
            return standing.dates().entrySet().stream()
                    .flatMap(each -> Optional.ofNullable(times.get(each.getKey())).map(Interval::start).stream()
                            .map(start -> new DateAnswer(
                                    moment(start), each.getValue().name())))
                    .limit(MOST_DATES)
                    .toList();
        }

        String moment(Instant moment) {
            return PageWords.shortDay(moment.atZone(zone).toLocalDate(), locale) + ", " + PageWords.time(moment, zone);
        }
    }

    List<InvitedLine> of(Booking booking, BookingSheet.Rights rights, Locale locale) {
        if (!rights.mayRead()) {
            return List.of();
        }
        Map<BookingId, Delivery> found = invitations.of(List.of(booking));
        Delivery delivery = found.getOrDefault(booking.id(), Delivery.NONE);
        Reading reading = new Reading(
                invitations.standings(booking, delivery),
                Snapshot.of(booking).times(),
                rights,
                booking.schedule().zone(),
                locale);
        Stream<InvitedLine> invited = booking.content().attendees().stream()
                .map(attendee -> line(name(attendee), delivery.of(attendee.email()), reading, true));
        return Stream.concat(invited, rights.mayEdit() ? uninvited(booking, delivery, reading) : Stream.of())
                .toList();
    }

    private static Stream<InvitedLine> uninvited(Booking booking, Delivery delivery, Reading reading) {
        Set<EmailAddress> invited =
                booking.content().attendees().stream().map(Attendee::email).collect(Collectors.toSet());
        return delivery.people().values().stream()
                .filter(each -> each.sent().isEmpty() && each.answer().isPresent())
                .filter(each -> !invited.contains(each.email()))
                .map(each -> line(each.email().value(), each, reading, false))
                .sorted((one, other) -> one.name().compareTo(other.name()));
    }

    private static String name(Attendee attendee) {
        return attendee.name().isBlank() ? attendee.email().value() : attendee.name();
    }

    private static InvitedLine line(String name, Invitee invitee, Reading reading, boolean isInvited) {
        Mailing mailing = Mailing.of(invitee);
        boolean isTrouble =
                reading.rights().mayEdit() && isInvited && mailing != Mailing.SENT && mailing != Mailing.PENDING;
        AttendeeStanding standing = reading.standings().of(invitee.email());
        return new InvitedLine(
                name,
                standing.whole().name(),
                reading.dates(standing),
                isTrouble ? Optional.of(mailing.name()) : Optional.empty(),
                isTrouble ? Mailing.said(invitee) : "",
                Mailing.next(invitee).map(reading::moment).orElse(""),
                isInvited);
    }
}

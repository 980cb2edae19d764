package org.passerelle.invitation.pending;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.write.Invitation.Revision;

/**
 * Works out who is owed which mail, from what a booking says now and what each person was last sent. What has begun
 * concerns nobody's calendar any more: that a meeting ended early is told to nobody.
 */
public final class PendingMessages {

    private final Booking booking;
    private final Delivery delivery;
    private final Instant now;
    private final Map<Integer, Snapshot> editions = new HashMap<>();
    private final List<PendingMessage> owed = new ArrayList<>();

    private PendingMessages(Booking booking, Delivery delivery, Instant now) {
        this.booking = booking;
        this.delivery = delivery;
        this.now = now;
    }

    /** In the order of the attendees, then those who are no longer invited. Holds and requests owe nothing yet. */
    public static List<PendingMessage> of(Booking booking, Delivery delivery, Instant now) {
        if (booking.state() == BookingState.HELD || booking.state() == BookingState.REQUESTED) {
            return List.of();
        }
        PendingMessages dues = new PendingMessages(booking, delivery, now);
        List<Attendee> attendees =
                booking.isVoid() ? List.of() : booking.content().attendees();
        attendees.forEach(dues::consider);
        Set<EmailAddress> invited = attendees.stream().map(Attendee::email).collect(Collectors.toSet());
        delivery.people().values().stream()
                .filter(invitee -> !invited.contains(invitee.email()))
                .sorted((one, other) ->
                        one.email().value().compareTo(other.email().value()))
                .forEach(dues::withdraw);
        return List.copyOf(dues.owed);
    }

    /** Most people are told the same. */
    private Snapshot edition(EmailAddress whom) {
        return editions.computeIfAbsent(
                Snapshot.generation(booking, whom), generation -> Snapshot.of(booking, generation));
    }

    private void consider(Attendee attendee) {
        Snapshot edition = edition(attendee.email());
        Invitee invitee = delivery.of(attendee.email());
        invitee.proposal().filter(ProposedTime::isDeclined).ifPresent(proposal -> decline(attendee, proposal));
        Optional<Snapshot> known = invitee.isInvited() ? delivery.knownTo(invitee) : Optional.empty();
        if (known.isEmpty()) {
            if (edition.isAhead(now)) {
                add(attendee, ItipMethod.REQUEST, Optional.empty(), known);
            }
        } else {
            tellChanges(attendee, known.get());
            boolean isOwed = owed.stream()
                    .anyMatch(each -> each.whom().equals(attendee) && each.kind() != ItipMethod.DECLINECOUNTER);
            if (invitee.asked().isPresent() && !isOwed && edition.isAhead(now)) {
                add(attendee, ItipMethod.REQUEST, Optional.empty(), known);
            }
        }
    }

    private void tellChanges(Attendee attendee, Snapshot known) {
        Snapshot edition = edition(attendee.email());
        if (!known.text().equals(edition.text()) || !booking.schedule().recurs()) {
            boolean differs = !known.text().equals(edition.text())
                    || differing(known, edition).findAny().isPresent();
            if (differs && !isReleased() && (edition.isAhead(now) || known.isAhead(now))) {
                add(attendee, ItipMethod.REQUEST, Optional.empty(), Optional.of(known));
            }
            return;
        }
        List<Instant> differing = differing(known, edition).limit(2).toList();
        if (differing.isEmpty()) {
            return;
        }
        Instant first = differing.get(0);
        boolean isAlone = differing.size() == 1 && known.date(first).isPresent();
        ItipMethod kind = isAlone && edition.date(first).isEmpty() ? ItipMethod.CANCEL : ItipMethod.REQUEST;
        add(attendee, kind, isAlone ? Optional.of(first) : Optional.empty(), Optional.of(known));
    }

    /** Dates that are told otherwise now, or no longer, or for the first time, and had not begun. */
    private Stream<Instant> differing(Snapshot known, Snapshot edition) {
        return Stream.concat(known.dates().stream(), edition.dates().stream())
                .filter(date -> date.beginsAfter(now) || isCalledOff(date))
                .map(OccurrenceSnapshot::recurrenceId)
                .distinct()
                .filter(date -> !known.date(date).equals(edition.date(date)));
    }

    /** Whether a date that is under way is called off; that it ended early or that nobody came is told to nobody. */
    private boolean isCalledOff(OccurrenceSnapshot date) {
        return date.endsAfter(now)
                && booking.occurrence(date.recurrenceId())
                        .filter(each -> each.state() == OccurrenceState.CANCELLED)
                        .isPresent();
    }

    /** Whether nobody came to the one meeting there was, so that its room was given back. */
    private boolean isReleased() {
        return !booking.occurrences().isEmpty()
                && booking.occurrences().stream().allMatch(date -> date.state() == OccurrenceState.RELEASED);
    }

    private void withdraw(Invitee invitee) {
        Optional<Snapshot> known = delivery.knownTo(invitee);
        if (invitee.isInvited() && known.filter(each -> each.isAhead(now)).isPresent()) {
            add(new Attendee(invitee.email(), ""), ItipMethod.CANCEL, Optional.empty(), known);
        }
    }

    /** Says so under the sequence that they proposed under (RFC 5546 section 3.2.8). */
    private void decline(Attendee whom, ProposedTime proposal) {
        Snapshot edition = edition(whom.email());
        String key = Snapshot.digest(String.join(
                "\u0000",
                booking.id().value(),
                whom.email().value(),
                ItipMethod.DECLINECOUNTER.name(),
                proposal.stamp().toString()));
        Instant stamp = delivery.of(whom.email())
                .sent()
                .map(sent -> sent.stamp().plusSeconds(1))
                .orElse(booking.status().changed().truncatedTo(ChronoUnit.SECONDS));
        Revision revision = new Revision(proposal.sequence(), stamp);
        owed.add(new PendingMessage(
                whom, ItipMethod.DECLINECOUNTER, proposal.date(), edition, Optional.of(edition), revision, key));
    }

    private void add(Attendee whom, ItipMethod kind, Optional<Instant> only, Optional<Snapshot> before) {
        Snapshot edition = edition(whom.email());
        Optional<LastSent> last = delivery.of(whom.email()).sent();
        String key = Snapshot.digest(String.join(
                "\u0000",
                booking.id().value(),
                whom.email().value(),
                kind.name(),
                only.toString(),
                edition.digest(),
                last.map(LastSent::stamp).toString()));
        boolean isStep = kind == ItipMethod.CANCEL
                || last.filter(sent -> !sent.isInvited()).isPresent()
                || before.filter(known -> !known.times().equals(edition.times()))
                        .isPresent();
        owed.add(new PendingMessage(whom, kind, only, edition, before, revision(isStep, last), key));
    }

    /**
     * Above whatever they were sent before, by stamp.
     *
     * @param isStep whether also by sequence: for another time, a withdrawal, and an invitation after one
     */
    private Revision revision(boolean isStep, Optional<LastSent> last) {
        int least = last.map(sent -> sent.sequence() + (isStep ? 1 : 0)).orElse(0);
        Instant changed = booking.status().changed().truncatedTo(ChronoUnit.SECONDS);
        Instant stamp = last.map(sent -> sent.stamp().plusSeconds(1))
                .filter(after -> after.isAfter(changed))
                .orElse(changed);
        return new Revision(Math.max(booking.status().sequence(), least), stamp);
    }
}

package org.passerelle.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.directory.Directories;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.DeliveryProblem;
import org.passerelle.invitation.pending.DeliveryProblem.Stage;
import org.passerelle.invitation.pending.PendingMessage;
import org.passerelle.invitation.pending.PendingMessages;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.passerelle.mail.Postbox.Receipt;
import org.passerelle.mail.RetryPauses;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.work.WorkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends the mails that are owed for the bookings of one document, one after another: first each is handed over, then that is
 * noted. If the program ends between the two, the same mail goes out once more under the same Message-ID.
 */
@Component
class Sending {

    /** After so many it is the turn of others, whose meeting may be called off while hundreds are invited to this one. */
    static final int MOST_AT_ONCE = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final ReadingBookings reading;
    private final Deliveries deliveries;
    private final MailHandover handover;
    private final Directories directories;
    private final OutgoingProperties settings;
    private final Clock clock;

    Sending(
            ReadingBookings reading,
            Deliveries deliveries,
            MailHandover handover,
            Directories directories,
            OutgoingProperties settings,
            Clock clock) {
        this.reading = reading;
        this.deliveries = deliveries;
        this.handover = handover;
        this.directories = directories;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How a round ended.
     *
     * @param next when to try again; empty when nothing is left to send
     * @param isHeldBack whether a limit of the day keeps something back
     * @param taken how many mails were taken
     */
    record SendingRound(Optional<Instant> next, boolean isUnreachable, boolean isHeldBack, int taken) {

        static final SendingRound EMPTY = new SendingRound(Optional.empty(), false, false, 0);

        SendingRound and(Instant moment) {
            return new SendingRound(
                    next.filter(moment::isAfter).or(() -> Optional.of(moment)), isUnreachable, isHeldBack, taken);
        }

        SendingRound oneMoreTaken() {
            return new SendingRound(next, isUnreachable, isHeldBack, taken + 1);
        }

        SendingRound unreachable() {
            return new SendingRound(next, true, isHeldBack, taken);
        }

        SendingRound heldBackUntil(Instant moment) {
            return new SendingRound(next, isUnreachable, true, taken).and(moment);
        }
    }

    SendingRound send(Deliveries.DocumentDeliveries document) {
        SendingRound round = SendingRound.EMPTY;
        for (BookingId id : document.deliveries().keySet()) {
            Optional<Booking> booking = reading.find(id);
            if (booking.isPresent()) {
                round = send(booking.get(), document.deliveries().getOrDefault(id, Delivery.NONE), round);
            }
        }
        return round;
    }

    private SendingRound send(Booking booking, Delivery delivery, SendingRound before) {
        Instant now = clock.instant();
        SendingRound round = before;
        List<PendingMessage> due = new ArrayList<>();
        for (PendingMessage each : PendingMessages.of(booking, delivery, now)) {
            Optional<DeliveryProblem> trouble = troubleWith(each, delivery);
            boolean isGivenUp =
                    trouble.filter(past -> past.stage() == Stage.GIVEN_UP).isPresent();
            if (isGivenUp || isRoom(each.whom().email())) {
                continue;
            }
            Optional<Instant> later = trouble.filter(past -> past.stage() != Stage.WAITING)
                    .map(DeliveryProblem::next)
                    .or(() -> Optional.of(settings.pause()
                            .until(each, delivery.of(each.whom().email()).sent(), now)))
                    .filter(next -> next.isAfter(now));
            if (later.isPresent()) {
                round = round.and(later.get());
            } else {
                due.add(each);
            }
        }
        for (int i = 0; i < due.size(); i++) {
            if (round.isUnreachable()) {
                return round.and(now.plus(RetryPauses.SHORTEST));
            }
            if (round.taken() >= MOST_AT_ONCE) {
                return round.and(now);
            }
            round = send(booking, delivery, due.subList(i, due.size()), round);
        }
        return round;
    }

    /** Sends the first of {@code due}; when there is nobody to give it to, all of them wait. */
    private SendingRound send(Booking booking, Delivery delivery, List<PendingMessage> due, SendingRound round) {
        PendingMessage first = due.get(0);
        EmailAddress whom = first.whom().email();
        boolean isUrgent = settings.pause().isUrgent(first, delivery.of(whom).sent(), clock.instant());
        MailHandover.Handed handed = handed(booking, delivery, first, isUrgent);
        Receipt receipt = handed.receipt();
        Instant now = clock.instant();
        if (handed.full().isPresent()) {
            DeliveryProblem waiting = Retrying.waiting(first, handed.full().get(), now);
            deliveries.noteTrouble(booking.id(), Map.of(whom, waiting));
            return round.heldBackUntil(waiting.next());
        }
        return switch (receipt.outcome()) {
            case TAKEN -> {
                noteTaken(booking, delivery, first, now);
                yield round.oneMoreTaken();
            }
            case REFUSED -> {
                deliveries.noteTrouble(booking.id(), Map.of(whom, Retrying.refused(first, receipt.detail(), now)));
                yield round;
            }
            case UNWANTED -> {
                deliveries.noteTrouble(booking.id(), Map.of(whom, Retrying.unwanted(first, now)));
                yield round;
            }
            case LATER -> postponed(booking, delivery, List.of(first), receipt.detail(), round);
            case UNREACHABLE -> postponed(booking, delivery, due, receipt.detail(), round.unreachable());
        };
    }

    /** A mail that cannot be made is tried again later, as one that is not taken; the others do not wait for it. */
    private MailHandover.Handed handed(Booking booking, Delivery delivery, PendingMessage owed, boolean isUrgent) {
        try {
            return handover.hand(booking, delivery, owed, isUrgent);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            if (StoreFailure.isIn(unforeseen)) {
                throw unforeseen;
            }
            WorkFailures.note("mail");
            LOG.warn("A mail about booking {} failed for a reason that nobody foresaw", booking.id(), unforeseen);
            return MailHandover.Handed.over(
                    new Receipt(HandoverOutcome.LATER, unforeseen.getClass().getSimpleName()));
        }
    }

    private void noteTaken(Booking booking, Delivery delivery, PendingMessage owed, Instant now) {
        EmailAddress whom = owed.whom().email();
        if (owed.kind() == ItipMethod.DECLINECOUNTER) {
            deliveries.noteProposal(booking.id(), whom, Optional.empty());
        } else {
            deliveries.noteSent(
                    booking.id(), whom, owed.sentAt(now, delivery.of(whom).sent()), owed.now());
        }
    }

    private SendingRound postponed(
            Booking booking, Delivery delivery, List<PendingMessage> owed, String said, SendingRound before) {
        Instant now = clock.instant();
        Map<EmailAddress, DeliveryProblem> troubles = new HashMap<>();
        SendingRound round = before;
        for (PendingMessage each : owed) {
            EmailAddress whom = each.whom().email();
            DeliveryProblem trouble = Retrying.after(delivery.of(whom).trouble(), each, said, now);
            troubles.put(whom, trouble);
            if (trouble.stage() == Stage.TRYING) {
                round = round.and(trouble.next());
            }
        }
        deliveries.noteTrouble(booking.id(), troubles);
        return round;
    }

    private static Optional<DeliveryProblem> troubleWith(PendingMessage owed, Delivery delivery) {
        return delivery.of(owed.whom().email())
                .trouble()
                .filter(trouble -> trouble.what().equals(owed.key()));
    }

    /** A room is booked, not invited; a mail to one of ours would only come back to us. */
    private boolean isRoom(EmailAddress whom) {
        return directories.current().roomAddressedAs(whom.value()).isPresent();
    }
}

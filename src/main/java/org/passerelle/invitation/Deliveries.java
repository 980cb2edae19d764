package org.passerelle.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.BookingId;
import org.passerelle.invitation.pending.AttendeeReply;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.DeliveryProblem;
import org.passerelle.invitation.pending.LastSent;
import org.passerelle.invitation.pending.ProposedTime;
import org.passerelle.invitation.pending.Snapshot;

/**
 * What is kept of mails and answers. It lies in the document of the booking, beside it: an edit of the booking leaves it
 * alone, and nothing noted here raises the booking's version. Each note is one write.
 */
public interface Deliveries {

    /**
     * One document.
     *
     * @param version of its bookings when it was read
     * @param concernsSomebody whether anybody is or was invited
     * @param deliveries for each of its bookings
     */
    record DocumentDeliveries(long version, boolean concernsSomebody, Map<BookingId, Delivery> deliveries) {

        public DocumentDeliveries {
            deliveries = Map.copyOf(deliveries);
        }

        /** Whether a mail was kept back by a limit of the day. */
        boolean holdsBack() {
            return deliveries.values().stream()
                    .flatMap(delivery -> delivery.people().values().stream())
                    .flatMap(invitee -> invitee.trouble().stream())
                    .anyMatch(trouble -> trouble.stage() == DeliveryProblem.Stage.WAITING);
        }
    }

    /** @param root id of a document, see {@link BookingId#root()} */
    Optional<DocumentDeliveries> read(String root);

    /** Of those of {@code bookings} that exist. */
    Map<BookingId, Delivery> of(Collection<BookingId> bookings);

    /** Ids of the documents for which somebody may be owed a mail, found by looking through all. */
    List<String> owing();

    /**
     * Makes a document this node's own for a time, where there are others.
     *
     * @return false if another node is at it
     */
    boolean claim(String root, Instant now, Duration length);

    /** Ends this node's claim, so that another need not wait for its end. */
    void release(String root);

    /** Notes a mail that was taken, which ends all trouble with it. */
    void noteSent(BookingId booking, EmailAddress whom, LastSent sent, Snapshot edition);

    void noteTrouble(BookingId booking, Map<EmailAddress, DeliveryProblem> troubles);

    /** @param date the one date that was answered; empty for the whole */
    void noteAnswer(BookingId booking, EmailAddress whom, Optional<Instant> date, AttendeeReply answer);

    /** @param proposal empty once it was taken or declined */
    void noteProposal(BookingId booking, EmailAddress whom, Optional<ProposedTime> proposal);

    /** Notes that {@code whom} would like to be sent the invitation again; ends with the next that they are sent. */
    void noteAsked(BookingId booking, EmailAddress whom, Instant at);

    /** Notes that nobody is owed anything for the document as it was at {@code version}, and forgets editions that nobody knows. */
    void settle(String root, long version);
}

package org.passerelle.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.BookingId;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.DeliveryProblem;
import org.passerelle.invitation.pending.DeliveryProblem.Stage;
import org.passerelle.mail.Postbox;
import org.springframework.stereotype.Component;

/**
 * Mail that came back. Each goes out under an envelope sender and a Message-ID of its own, by either of which it is known
 * whose it was, and that it was ours.
 */
@Component
public class Bounces {

    private final AgentAddresses addresses;
    private final Deliveries deliveries;
    private final Clock clock;

    Bounces(AgentAddresses addresses, Deliveries deliveries, Clock clock) {
        this.addresses = addresses;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * Marks whose mail came back; their next one clears the mark.
     *
     * @param address that it came back to, of the envelope
     * @param said why, in the words of the server that sent it back
     * @return whether it is one of ours
     */
    public boolean take(String address, String said) {
        Optional<BookingId> booking = addresses.bounced(address);
        Optional<EmailAddress> whom = booking.flatMap(id -> whose(address, id));
        whom.ifPresent(person -> {
            Instant now = clock.instant();
            String reason = new Postbox.Receipt(Postbox.HandoverOutcome.REFUSED, said).detail();
            DeliveryProblem came = new DeliveryProblem("bounce", Stage.BOUNCED, 1, now, now, reason);
            deliveries.noteTrouble(booking.orElseThrow(), Map.of(person, came));
        });
        return whom.isPresent();
    }

    /** Whether mail that we sent to somebody can come back to {@code address}. */
    public boolean takes(String address) {
        return addresses.bounced(address).flatMap(id -> whose(address, id)).isPresent();
    }

    /** The address for bounces of a mail of ours that is quoted in {@code text}, its header that is. */
    public Optional<String> returnedIn(String text) {
        return addresses.returnedIn(text).stream().filter(this::takes).findFirst();
    }

    private Optional<EmailAddress> whose(String address, BookingId booking) {
        return deliveries.of(List.of(booking)).getOrDefault(booking, Delivery.NONE).people().keySet().stream()
                .filter(person -> addresses.isBounceOf(address, booking, person))
                .findFirst();
    }
}

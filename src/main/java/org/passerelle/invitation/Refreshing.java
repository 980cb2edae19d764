package org.passerelle.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.LastSent;
import org.springframework.stereotype.Component;

/** Sends an invitation again to somebody whose calendar has lost it (REFRESH, RFC 5546 section 3.2.6), and to nobody else. */
@Component
public class Refreshing {

    /** Who was sent something so short a time ago is not sent it again, lest two programs keep each other busy. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    private final ReadingBookings reading;
    private final Deliveries deliveries;
    private final AgentAddresses addresses;
    private final Outbox outbox;
    private final Clock clock;

    Refreshing(ReadingBookings reading, Deliveries deliveries, AgentAddresses addresses, Outbox outbox, Clock clock) {
        this.reading = reading;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param address that the request came to: the booking's own
     * @param whom demonstrably asks
     * @return whether they are sent it: only if they are invited, and were not sent something just now
     */
    public boolean send(String address, CalendarUid uid, EmailAddress whom) {
        Optional<Booking> booking = addresses
                .answered(address)
                .flatMap(reading::find)
                .filter(each -> each.uid().equals(uid) && Answers.isInvited(each, whom))
                .filter(each -> isDue(each, whom));
        booking.ifPresent(each -> {
            deliveries.noteAsked(each.id(), whom, clock.instant());
            outbox.lookAt(each.id().root());
        });
        return booking.isPresent();
    }

    private boolean isDue(Booking booking, EmailAddress whom) {
        Instant justNow = clock.instant().minus(PAUSE);
        return deliveries
                .of(List.of(booking.id()))
                .getOrDefault(booking.id(), Delivery.NONE)
                .of(whom)
                .sent()
                .map(LastSent::at)
                .filter(at -> at.isBefore(justNow))
                .isPresent();
    }
}

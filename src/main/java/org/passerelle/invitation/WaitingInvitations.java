package org.passerelle.invitation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.DeliveryProblem;
import org.springframework.stereotype.Component;

/** Mail about meetings that waits until a limit of the day frees, for those who run the sites where they are. */
@Component
public class WaitingInvitations {

    private static final int MOST_SEARCHED = 500;

    private final HeldBackMail heldBack;
    private final Deliveries deliveries;
    private final ReadingBookings reading;
    private final Directories directories;

    WaitingInvitations(HeldBackMail heldBack, Deliveries deliveries, ReadingBookings reading, Directories directories) {
        this.heldBack = heldBack;
        this.deliveries = deliveries;
        this.reading = reading;
        this.directories = directories;
    }

    /**
     * What waits of one booking. Whom it is for is not told: whoever runs a site need not know who is invited there.
     *
     * @param mails how many
     * @param limit which limit is used up, as {@link DeliveryProblem#said()} names it; the one that frees first
     * @param until when it frees
     */
    public record Waiting(Booking booking, int mails, String limit, Instant until) {}

    /** At sites that {@code manager} runs, what leaves first before the rest; all of it to whoever runs the network. */
    public List<Waiting> of(Person manager) {
        return heldBack.roots(MOST_SEARCHED).stream()
                .flatMap(root -> deliveries.read(root).stream())
                .flatMap(document -> document.deliveries().entrySet().stream())
                .flatMap(each -> reading.find(each.getKey()).stream()
                        .filter(booking -> runs(manager, booking))
                        .flatMap(booking -> waiting(booking, each.getValue()).stream()))
                .toList();
    }

    private boolean runs(Person manager, Booking booking) {
        Directory directory = directories.current();
        return manager.administersTheNetwork()
                || booking.rooms().stream()
                        .flatMap(room -> directory.room(room).stream())
                        .anyMatch(room -> manager.manages(room.site()));
    }

    private static Optional<Waiting> waiting(Booking booking, Delivery delivery) {
        List<DeliveryProblem> troubles = delivery.people().values().stream()
                .flatMap(invitee -> invitee.trouble().stream())
                .filter(trouble -> trouble.stage() == DeliveryProblem.Stage.WAITING)
                .sorted(Comparator.comparing(DeliveryProblem::next))
                .toList();
        return Stream.of(troubles)
                .filter(all -> !all.isEmpty())
                .map(all -> new Waiting(
                        booking, all.size(), all.get(0).said(), all.get(0).next()))
                .findFirst();
    }
}

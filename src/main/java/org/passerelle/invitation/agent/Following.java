package org.passerelle.invitation.agent;

import java.util.List;
import org.passerelle.booking.Afterwards;
import org.passerelle.booking.BookingChanged;
import org.passerelle.booking.Lookout;
import org.passerelle.invitation.OutgoingMail;
import org.passerelle.invitation.Postbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells organisers who invited a room by mail what becomes of it at the site afterwards. */
@Component
class Following {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final DealingsStore store;
    private final RoomAgent agent;
    private final Postbox postbox;
    private final Lookout<String> lookout;

    Following(DealingsStore store, RoomAgent agent, Postbox postbox, Afterwards afterwards) {
        this.store = store;
        this.agent = agent;
        this.postbox = postbox;
        this.lookout = new Lookout<>(afterwards, this::look);
    }

    @EventListener
    void on(BookingChanged event) {
        if (event.kind() != BookingChanged.Kind.MADE) {
            store.of(event.id()).ifPresent(id -> lookout.add(List.of(id)));
        }
    }

    /** Whatever happened while nobody listened. */
    @EventListener(ApplicationReadyEvent.class)
    void lookAtAll() {
        lookout.add(store.open());
    }

    private void look(String id) {
        for (OutgoingMail mail : agent.follow(id)) {
            Postbox.Receipt receipt = postbox.send(mail);
            if (receipt.outcome() != Postbox.Outcome.TAKEN) {
                LOG.warn("An organiser could not be told of a decision: {} {}", receipt.outcome(), receipt.detail());
            }
        }
    }
}

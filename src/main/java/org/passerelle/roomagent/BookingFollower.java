package org.passerelle.roomagent;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.BookingId;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.passerelle.mail.Postbox.Receipt;
import org.passerelle.platform.work.CoalescingQueue;
import org.passerelle.platform.work.OwnThread;
import org.passerelle.platform.work.SerialWorker;
import org.passerelle.roomagent.store.RoomInvitationStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells organisers who invited a room by mail what becomes of it at the site afterwards. It is noted as told once the mail is
 * handed over; until then it is found again, in a while and at the next start.
 */
@Component
public class BookingFollower extends OwnThread {

    private static final Logger LOG = LoggerFactory.getLogger(BookingFollower.class);

    private final RoomInvitationStore store;
    private final RoomAgent agent;
    private final Postbox postbox;
    private final CoalescingQueue<String> lookout;

    /** Events with news that could not be handed over. */
    private final Set<String> missed = ConcurrentHashMap.newKeySet();

    @Autowired
    BookingFollower(RoomInvitationStore store, RoomAgent agent, Postbox postbox) {
        this(store, agent, postbox, new SerialWorker("following"));
    }

    BookingFollower(RoomInvitationStore store, RoomAgent agent, Postbox postbox, SerialWorker thread) {
        super(thread);
        this.store = store;
        this.agent = agent;
        this.postbox = postbox;
        this.lookout = new CoalescingQueue<>(thread, this::look);
    }

    /** Whether a room was invited by mail to what is booked as {@code booking}, so that whoever invited it is told by its answers. */
    public boolean follows(BookingId booking) {
        return store.of(booking).isPresent();
    }

    @EventListener
    void on(BookingChanged event) {
        store.of(event.id()).ifPresent(id -> lookout.add(List.of(id)));
    }

    /** Whatever happened while nobody listened. */
    @EventListener(ApplicationReadyEvent.class)
    void lookAtAll() {
        lookout.add(store.open());
    }

    /** Tries again what could not be handed over. */
    public void lookForMissed() {
        lookout.add(List.copyOf(missed));
    }

    private void look(String id) {
        missed.add(id);
        boolean isAllTold = true;
        for (StatusUpdate news : agent.news(id)) {
            if (isHandedOver(news)) {
                agent.told(id, news);
            } else {
                isAllTold = false;
            }
        }
        if (isAllTold) {
            missed.remove(id);
        }
    }

    private boolean isHandedOver(StatusUpdate news) {
        for (OutgoingMail mail : news.mails()) {
            Receipt receipt = postbox.send(mail);
            if (receipt.outcome() == HandoverOutcome.LATER || receipt.outcome() == HandoverOutcome.UNREACHABLE) {
                return false;
            }
            if (receipt.outcome() == HandoverOutcome.REFUSED) {
                LOG.warn("An organiser cannot be told of a decision: {}", receipt.detail());
            }
        }
        return true;
    }
}

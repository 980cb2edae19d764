package org.passerelle.mail.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.platform.StoreStatus;
import org.passerelle.platform.store.LittleSpace;
import org.passerelle.platform.work.CorrelationId;
import org.passerelle.platform.work.CorrelationId.Door;
import org.passerelle.platform.work.OwnThread;
import org.passerelle.platform.work.SerialWorker;
import org.passerelle.platform.work.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where mail comes in, by SMTP or IMAP: stored first, answered for from then on, and worked through one by one. */
@Component
public class Inbox extends OwnThread implements WorkQueue {

    /** The largest mail that is taken, in bytes: 2 MiB. Invitations have a few thousand. */
    public static final int LARGEST = 2 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int PRUNED_EVERY = 200;
    private static final long PRUNED_AFTER_BYTES = 32L * 1024 * 1024;

    private final InboxStore store;
    private final InboundProcessor working;
    private final InboundQueue queue;
    private final Directories directories;
    private final List<MailReceiver> receivers;
    private final InboxProperties settings;
    private final Clock clock;
    private final StoreStatus stored;

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Inbox(
            InboxStore store,
            InboundProcessor working,
            MailFence fence,
            Directories directories,
            List<MailReceiver> receivers,
            InboxProperties settings,
            StoreStatus stored,
            Clock clock) {
        // Of its own, for name servers and mail servers take their time.
        super(new SerialWorker("inbox"));
        this.store = store;
        this.working = working;
        this.queue = new InboundQueue(thread, fence::through, clock);
        this.directories = directories;
        this.receivers = List.copyOf(receivers);
        this.settings = settings;
        this.clock = clock;
        this.stored = stored;
    }

    /** Whether mail to {@code recipient} is taken at all. */
    public boolean takes(String recipient) {
        String address = recipient.toLowerCase(Locale.ROOT);
        return receivers.stream().anyMatch(receiver -> receiver.takes(address));
    }

    @Override
    public String queueName() {
        return "inbox";
    }

    @Override
    public Load load() {
        return queue.load();
    }

    /** Whether there is room for more mail now. */
    public boolean hasRoom() {
        return queue.hasRoom();
    }

    /**
     * Whether there is room for this mail now; one sender cannot fill the place of all.
     *
     * @param peer who hands it in; an empty text if that is not known
     * @param recipients how many; it is kept once for each
     */
    public boolean hasRoomFor(String returnPath, String peer, boolean trusted, int recipients, byte[] raw) {
        // One that alone is more than a sender may have comes in while nothing else of theirs waits.
        long all = Math.min((long) raw.length * recipients, InboundQueue.MOST_BYTES_OF_ONE);
        return queue.hasRoomFor(SenderClaim.of(raw, returnPath, peer, trusted, settings.authserv()), recipients, all);
    }

    /** As {@link #take(String, String, String, boolean, byte[])}, from nobody in particular. */
    public void take(String returnPath, String recipient, boolean trusted, byte[] raw) {
        take(returnPath, recipient, "", trusted, raw);
    }

    /**
     * Stores a mail; when this returns, nothing loses it any more. The same mail to the same recipient counts once.
     *
     * @param returnPath the sender of the envelope; empty for a mail that must not be answered
     * @param peer who hands it in; an empty text if that is not known
     * @param trusted whether everybody who can hand mail in there is trusted
     * @param raw at most {@link #LARGEST} bytes; not to be changed
     * @throws LittleSpace if there is too little space to keep it
     */
    public void take(String returnPath, String recipient, String peer, boolean trusted, byte[] raw) {
        stored.requireSpace();
        if (raw.length > LARGEST) {
            throw new IllegalArgumentException("A mail of " + raw.length + " bytes");
        }
        String address = recipient.toLowerCase(Locale.ROOT);
        String id = MailIdentity.of(address, returnPath, trusted, raw);
        InboxMail mail = new InboxMail(id, clock.instant(), returnPath, address, trusted, MailCourse.NEW);
        try (CorrelationId.Scope ignored = new CorrelationId(Door.MAIL, id).open()) {
            if (store.add(mail, raw)) {
                LOG.debug("A mail of {} bytes is stored", raw.length);
                queue.add(id, SenderClaim.of(raw, returnPath, peer, trusted, settings.authserv()), raw.length);
            }
        }
        boolean isMuch = bytes.addAndGet(raw.length) > PRUNED_AFTER_BYTES;
        if (taken.incrementAndGet() % PRUNED_EVERY == 0 || isMuch) {
            bytes.set(0);
            forgetTheOld();
        }
    }

    private void forgetTheOld() {
        int most = settings.inboxMails();
        int undecided = store.forgetAllBut(most, (long) most * InboxStore.USUAL_BYTES);
        if (undecided > 0) {
            LOG.warn("{} mails that waited for a manager are forgotten, for too many came after them", undecided);
        }
    }

    /** Looks at everything that is not dealt with to the end, as after an interruption, or while answers are not taken. */
    @EventListener(ApplicationReadyEvent.class)
    public void lookAtAll() {
        for (String id : store.waiting(InboundQueue.MOST)) {
            if (!queue.holds(id)) {
                store.find(id).ifPresent(mail -> queue.add(id, SenderClaim.of(mail), 0));
            }
        }
        queue.wake();
    }

    /**
     * A page of the mail to rooms of sites that {@code manager} manages, the newest first; of all mail for the network's
     * administrator.
     *
     * @param after id of the last mail of the page before; empty for the first page
     */
    public List<InboxMail> log(Person manager, Optional<String> after, int most) {
        Optional<InboxMail> last = after.flatMap(id -> find(manager, id));
        if (after.isPresent() && last.isEmpty()) {
            return List.of();
        }
        return store.page(
                manager.administersTheNetwork() ? Optional.empty() : Optional.of(addresses(manager)), last, most);
    }

    /** Of the rooms of the sites that {@code manager} manages. */
    private List<String> addresses(Person manager) {
        return directories.current().rooms().stream()
                .filter(room -> manager.manages(room.site()))
                .map(room -> room.profile().email().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** One mail, if {@code manager} may read of it. */
    public Optional<InboxMail> find(Person manager, String id) {
        return store.find(id).filter(mail -> mayRead(manager, mail, directories.current()));
    }

    /**
     * Lets a mail pass that is kept, in the name of {@code manager}.
     *
     * @return whether there was one to let pass
     */
    public boolean approve(Person manager, String id) {
        Optional<InboxMail> kept = find(manager, id)
                .filter(InboxMail::isToBeDecided)
                .filter(mail -> directories
                        .current()
                        .roomAddressedAs(mail.recipient())
                        .filter(room -> manager.runs(room.site()))
                        .isPresent());
        kept.ifPresent(mail -> working.approved(mail, manager));
        return kept.isPresent();
    }

    private static boolean mayRead(Person manager, InboxMail mail, Directory directory) {
        return manager.administersTheNetwork()
                || directory
                        .roomAddressedAs(mail.recipient())
                        .map(Room::site)
                        .filter(manager::manages)
                        .isPresent();
    }
}

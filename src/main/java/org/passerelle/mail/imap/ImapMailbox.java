package org.passerelle.mail.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.passerelle.mail.inbox.Inbox;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a mailbox. What is not marked as seen is fetched, stored, and only then marked, and moved if there is a
 * folder for that: after an interruption it is fetched once more, and known again.
 */
final class ImapMailbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImapMailbox.class);

    /** At a time, so that a full mailbox is not held in memory. */
    private static final int MOST_AT_ONCE = 50;

    private static final int LONGEST_FAULT = 200;

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final Optional<Folder> done;
    private final FetchFaults faults;

    /** How many messages there were just before the last look at them. */
    private int countAtLook;

    private ImapMailbox(IMAPStore store, IMAPFolder folder, Optional<Folder> done, FetchFaults faults) {
        this.store = store;
        this.folder = folder;
        this.done = done;
        this.faults = faults;
        folder.addMessageCountListener(new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent added) {
                wake(); // a server may tell of mail before it says that it waits, and does not tell it again
            }
        });
    }

    static ImapMailbox open(ImapProperties settings, FetchFaults faults) throws MessagingException {
        IMAPStore store = (IMAPStore) Session.getInstance(settings.properties()).getStore(settings.protocol());
        boolean isOpen = false;
        try {
            store.connect(settings.host(), settings.portOrUsual(), settings.user(), settings.password());
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            Optional<Folder> done = settings.done().isPresent()
                    ? Optional.of(made(store.getFolder(settings.done().get())))
                    : Optional.empty();
            isOpen = true;
            return new ImapMailbox(store, folder, done, faults);
        } finally {
            if (!isOpen) {
                store.close();
            }
        }
    }

    private static Folder made(Folder folder) throws MessagingException {
        if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("There is no folder " + folder.getFullName() + ", and none can be made");
        }
        return folder;
    }

    /** Takes what has come, until nothing is left or {@code ingest} is full; whether nothing is left. */
    boolean takeAll(Ingest ingest) throws MessagingException {
        int passed = 0; // They stay unseen before the others, which are not to wait for them.
        while (true) {
            countAtLook = folder.getMessageCount();
            Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            int from = Math.min(passed, unseen.length);
            Message[] some = Arrays.copyOfRange(unseen, from, Math.min(unseen.length, from + MOST_AT_ONCE));
            FetchProfile profile = new FetchProfile();
            profile.add(FetchProfile.Item.SIZE);
            profile.add(UIDFolder.FetchProfileItem.UID);
            folder.fetch(some, profile);
            Map<Fate, List<Message>> fates = new EnumMap<>(Fate.class);
            for (Message message : some) {
                Fate fate = ingest.hasRoom() ? fenced((IMAPMessage) message, ingest) : Fate.NOT_NOW;
                fates.computeIfAbsent(fate, any -> new ArrayList<>()).add(message);
            }
            learnWhatWasRemoved();
            Message[] stored = some(fates, Fate.STORED);
            folder.setFlags(stored, new Flags(Flags.Flag.SEEN), true);
            folder.setFlags(some(fates, Fate.LEFT), new Flags(Flags.Flag.SEEN), true);
            putAway(stored);
            passed += some(fates, Fate.NOT_NOW).length;
            if (!ingest.hasRoom() || from + some.length >= unseen.length) {
                return passed == 0;
            }
        }
    }

    private static Message[] some(Map<Fate, List<Message>> fates, Fate fate) {
        return fates.getOrDefault(fate, List.of()).toArray(Message[]::new);
    }

    /** What became of a message. */
    private enum Fate {
        STORED,
        /** Not ours, or too large. */
        LEFT,
        /** There is no room for it, or it could not be had. */
        NOT_NOW
    }

    /**
     * Takes a mail so that whatever is wrong with it stays with it: it is tried again a few times, and then left. Only what
     * concerns all of them ends this: that the connection is gone, or the store of ours is.
     */
    private Fate fenced(IMAPMessage message, Ingest ingest) throws MessagingException {
        if (message.isExpunged()) {
            return Fate.NOT_NOW;
        }
        long uid = folder.getUID(message);
        if (faults.areTooMany(uid)) {
            LOG.warn("Mail {} failed {} times and is left in the mailbox", uid, FetchFaults.MOST);
            return Fate.LEFT;
        }
        try {
            Fate fate = take(message, ingest);
            faults.forget(uid);
            return fate;
        } catch (MessagingException | RuntimeException | StackOverflowError e) {
            if (StoreFailure.isIn(e)) {
                throw e;
            }
            int count = faults.count(uid);
            if (!folder.isOpen()) {
                throw new MessagingException("The connection ended with mail " + uid + ": " + e);
            }
            LOG.warn(
                    "Mail {} could not be taken, {} times by now: {}",
                    uid,
                    count,
                    Text.line(e.toString(), LONGEST_FAULT));
            return Fate.NOT_NOW;
        }
    }

    private static Fate take(IMAPMessage message, Ingest ingest) throws MessagingException {
        try {
            if (message.getSize() > Inbox.LARGEST) {
                LOG.warn("A mail of {} bytes is left in the mailbox", message.getSize());
                return Fate.LEFT;
            }
            byte[] raw = bytes(message);
            if (raw.length == 0) {
                throw new MessagingException("Nothing of it could be had");
            }
            if (raw.length > Inbox.LARGEST) {
                return Fate.LEFT;
            }
            FetchedMail mail = FetchedMail.of(raw);
            List<String> ours = mail.recipients().stream().filter(ingest::takes).toList();
            if (ours.isEmpty()) {
                LOG.info("A mail to none of our addresses is left in the mailbox");
                return Fate.LEFT;
            }
            if (!ingest.hasRoomFor(mail.returnPath(), ours.size(), raw)) {
                return Fate.NOT_NOW;
            }
            ours.forEach(recipient -> ingest.take(mail.returnPath(), recipient, raw));
            return Fate.STORED;
        } catch (MessageRemovedException e) {
            LOG.debug("A mail was removed by somebody else");
            return Fate.NOT_NOW;
        }
    }

    /** A byte more than the most that is taken, however long the server goes on. */
    private static byte[] bytes(IMAPMessage message) throws MessagingException {
        try (InputStream in = message.getMimeStream()) {
            return in.readNBytes(Inbox.LARGEST + 1);
        } catch (IOException e) {
            throw new MessagingException("A mail could not be read to its end", e);
        }
    }

    /** A server tells it only when asked for nothing else (RFC 3501 section 7.4.1); the numbers of the others change with it. */
    private void learnWhatWasRemoved() throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.noop();
            return Boolean.TRUE;
        });
    }

    /** At once for all; what others have removed meanwhile is passed over. */
    private void putAway(Message[] stored) throws MessagingException {
        if (done.isEmpty() || stored.length == 0) {
            return;
        }
        if (store.hasCapability("MOVE")) {
            folder.moveMessages(stored, done.get());
            return;
        }
        folder.copyMessages(stored, done.get());
        folder.setFlags(stored, new Flags(Flags.Flag.DELETED), true);
        if (store.hasCapability("UIDPLUS")) {
            folder.expunge(stored);
        }
    }

    boolean canTell() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /** Waits until the server tells of a change (RFC 2177), or {@link #wake} is called. */
    void waitForMail() throws MessagingException {
        // What the server tells while it is asked something else it does not tell again.
        if (folder.getMessageCount() == countAtLook) {
            folder.idle(true);
        }
    }

    /** Ends the waiting. */
    void wake() {
        try {
            folder.doCommand(protocol -> Boolean.TRUE);
        } catch (MessagingException e) {
            LOG.debug("The connection to the mailbox is gone: {}", e.getMessage());
        }
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}

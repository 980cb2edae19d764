package org.passerelle.booking.personal;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.passerelle.booking.changelog.ChangeLogRewrites;
import org.passerelle.booking.store.BookingRewrites;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.platform.personal.DocumentErasure;
import org.passerelle.platform.personal.ErasureResult;
import org.passerelle.platform.personal.HeldData;
import org.passerelle.platform.personal.HeldDataSearch;
import org.passerelle.platform.personal.PersonalStore;
import org.springframework.stereotype.Component;

/**
 * What bookings and the change log hold of somebody. Bookings that were theirs become anonymous; from those of others they are cut
 * out. A booking whose mail has not left yet waits, for its invited must be told by whom it is called off.
 */
@Component
class BookingPersonalData implements PersonalStore {

    private static final String BOOKINGS = "bookings";
    private static final String CHANGES = "changes";
    private static final String DELIVERY = "delivery";
    private static final String LOG = "changeLog";

    /** Bookings of others to which they are invited. */
    private static final String INVITATIONS = "invitations";

    private final BookingRewrites bookings;
    private final ChangeLogRewrites log;

    BookingPersonalData(BookingRewrites bookings, ChangeLogRewrites log) {
        this.bookings = bookings;
        this.log = log;
    }

    /** What is remembered of bookings for the next start holds the addresses of those without an account. */
    @Override
    public Set<String> collections() {
        return Set.of(BOOKINGS, "bookingDigests", LOG, "changeLogState");
    }

    @Override
    public List<String> places() {
        return List.of(BOOKINGS, INVITATIONS, LOG);
    }

    @Override
    public List<HeldData> held(DataSubject subject) {
        DocumentErasure erasure = new DocumentErasure(subject);
        HeldDataSearch held = new HeldDataSearch(BOOKINGS);
        HeldDataSearch invitations = new HeldDataSearch(INVITATIONS);
        bookings.forEach(document -> held.at(document.get("_id"), () -> {
            for (Document booking : members(document)) {
                if (isTheirs(booking, subject)) {
                    held.add(BookingCopy.whole(booking));
                } else if (BookingCopy.isInvited(booking, subject)) {
                    invitations.add(BookingCopy.asInvited(booking));
                } else if (erasure.mentions(booking)) {
                    held.mention();
                }
            }
        }));
        return List.of(held.end(), invitations.end(), doneBy(subject));
    }

    /** What they did to bookings, without the texts: those are in the bookings. */
    private HeldData doneBy(DataSubject subject) {
        HeldDataSearch done = new HeldDataSearch(LOG);
        log.forEach(change -> done.at(change.get("b"), () -> {
            String by = change.getString("by");
            if (by != null && subject.ids().contains(by)) {
                done.add(BookingCopy.change(change));
            }
        }));
        return done.end();
    }

    @Override
    public ErasureResult erase(DataSubject subject, boolean waits) {
        DocumentErasure erasure = new DocumentErasure(subject);
        Set<String> theirs = new HashSet<>();
        AtomicLong done = new AtomicLong();
        AtomicBoolean isComplete = new AtomicBoolean(true);
        bookings.forEach(document -> {
            members(document).stream()
                    .filter(booking -> isTheirs(booking, subject))
                    .forEach(booking -> theirs.add(booking.getString("id")));
            Document erased = erased(document, erasure);
            if (erased != document) {
                boolean isDone = !(waits && owesMail(document)) && bookings.rewrite(document, erased);
                done.addAndGet(isDone ? 1 : 0);
                isComplete.compareAndSet(true, isDone);
            }
        });
        if (!isComplete.get()) {
            return new ErasureResult(done.get(), false);
        }
        bookings.keepAnew();
        return ErasureResult.complete(done.get() + log.rewrite(change -> erased(change, theirs, erasure)));
    }

    private static Document erased(Document document, DocumentErasure erasure) {
        List<Document> members = members(document);
        List<Document> erased = members.stream()
                .map(booking ->
                        erasure.cut(isTheirs(booking, erasure.subject()) ? BookingErasure.anonymous(booking) : booking))
                .toList();
        Set<String> theirs = new HashSet<>();
        members.stream()
                .filter(booking -> isTheirs(booking, erasure.subject()))
                .forEach(booking -> theirs.add(booking.getString("id")));
        Document rest = new Document(document);
        rest.put(BOOKINGS, erased);
        rest.computeIfPresent(
                CHANGES,
                (name, tail) -> document.getList(CHANGES, Document.class).stream()
                        .map(change -> erased(change, theirs, erasure))
                        .toList());
        if (theirs.size() == members.size()) {
            rest.remove(DELIVERY);
        }
        Document cut = erasure.cut(rest);
        return cut.equals(document) ? document : cut;
    }

    private static Document erased(Document change, Set<String> theirs, DocumentErasure erasure) {
        return erasure.cut(theirs.contains(change.getString("b")) ? BookingErasure.silent(change) : change);
    }

    /** Whether somebody is still to be mailed about it. */
    private static boolean owesMail(Document document) {
        Document delivery = document.get(DELIVERY, Document.class);
        return delivery != null && !Objects.equals(document.get("version"), delivery.get("settled"));
    }

    private static List<Document> members(Document document) {
        return document.getList(BOOKINGS, Document.class, List.of());
    }

    private static boolean isTheirs(Document booking, DataSubject subject) {
        return subject.is(booking.getString("organiser"));
    }
}

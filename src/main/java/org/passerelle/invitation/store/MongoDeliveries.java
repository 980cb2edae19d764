package org.passerelle.invitation.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.BookingId;
import org.passerelle.invitation.Deliveries;
import org.passerelle.invitation.pending.AttendeeReply;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.DeliveryProblem;
import org.passerelle.invitation.pending.LastSent;
import org.passerelle.invitation.pending.ProposedTime;
import org.passerelle.invitation.pending.Snapshot;
import org.passerelle.platform.StoreAccess;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * {@link Deliveries} under {@code delivery} in the collection of the bookings, whose edits set other fields only. Written by
 * {@code _id} alone, since the embedded database finds nothing else without a scan.
 */
@Repository
class MongoDeliveries implements Deliveries {

    /** Where the bookings are; a document of theirs is the same document to us. */
    private static final String COLLECTION = "bookings";

    /** The version for which every mail is sent or given up. */
    private static final String SETTLED = "delivery.settled";

    private static final String HOLDER = "delivery.holder";
    private static final String HELD_UNTIL = "delivery.heldUntil";

    private final MongoOperations mongo;
    private final StoreAccess access;
    private final String me = UUID.randomUUID().toString();

    MongoDeliveries(MongoOperations mongo, StoreAccess access) {
        this.mongo = mongo;
        this.access = access;
    }

    @Override
    public Optional<DocumentDeliveries> read(String root) {
        return Optional.ofNullable(stored(in("_id", List.of(root))).get(root));
    }

    @Override
    public Map<BookingId, Delivery> of(Collection<BookingId> bookings) {
        Map<BookingId, Delivery> found = new HashMap<>();
        Set<BookingId> wanted = Set.copyOf(bookings);
        stored(in("_id", wanted.stream().map(BookingId::root).distinct().toList()))
                .values()
                .forEach(document -> found.putAll(document.deliveries()));
        found.keySet().retainAll(wanted);
        return found;
    }

    private Map<String, DocumentDeliveries> stored(Bson which) {
        Map<String, DocumentDeliveries> found = new HashMap<>();
        collection()
                .find(which)
                .projection(Projections.include("version", "bookings.id", "bookings.attendees", "delivery"))
                .forEach(document -> found.put(document.getString("_id"), ofDocument(document)));
        return found;
    }

    private static DocumentDeliveries ofDocument(Document document) {
        Map<BookingId, Delivery> deliveries = new HashMap<>();
        boolean concernsSomebody = document.containsKey("delivery");
        for (Document booking : document.getList("bookings", Document.class)) {
            BookingId id = new BookingId(booking.getString("id"));
            concernsSomebody |= booking.containsKey("attendees");
            Document part = document.getEmbedded(List.of("delivery", "parts", part(id)), Document.class);
            deliveries.put(id, part == null ? Delivery.NONE : DeliveryDocument.toDelivery(part));
        }
        return new DocumentDeliveries(document.getLong("version"), concernsSomebody, deliveries);
    }

    /** One look at every document, some hundred thousand a second, at start and now and then. */
    @Override
    public List<String> owing() {
        Bson concernsSomebody = or(exists("bookings.attendees"), exists("delivery"));
        Bson isUnsettled = expr(new Document("$ne", List.of("$" + SETTLED, "$version")));
        return collection()
                .find(and(concernsSomebody, isUnsettled))
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    @Override
    public boolean claim(String root, Instant now, Duration length) {
        if (access == StoreAccess.EXCLUSIVE) {
            return true;
        }
        Bson isFree = or(exists(HOLDER, false), eq(HOLDER, me), lt(HELD_UNTIL, Date.from(now)));
        Bson hold = Updates.combine(Updates.set(HOLDER, me), Updates.set(HELD_UNTIL, Date.from(now.plus(length))));
        return collection().updateOne(and(eq("_id", root), isFree), hold).getMatchedCount() > 0;
    }

    @Override
    public void release(String root) {
        if (access == StoreAccess.SHARED) {
            collection().updateOne(and(eq("_id", root), eq(HOLDER, me)), Updates.unset(HOLDER));
        }
    }

    @Override
    public void noteSent(BookingId booking, EmailAddress whom, LastSent sent, Snapshot edition) {
        String person = person(booking, whom);
        write(
                booking,
                Updates.set(person + ".email", whom.value()),
                Updates.set(person + ".sent", DeliveryDocument.from(sent)),
                Updates.unset(person + ".trouble"),
                Updates.unset(person + ".asked"),
                Updates.set(path(booking) + ".editions." + sent.edition(), DeliveryDocument.from(edition)));
    }

    @Override
    public void noteTrouble(BookingId booking, Map<EmailAddress, DeliveryProblem> troubles) {
        List<Bson> updates = new ArrayList<>();
        troubles.forEach((whom, trouble) -> {
            updates.add(Updates.set(person(booking, whom) + ".email", whom.value()));
            updates.add(Updates.set(person(booking, whom) + ".trouble", DeliveryDocument.from(trouble)));
        });
        write(booking, updates.toArray(Bson[]::new));
    }

    @Override
    public void noteAnswer(BookingId booking, EmailAddress whom, Optional<Instant> date, AttendeeReply answer) {
        String name = date.map(each -> Long.toString(each.toEpochMilli())).orElse("all");
        write(
                booking,
                Updates.set(person(booking, whom) + ".email", whom.value()),
                Updates.set(person(booking, whom) + ".answers." + name, DeliveryDocument.from(answer)));
    }

    @Override
    public void noteProposal(BookingId booking, EmailAddress whom, Optional<ProposedTime> proposal) {
        String path = person(booking, whom) + ".proposal";
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set(person(booking, whom) + ".email", whom.value()));
        updates.add(proposal.map(each -> Updates.set(path, DeliveryDocument.from(each)))
                .orElse(Updates.unset(path)));
        if (proposal.filter(ProposedTime::isDeclined).isPresent()) {
            // They are owed a word, though the booking is what it was.
            updates.add(Updates.unset(SETTLED));
        }
        write(booking, updates.toArray(Bson[]::new));
    }

    @Override
    public void noteAsked(BookingId booking, EmailAddress whom, Instant at) {
        write(
                booking,
                Updates.set(person(booking, whom) + ".email", whom.value()),
                Updates.set(person(booking, whom) + ".asked", Date.from(at)),
                // They are owed a mail, though the booking is what it was.
                Updates.unset(SETTLED));
    }

    @Override
    public void settle(String root, long version) {
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set(SETTLED, version));
        read(root)
                .ifPresent(document -> document.deliveries().forEach((booking, delivery) -> {
                    Set<String> known = new HashSet<>(delivery.editions().keySet());
                    delivery.people()
                            .values()
                            .forEach(invitee -> invitee.sent().ifPresent(sent -> known.remove(sent.edition())));
                    known.forEach(forgotten -> updates.add(Updates.unset(path(booking) + ".editions." + forgotten)));
                }));
        if (access == StoreAccess.EXCLUSIVE || !settledWithClaim(root, updates)) {
            collection().updateOne(eq("_id", root), Updates.combine(updates));
        }
    }

    /** Ends the claim with the same write; false if it is not this node's any more, and then nothing is written. */
    private boolean settledWithClaim(String root, List<Bson> updates) {
        Bson settled = Updates.combine(Updates.combine(updates), Updates.unset(HOLDER));
        return collection()
                        .updateOne(and(eq("_id", root), eq(HOLDER, me)), settled)
                        .getMatchedCount()
                > 0;
    }

    private void write(BookingId booking, Bson... updates) {
        collection().updateOne(eq("_id", booking.root()), Updates.combine(updates));
    }

    private MongoCollection<Document> collection() {
        return Objects.requireNonNull(mongo.getCollection(COLLECTION));
    }

    private static String path(BookingId booking) {
        return "delivery.parts." + part(booking);
    }

    /** Letters first, lest a number be taken for a place in an array. */
    private static String part(BookingId booking) {
        return "p" + booking.part();
    }

    private static String person(BookingId booking, EmailAddress whom) {
        return path(booking) + ".people." + DeliveryDocument.key(whom);
    }
}

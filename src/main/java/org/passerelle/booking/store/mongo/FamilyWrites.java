package org.passerelle.booking.store.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.booking.changelog.mongo.ChangeTails;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.store.Bookings.Write;
import org.passerelle.platform.StoreStatus;
import org.passerelle.platform.store.LittleSpace;
import org.passerelle.platform.store.StoreFailure;
import org.springframework.data.mongodb.core.MongoOperations;

/** Writes the documents of the bookings: every write is one command on one document, and goes into the change log. */
final class FamilyWrites {

    /** Which mails were sent, which the bookings themselves know nothing of. */
    private static final String DELIVERY = "delivery";

    /** Of {@value #DELIVERY}: the version for which all mail is sent. */
    private static final String SETTLED = "settled";

    private final MongoOperations mongo;
    private final WrittenFamilies told;
    private final LoggedFamilies tails;
    private final StoreStatus store;

    FamilyWrites(MongoOperations mongo, WrittenFamilies told, LoggedFamilies tails, StoreStatus store) {
        this.mongo = mongo;
        this.told = told;
        this.tails = tails;
        this.store = store;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(MongoBookings.COLLECTION);
    }

    Write add(Booking booking) {
        store.requireSpace();
        Family family = Family.of(booking);
        try (ChangeTails.Tail tail = tails.begin(family)) {
            Write write = added(family.toDocument(booking.version(), tail.documents()), booking);
            tail.ended(write == Write.WRITTEN);
            return write;
        }
    }

    private Write added(Document document, Booking booking) {
        try {
            return inserted(document, booking);
        } catch (MongoSocketException lostAnswer) {
            // Whether the insert was carried out is unknown. Its id decides: a second insert meets the first.
            Write second = inserted(document, booking);
            if (second == Write.EXISTS && isStored(booking)) {
                told.wroteNew(Family.of(booking));
                return Write.WRITTEN;
            }
            return second;
        } catch (MongoException failed) {
            throw learned(booking.id(), failed);
        }
    }

    List<Write> addAll(List<Booking> bookings) {
        store.requireSpace();
        return new ManyInserts(collection(), tails, told::wroteNew, this::add).insert(bookings);
    }

    /** A family without members: whoever looks for bookings finds none, and the index keeps its claims. */
    Write block(BookingId id, List<Long> claims) {
        store.requireSpace();
        Document document = new Document("_id", id.root())
                .append("version", 1L)
                .append("claims", claims)
                .append("bookings", List.of())
                .append(ChangeTails.FIELD, List.of());
        try {
            collection().insertOne(document);
            return Write.WRITTEN;
        } catch (MongoWriteException e) {
            return refusal(e, () -> find(id).isPresent() ? Write.EXISTS : Write.COLLIDES);
        }
    }

    /** One by one, for each holds up to {@link org.passerelle.booking.model.Claims#MOST}. */
    List<Long> blocked(Collection<BookingId> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(collection()
                                .find(eq("_id", id.root()))
                                .projection(Projections.include("claims", "bookings.id"))
                                .first())
                        .stream())
                .filter(found ->
                        found.getList("bookings", Document.class, List.of()).isEmpty())
                .flatMap(found -> found.getList("claims", Long.class, List.of()).stream())
                .toList();
    }

    void unblock(BookingId id) {
        if (find(id).filter(family -> family.members().isEmpty()).isPresent()) {
            collection().deleteOne(eq("_id", id.root()));
        }
    }

    private Write inserted(Document document, Booking booking) {
        try {
            collection().insertOne(document);
            told.wroteNew(Family.of(booking));
            return Write.WRITTEN;
        } catch (MongoWriteException e) {
            return refusal(e, () -> find(booking.id()).isPresent() ? Write.EXISTS : Write.COLLIDES);
        }
    }

    private boolean isStored(Booking booking) {
        return find(booking.id()).stream()
                .flatMap(Family::stream)
                .anyMatch(stored ->
                        stored.id().equals(booking.id()) && stored.uid().equals(booking.uid()));
    }

    Write replace(Booking changed) {
        return find(changed.id())
                .map(family -> replaced(family, family.with(changed), changed.version()))
                .orElse(Write.STALE);
    }

    Write split(Booking earlier, Booking later) {
        return find(earlier.id())
                .filter(family -> family.nextId().equals(later.id()))
                .map(family -> replaced(family, family.with(earlier, later), earlier.version()))
                .orElse(Write.STALE);
    }

    private Write replaced(Family stored, Family changed, long expectedVersion) {
        if (stored.version() != expectedVersion) {
            return Write.STALE;
        }
        if (changed.isTooLarge()) {
            return Write.TOO_LARGE;
        }
        if (changed.collidesWithItself()) {
            return Write.COLLIDES;
        }
        if (!store.takesNew() && changed.claims().length > stored.claims().length) {
            throw new LittleSpace();
        }
        try (ChangeTails.Tail tail = tails.begin(stored, changed)) {
            Write write = updated(stored, changed.toDocument(expectedVersion + 1, tail.documents()), changed);
            tail.ended(write == Write.WRITTEN);
            return write;
        }
    }

    private Write updated(Family stored, Document document, Family changed) {
        long expectedVersion = stored.version();
        Bson claims = document.containsKey("claims")
                ? Updates.set("claims", document.get("claims"))
                : Updates.unset("claims");
        Bson update = Updates.combine(
                Updates.set("version", expectedVersion + 1),
                Updates.set("bookings", document.get("bookings")),
                Updates.set(ChangeTails.FIELD, document.get(ChangeTails.FIELD)),
                claims);
        // Written flat, because only so does the embedded database use the index on _id and version.
        Bson current = new Document("_id", stored.root()).append("version", expectedVersion);
        try {
            if (collection().updateOne(current, update).getModifiedCount() == 0) {
                return Write.STALE;
            }
            told.wrote(stored.members(), changed.at(expectedVersion + 1));
            return Write.WRITTEN;
        } catch (BsonMaximumSizeExceededException tooLarge) {
            return Write.TOO_LARGE;
        } catch (MongoWriteException e) {
            return refusal(e, () -> Write.COLLIDES);
        } catch (MongoException failed) {
            throw learned(changed.members().get(0).id(), failed);
        }
    }

    /**
     * Sets what is said in a document, and nothing that is held. Whoever remembers bookings hears of it as of a write elsewhere, so
     * that nobody is mailed; mail that was settled before is settled still.
     */
    boolean rewrite(Document stored, Document rewritten) {
        long version = stored.getLong("version");
        Document current = new Document("_id", stored.getString("_id")).append("version", version);
        Document set = new Document("version", version + 1)
                .append("bookings", rewritten.get("bookings"))
                .append(ChangeTails.FIELD, rewritten.get(ChangeTails.FIELD));
        Document update = new Document("$set", set);
        Document delivery = stored.get(DELIVERY, Document.class);
        if (delivery != null) {
            // Noted by others without a new version, so that what they note meanwhile must not be lost.
            current.append(DELIVERY, delivery);
            Document left = rewritten.get(DELIVERY, Document.class);
            if (left == null) {
                update.append("$unset", new Document(DELIVERY, ""));
            } else {
                boolean isSettled = Long.valueOf(version).equals(delivery.get(SETTLED));
                set.append(DELIVERY, isSettled ? new Document(left).append(SETTLED, version + 1) : left);
            }
        }
        boolean isDone = collection().updateOne(current, update).getModifiedCount() > 0;
        if (isDone) {
            told.mayHaveWritten(Family.from(new Document(rewritten).append("version", version + 1)));
        }
        return isDone;
    }

    /** If it is unknown whether a write was carried out, whoever answers from memory learns what is stored. */
    private MongoException learned(BookingId id, MongoException failed) {
        if (StoreFailure.isOutcomeUnknown(failed)) {
            find(id).ifPresent(told::mayHaveWritten);
        }
        return failed;
    }

    private static Write refusal(MongoWriteException e, Supplier<Write> onDuplicate) {
        if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
            throw e;
        }
        return onDuplicate.get();
    }

    Optional<Family> find(BookingId id) {
        return Optional.ofNullable(collection().find(eq("_id", id.root())).first())
                .map(Family::from);
    }
}

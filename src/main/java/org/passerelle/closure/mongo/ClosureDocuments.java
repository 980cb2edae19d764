package org.passerelle.closure.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.AffectedDate.ClosureOutcome;
import org.passerelle.closure.model.AffectedDate.DateFate;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.model.SiteClosure.ClosureStep;
import org.passerelle.platform.OwnerSlots;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Closures, and the dates that each of them hits, in two collections of MongoDB. */
@Component
public class ClosureDocuments {

    static final String CLOSURES = "closures";
    static final String DATES = "closureDates";

    /** Between a site and the number of one of its places; in no id of a site or a closure. */
    static final String PLACE = "/";

    private static final List<ClosureStep> OPEN =
            Stream.of(ClosureStep.values()).filter(ClosureStep::isInForce).toList();
    private static final List<ClosureStep> UNFINISHED =
            Stream.of(ClosureStep.values()).filter(ClosureStep::isUnfinished).toList();

    private final MongoOperations mongo;

    public ClosureDocuments(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Adds one that counts among nobody's. */
    public void add(SiteClosure closure) {
        closures().insertOne(ClosureDocument.from(closure).append(OwnerSlots.FIELD, closure.id()));
    }

    /** As {@link #add(SiteClosure)}, unless there is one of its id. */
    public void addOnce(SiteClosure closure) {
        try {
            add(closure);
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /**
     * Adds it unless its site has {@code most} already that are neither over nor ended at {@code now}. However many are added at
     * once there are never more, for each has a place of the site's own.
     *
     * @return whether it did
     */
    public boolean add(SiteClosure closure, int most, Instant now) {
        String site = closure.plan().site().value();
        List<Integer> taken = new ArrayList<>();
        for (Document other : closures().find(eq("site", site)).into(new ArrayList<>())) {
            String place = Objects.toString(other.getString(OwnerSlots.FIELD), "");
            if (place.startsWith(site + PLACE)) {
                if (countsAt(now, ClosureDocument.toClosure(other))) {
                    taken.add(Integer.valueOf(place.substring(site.length() + PLACE.length())));
                } else {
                    String id = other.getString("_id");
                    closures()
                            .updateOne(
                                    new Document("_id", id).append(OwnerSlots.FIELD, place),
                                    Updates.set(OwnerSlots.FIELD, id));
                }
            }
        }
        return OwnerSlots.insert(most, taken, slot -> insert(closure, site + PLACE + slot));
    }

    private static boolean countsAt(Instant now, SiteClosure closure) {
        return closure.step() != ClosureStep.ENDED && closure.until().isAfter(now);
    }

    private void insert(SiteClosure closure, String place) {
        try {
            closures().insertOne(ClosureDocument.from(closure).append(OwnerSlots.FIELD, place));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                throw new DuplicateKeyException(place, e);
            }
            throw e;
        }
    }

    public Optional<SiteClosure> find(String id) {
        return Optional.ofNullable(closures().find(eq("_id", id)).first()).map(ClosureDocument::toClosure);
    }

    /** All of them, the one that begins first at the front. */
    public List<SiteClosure> all() {
        return closures().find().map(ClosureDocument::toClosure).into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing(
                                (SiteClosure closure) -> closure.plan().from())
                        .thenComparing(SiteClosure::id))
                .toList();
    }

    /** Those that shut rooms and end after {@code since}, in the order of their ids. */
    public List<SiteClosure> inForce(Instant since) {
        return sorted(and(in("step", ClosureDocument.names(OPEN)), gt("until", Date.from(since))));
    }

    /** Those for which there is something left to do. */
    public List<SiteClosure> unfinished() {
        return sorted(in("step", ClosureDocument.names(UNFINISHED)));
    }

    /** Those of which somebody has to say what becomes of the bookings. */
    public List<SiteClosure> asking() {
        return sorted(eq("step", ClosureStep.ASKING.name()));
    }

    /** Those of {@code type} of which all is dealt with and that were not taken back; {@link ClosureType#PLANNED} is not asked for. */
    public List<SiteClosure> inForceOf(ClosureType type) {
        return sorted(and(eq("step", ClosureStep.IN_FORCE.name()), eq("type", type.name())));
    }

    /** Notes what becomes of the bookings, in whose name and when; false if that was said before. */
    public boolean decide(String id, OnBookings then, PersonId by, Instant now) {
        return updated(
                id,
                ClosureStep.ASKING,
                Updates.combine(
                        Updates.set("step", ClosureStep.TREATING.name()),
                        Updates.set("onBookings", then.name()),
                        Updates.set("by", by.text()),
                        Updates.set("at", Date.from(now))));
    }

    /** Those that still hold what was free when they were made. */
    public List<SiteClosure> blocking() {
        return sorted(gt("pieces", 0));
    }

    private List<SiteClosure> sorted(Bson filter) {
        return closures().find(filter).map(ClosureDocument::toClosure).into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing(SiteClosure::id))
                .toList();
    }

    /** Has it go from one step to the next; false if it is not at that step any more. */
    public boolean advance(String id, ClosureStep from, ClosureStep to) {
        return updated(id, from, Updates.set("step", to.name()));
    }

    /** As {@link #advance}, noting that it was taken back at {@code now}. */
    public boolean end(String id, ClosureStep from, ClosureStep to, Instant now) {
        return updated(id, from, Updates.combine(Updates.set("step", to.name()), Updates.set("ended", Date.from(now))));
    }

    private boolean updated(String id, ClosureStep from, Bson update) {
        return closures()
                        .updateOne(new Document("_id", id).append("step", from.name()), update)
                        .getModifiedCount()
                > 0;
    }

    /** It holds nothing any more. */
    public void noteUnblocked(String id) {
        closures().updateOne(eq("_id", id), Updates.set("pieces", 0));
    }

    /** Adds those that are not there yet; what became of the others stays. Returns how many were new. */
    public int addDates(List<AffectedDate> dates) {
        int added = 0;
        for (AffectedDate date : dates) {
            try {
                dates().insertOne(AffectedDateDocument.from(date));
                added++;
            } catch (MongoWriteException e) {
                if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
        }
        return added;
    }

    /** What a closure hits, by time. */
    public List<AffectedDate> dates(String closure) {
        return byTime(eq("closure", closure));
    }

    /** The bookings of which dates that a closure hits have come to {@code outcome}, each with these; by time. */
    public Map<BookingId, List<AffectedDate>> datesByBooking(String closure, ClosureOutcome outcome) {
        return dates(closure).stream()
                .filter(date -> date.fate().outcome() == outcome)
                .collect(Collectors.groupingBy(date -> date.name().booking(), LinkedHashMap::new, Collectors.toList()));
    }

    /** What becomes of a booking by all closures, by time. */
    public List<AffectedDate> dates(BookingId booking) {
        return byTime(eq("booking", booking.value()));
    }

    /** What is offered to somebody, by time. */
    public List<AffectedDate> offeredTo(PersonId organiser) {
        return byTime(new Document("organiser", organiser.text()).append("outcome", ClosureOutcome.OFFERED.name()));
    }

    public Optional<AffectedDate> date(String key) {
        return Optional.ofNullable(dates().find(eq("_id", key)).first()).map(AffectedDateDocument::toDate);
    }

    private List<AffectedDate> byTime(Bson filter) {
        return dates().find(filter).map(AffectedDateDocument::toDate).into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing((AffectedDate date) -> date.time().start())
                        .thenComparing(AffectedDate::key))
                .toList();
    }

    /** Notes what became of {@code date}; false if somebody else noted something first. */
    public boolean settle(AffectedDate date, DateFate fate) {
        List<Bson> updates = AffectedDateDocument.fate(fate).entrySet().stream()
                .map(field -> Updates.set(field.getKey(), field.getValue()))
                .toList();
        Bson unchanged = new Document("_id", date.key())
                .append("outcome", date.fate().outcome().name());
        return dates().updateOne(unchanged, Updates.combine(updates)).getModifiedCount() > 0;
    }

    /** Forgets one that came to nothing, with all that it was to hit. */
    public void remove(String id) {
        dates().deleteMany(eq("closure", id));
        closures().deleteOne(eq("_id", id));
    }

    /** Forgets closures that were over before {@code before}, with all that they hit. */
    public void forgetBefore(Instant before) {
        for (SiteClosure old : sorted(lt("until", Date.from(before)))) {
            remove(old.id());
        }
    }

    private MongoCollection<Document> closures() {
        return mongo.getCollection(CLOSURES);
    }

    private MongoCollection<Document> dates() {
        return mongo.getCollection(DATES);
    }
}

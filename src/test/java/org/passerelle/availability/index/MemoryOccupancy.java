package org.passerelle.availability.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** Documents on paper. Storing one and telling of it are two steps, so that a test can come between. */
public final class MemoryOccupancy implements Occupancy {

    private final Map<String, Holding> documents = new ConcurrentHashMap<>();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    /** A fresh document of its first version. */
    public static Holding holding(Stretch... stretches) {
        return new Holding(BookingId.random().root(), 1, List.of(stretches));
    }

    /** The next version of {@code holding}. */
    public static Holding next(Holding holding, Stretch... stretches) {
        return new Holding(holding.root(), holding.version() + 1, List.of(stretches));
    }

    public static Stretch stretch(int number, Interval occupied) {
        return new Stretch(number, Slots.first(occupied), Slots.endExclusive(occupied));
    }

    /** Stores a document and tells of it. */
    public void write(Holding holding) {
        store(holding);
        tell(holding);
    }

    public void store(Holding holding) {
        documents.put(holding.root(), holding);
    }

    public void remove(String root) {
        documents.remove(root);
    }

    public void tell(Holding holding) {
        followers.forEach(follower -> follower.wrote(holding));
    }

    @Override
    public void follow(Follower follower) {
        followers.add(follower);
    }

    @Override
    public void recallAll(Consumer<Holding> each) {
        readAll(each);
    }

    @Override
    public void readAll(Consumer<Holding> each) {
        documents.values().forEach(each);
    }

    @Override
    public List<Holding> read(Collection<String> roots) {
        return roots.stream().map(documents::get).filter(Objects::nonNull).toList();
    }
}

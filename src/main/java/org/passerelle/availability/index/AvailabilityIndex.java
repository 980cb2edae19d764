package org.passerelle.availability.index;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.passerelle.availability.IndexStatus;
import org.passerelle.availability.SelfCheck;
import org.passerelle.availability.WritesElsewhere;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.store.BookingWrite;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Free times out of memory. It knows of every write of this node once the call that wrote returns. Being there means
 * being complete: it is made before the first request is served.
 */
@Component
class AvailabilityIndex implements FreeTimes, SelfCheck, IndexStatus, WritesElsewhere, Occupancy.Follower {

    /** In which word of a write arrives, also of one of another node. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Clock clock;
    private final TakenTimes taken;
    private final OpenTimes open;
    private final StoreComparison comparison;
    private final List<Consumer<List<Stretch>>> followers = new CopyOnWriteArrayList<>();

    @Autowired
    AvailabilityIndex(Occupancy occupancy, Directories directories, Clock clock) {
        this(occupancy, directories, clock, GRACE);
    }

    AvailabilityIndex(Occupancy occupancy, Directories directories, Clock clock, Duration grace) {
        this.clock = clock;
        Window window = Window.around(clock.instant());
        this.taken = new TakenTimes(window);
        this.open = new OpenTimes(directories, window);
        this.comparison = new StoreComparison(taken, occupancy, grace);
        occupancy.follow(this);
        taken.putAll(occupancy::recallAll);
    }

    /** Of what another node wrote, which is not told what was there before: that is what stood here. */
    @Override
    public void wrote(Holding holding) {
        List<Stretch> before = followers.isEmpty() ? List.of() : taken.stretches(holding.root());
        taken.put(holding);
        List<Stretch> all = Stream.concat(before.stream(), holding.stretches().stream())
                .distinct()
                .toList();
        followers.forEach(follower -> follower.accept(all));
    }

    @Override
    public void wrote(Holding holding, BookingWrite write) {
        taken.put(holding);
    }

    @Override
    public void follow(Consumer<List<Stretch>> follower) {
        followers.add(follower);
    }

    @Override
    public boolean knows(String root, long version) {
        return taken.knows(root, version);
    }

    @Override
    public boolean isFree(int number, long firstSlot, long endSlot) {
        return taken.isFree(number, firstSlot, endSlot);
    }

    @Override
    public void addTaken(int number, long firstSlot, long[] words) {
        taken.addTo(number, word(firstSlot), words);
    }

    @Override
    public boolean isOpen(Room room, Interval time) {
        return open.isOpen(room, time);
    }

    @Override
    public void addOpen(Room room, long firstSlot, long[] words) {
        open.addTo(room, word(firstSlot), words);
    }

    private static long word(long firstSlot) {
        if (firstSlot % Long.SIZE != 0) {
            throw new IllegalArgumentException("The first slot must be a multiple of 64, and " + firstSlot + " is not");
        }
        return firstSlot / Long.SIZE;
    }

    @Override
    public CheckFindings check() {
        return comparison.check();
    }

    @Override
    public long documents() {
        return taken.documents();
    }

    Size size() {
        return taken.size();
    }

    /** Keeps the bitmaps around the present time. Answers are right without; they only come more quickly. */
    void moveOn() {
        Window now = Window.around(clock.instant());
        taken.moveTo(now);
        open.moveTo(now);
    }
}

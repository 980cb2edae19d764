package org.passerelle.live;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.passerelle.availability.WritesElsewhere;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.store.BookingWrite;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.work.WorkTimer;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Follows the writes, and a moment later tells of which sites the picture is old. What was written meanwhile is told together.
 * What other nodes wrote comes from the index, which knows what was there before.
 */
@Component
public class SiteChanges implements Occupancy.Follower, DisposableBean {

    private static final Duration TOGETHER = Duration.ofMillis(100);

    /** More writes than that within a moment are no longer looked at one by one. */
    private static final int MOST = 1_000;

    private final Directories directories;
    private final WorkTimer timer = new WorkTimer("live-changes");
    private final Set<BiConsumer<SiteId, SiteDays>> followers = ConcurrentHashMap.newKeySet();

    /** Guarded by itself. */
    private final List<BookingWrite> written = new ArrayList<>();

    /** Of other nodes. Guarded by {@link #written}. */
    private final List<List<Stretch>> heard = new ArrayList<>();

    /** Guarded by {@link #written}. */
    private boolean isPlanned;

    /** Guarded by {@link #written}. */
    private boolean isAnySite;

    SiteChanges(Directories directories, Occupancy occupancy, WritesElsewhere elsewhere) {
        this.directories = directories;
        occupancy.follow(this);
        elsewhere.follow(stretches -> note(() -> heard.add(stretches)));
    }

    /** Has {@code follower} told until {@link #leave} is called; on a thread that it must not keep waiting. */
    public void follow(BiConsumer<SiteId, SiteDays> follower) {
        followers.add(follower);
    }

    public void leave(BiConsumer<SiteId, SiteDays> follower) {
        followers.remove(follower);
    }

    /** The index tells of it. */
    @Override
    public void wrote(Holding holding) {}

    @Override
    public void wrote(Holding holding, BookingWrite write) {
        note(() -> written.add(write));
    }

    @Override
    public boolean knows(String root, long version) {
        return true;
    }

    private void note(Runnable keep) {
        if (followers.isEmpty()) {
            return;
        }
        synchronized (written) {
            isAnySite |= written.size() + heard.size() >= MOST;
            if (!isAnySite) {
                keep.run();
            }
            if (!isPlanned) {
                isPlanned = true;
                timer.after(TOGETHER, this::tell);
            }
        }
    }

    private void tell() {
        List<BookingWrite> writes;
        List<List<Stretch>> elsewhere;
        boolean isAny;
        synchronized (written) {
            writes = List.copyOf(written);
            elsewhere = List.copyOf(heard);
            isAny = isAnySite;
            written.clear();
            heard.clear();
            isPlanned = false;
            isAnySite = false;
        }
        Directory directory = directories.current();
        Map<SiteId, SiteDays> changes = new HashMap<>();
        if (isAny) {
            directory.sites().forEach(site -> changes.put(site.id(), SiteDays.ANY));
        } else {
            Map<Integer, Site> sites = new HashMap<>();
            directory
                    .rooms()
                    .forEach(room -> room.numbers().forEach(number -> sites.put(number, directory.siteOf(room))));
            writes.stream()
                    .flatMap(BookingWrite::changed)
                    .flatMap(RequestedMoves::with)
                    .forEach(booking -> note(booking, sites, changes));
            elsewhere.forEach(stretches -> stretches.forEach(stretch -> note(stretch, sites, changes)));
        }
        changes.forEach((site, days) -> followers.forEach(follower -> follower.accept(site, days)));
    }

    private static void note(Stretch stretch, Map<Integer, Site> sites, Map<SiteId, SiteDays> changes) {
        Site site = sites.get(stretch.number());
        if (site != null) {
            Interval time = new Interval(Slots.start(stretch.firstSlot()), Slots.start(stretch.endSlot()));
            changes.merge(site.id(), new SiteDays(days(Stream.of(time), site.zone())), SiteDays::with);
        }
    }

    private static void note(Booking booking, Map<Integer, Site> sites, Map<SiteId, SiteDays> changes) {
        for (Occurrence date : booking.occurrences()) {
            for (Place place : date.places()) {
                for (int number : place.numbers()) {
                    Site site = sites.get(number);
                    if (site != null) {
                        changes.merge(site.id(), days(date.time(), place, site.zone()), SiteDays::with);
                    }
                }
            }
        }
    }

    private static SiteDays days(Interval meeting, Place place, ZoneId zone) {
        return new SiteDays(days(Stream.of(meeting, place.claimed()), zone));
    }

    private static SortedSet<LocalDate> days(Stream<Interval> times, ZoneId zone) {
        SortedSet<LocalDate> days = new TreeSet<>();
        times.forEach(time -> {
            days.add(time.start().atZone(zone).toLocalDate());
            days.add(time.end().minusNanos(1).atZone(zone).toLocalDate());
        });
        return days;
    }

    @Override
    public void destroy() {
        timer.close();
    }
}

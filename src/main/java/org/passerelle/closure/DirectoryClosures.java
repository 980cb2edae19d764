package org.passerelle.closure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.closure.ReplaceDirectory.TreatmentWish;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.model.SiteClosure.ClosureStep;
import org.passerelle.closure.mongo.ClosureDocuments;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.digest.Digests;
import org.springframework.stereotype.Component;

/** Notes what a changed directory hits as closures, one a site: so the same work deals with it, and the same page shows it. */
@Component
class DirectoryClosures {

    private static final int ID_BITS = 80;

    /** Whoever asks waits so long for the bookings to be dealt with; then that goes on without them. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Rooms leave the directory only once nothing is booked in them. */
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(30);

    private final ClosureDocuments documents;
    private final ClosureWork work;
    private final Clock clock;

    DirectoryClosures(ClosureDocuments documents, ClosureWork work, Clock clock) {
        this.documents = documents;
        this.work = work;
        this.clock = clock;
    }

    /** Notes what is to be treated once the directory is in force. */
    Noted note(List<AffectedDate> hit, Directory before, TreatmentWish wish) {
        Noted noted = new Noted(before, wish, ClosureStep.BLOCKING, clock.instant());
        noted.add(hit);
        return noted;
    }

    /** Treats what is hit at once. */
    List<SiteClosure> treatNow(List<AffectedDate> hit, Directory before, TreatmentWish wish) {
        Noted noted = new Noted(before, wish, ClosureStep.TREATING, clock.instant());
        noted.add(hit);
        noted.closures().forEach(closure -> work.begin(closure.id(), LONG_PATIENCE));
        return noted.closures();
    }

    /** The closures of one change. */
    final class Noted {

        private final Directory before;
        private final TreatmentWish wish;
        private final ClosureStep step;
        private final Instant now;
        private final Map<SiteId, SiteClosure> bySite = new LinkedHashMap<>();

        private Noted(Directory before, TreatmentWish wish, ClosureStep step, Instant now) {
            this.before = before;
            this.wish = wish;
            this.step = step;
            this.now = now;
        }

        /** Notes dates that are not noted yet. */
        void add(List<AffectedDate> hit) {
            Map<SiteId, List<AffectedDate>> found = new LinkedHashMap<>();
            for (AffectedDate date : hit) {
                roomsBySite(date)
                        .forEach((site, rooms) -> found.computeIfAbsent(site, any -> new ArrayList<>())
                                .add(date.in("", rooms)));
            }
            found.forEach((site, dates) -> {
                SiteClosure closure = bySite.computeIfAbsent(site, any -> added(site, dates));
                documents.addDates(dates.stream()
                        .map(date -> date.in(closure.id(), date.rooms()))
                        .toList());
            });
        }

        private Map<SiteId, List<RoomId>> roomsBySite(AffectedDate date) {
            Map<SiteId, List<RoomId>> bySite = new LinkedHashMap<>();
            date.rooms().stream()
                    .flatMap(id -> before.room(id).stream())
                    .forEach(room -> bySite.computeIfAbsent(room.site(), any -> new ArrayList<>())
                            .add(room.id()));
            return bySite;
        }

        private SiteClosure added(SiteId site, List<AffectedDate> dates) {
            ZoneId zone = before.site(site).orElseThrow().zone();
            Instant first = dates.stream()
                    .map(date -> date.time().start())
                    .min(Instant::compareTo)
                    .orElseThrow();
            Instant last = dates.stream()
                    .map(date -> date.time().end())
                    .max(Instant::compareTo)
                    .orElseThrow();
            SiteClosure closure = new SiteClosure(
                    Digests.randomText(ID_BITS),
                    plan(site, dates, LocalDateTime.ofInstant(first, zone), LocalDateTime.ofInstant(last, zone)),
                    wish.by().id(),
                    now,
                    last,
                    step,
                    0,
                    Optional.empty());
            documents.add(closure);
            return closure;
        }

        private ClosurePlan plan(SiteId site, List<AffectedDate> dates, LocalDateTime from, LocalDateTime to) {
            List<RoomId> rooms = dates.stream()
                    .flatMap(date -> date.rooms().stream())
                    .distinct()
                    .toList();
            boolean isAll = before.roomsAt(site).stream().map(Room::id).allMatch(rooms::contains);
            return new ClosurePlan(
                    site,
                    isAll ? List.of() : rooms,
                    from,
                    from.isBefore(to) ? to : from.plusMinutes(1), // where a clock is put back between the two
                    wish.reason(),
                    wish.onBookings(),
                    ClosureType.DIRECTORY);
        }

        /** The directory is in force: they are treated. */
        void begin() {
            bySite.values().forEach(closure -> {
                documents.advance(closure.id(), ClosureStep.BLOCKING, ClosureStep.TREATING);
                work.begin(closure.id(), PATIENCE);
            });
        }

        /** The directory is not in force. */
        void forget() {
            bySite.values().forEach(closure -> documents.remove(closure.id()));
        }

        List<SiteClosure> closures() {
            return List.copyOf(bySite.values());
        }
    }
}

package org.passerelle.calendar.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.OccupyingRooms;
import org.passerelle.booking.OccupyingRooms.Occupation;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.calendar.imports.Import.Collision;
import org.passerelle.calendar.imports.ImportDocument.Collided;
import org.passerelle.calendar.imports.ImportedDates.MadeBooking;
import org.passerelle.directory.Room;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.ShutdownSignal;
import org.passerelle.platform.work.WorkExecutors;
import org.passerelle.platform.work.WorkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Makes the bookings of an import what its calendar says. Every booking has the one id that its date can have, and what is
 * about to be written is noted first; so a run that ends in the middle is carried on by the next one.
 */
@Component
class ImportSync implements DisposableBean {

    /** Writes wait for the disk together. */
    private static final int WRITERS = 8;

    private static final int MOST_TOGETHER = 500;
    private static final Logger LOG = LoggerFactory.getLogger(ImportSync.class);

    private final ImportDocuments documents;
    private final OccupyingRooms occupying;
    private final ShutdownSignal shutdown;
    private final Clock clock;
    private final ExecutorService writers = WorkExecutors.pool("import", WRITERS);

    ImportSync(ImportDocuments documents, OccupyingRooms occupying, ShutdownSignal shutdown, Clock clock) {
        this.documents = documents;
        this.occupying = occupying;
        this.shutdown = shutdown;
        this.clock = clock;
    }

    /** A date and the booking that it is to be. */
    record Wanted(BookingId id, ExternalDate date) {

        String digest() {
            return Digests.shortHex(date.title())
                    + "@"
                    + date.time()
                    + date.zone().getId();
        }

        MadeBooking made(String digest) {
            return new MadeBooking(id.value(), digest, date.time().end());
        }
    }

    /** Follows {@code dates}; returns those in whose way something is. */
    List<Collided> follow(Import which, Room room, List<ExternalDate> dates) {
        Map<String, MadeBooking> before = new HashMap<>();
        documents.dates(which.id()).forEach(made -> before.put(made.booking(), made));
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        for (ExternalDate date : dates) {
            BookingId id = which.booking(date.key());
            wanted.put(id.value(), new Wanted(id, date));
        }
        List<Wanted> unsettled = wanted.values().stream()
                .filter(each -> !isSettled(before.get(each.id().value()), each))
                .toList();
        List<MadeBooking> gone = before.values().stream()
                .filter(made -> !wanted.containsKey(made.booking()))
                .toList();
        if (unsettled.isEmpty() && gone.isEmpty()) {
            return List.of();
        }
        noteIntention(which, before, unsettled);
        Instant now = clock.instant();
        giveUp(gone, now);
        List<Wanted> fresh = unsettled.stream()
                .filter(each -> !before.containsKey(each.id().value()))
                .toList();
        List<Wanted> known = unsettled.stream()
                .filter(each -> before.containsKey(each.id().value()))
                .toList();
        List<Collided> collided = occupy(room, joined(known, notFree(room, fresh)));
        noteOutcome(which, wanted.values(), collided);
        return collided;
    }

    /** Tries again what collided before; returns what still does. */
    List<Collided> again(Import which, Room room, List<Collided> before) {
        Instant now = clock.instant();
        List<Wanted> wanted = before.stream()
                .filter(each -> each.end().isAfter(now))
                .map(Collided::toWanted)
                .toList();
        List<Collided> collided = occupy(room, wanted);
        Map<String, Wanted> settled = new HashMap<>();
        wanted.forEach(each -> settled.put(each.id().value(), each));
        collided.forEach(each -> settled.remove(each.booking()));
        if (!settled.isEmpty()) {
            documents.saveDates(
                    which.id(),
                    documents.dates(which.id()).stream()
                            .map(made -> settled.containsKey(made.booking())
                                    ? settled.get(made.booking())
                                            .made(settled.get(made.booking()).digest())
                                    : made)
                            .toList());
        }
        return collided;
    }

    /** Gives up all that is still to come. */
    void giveUp(Import which) {
        giveUp(documents.dates(which.id()), clock.instant());
    }

    private void giveUp(Collection<MadeBooking> dates, Instant now) {
        List<Callable<Boolean>> writes = new ArrayList<>();
        dates.stream()
                .filter(made -> made.end().isAfter(now))
                .forEach(made -> writes.add(() -> {
                    shutdown.check();
                    occupying.giveUp(new BookingId(made.booking()));
                    return true;
                }));
        together(writes);
    }

    /** Writes those of {@code fresh} that are free, many at once; returns the others. */
    private List<Wanted> notFree(Room room, List<Wanted> fresh) {
        Map<BookingId, Wanted> byId = new LinkedHashMap<>();
        fresh.forEach(each -> byId.put(each.id(), each));
        List<Wanted> left = new ArrayList<>();
        for (int from = 0; from < fresh.size(); from += MOST_TOGETHER) {
            shutdown.check();
            List<Wanted> some = fresh.subList(from, Math.min(fresh.size(), from + MOST_TOGETHER));
            Optional<Throwable> failure = Fence.around(() -> occupying
                    .occupyFree(room, some.stream().map(ImportSync::occupation).toList())
                    .forEach(each -> left.add(Objects.requireNonNull(byId.get(each.id())))));
            if (failure.isPresent()) {
                left.addAll(some); // one of them cannot be written; each on its own, the others can
            }
        }
        return left;
    }

    private static List<Wanted> joined(List<Wanted> first, List<Wanted> second) {
        List<Wanted> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static boolean isSettled(@Nullable MadeBooking before, Wanted wanted) {
        return before != null && before.digest().equals(wanted.digest());
    }

    private void noteIntention(Import which, Map<String, MadeBooking> before, List<Wanted> unsettled) {
        Map<String, MadeBooking> intended = new LinkedHashMap<>(before);
        unsettled.forEach(each -> intended.put(each.id().value(), each.made(ImportedDates.UNSETTLED)));
        documents.saveDates(which.id(), List.copyOf(intended.values()));
    }

    private void noteOutcome(Import which, Collection<Wanted> wanted, List<Collided> collided) {
        Set<String> open = new HashSet<>();
        collided.forEach(each -> open.add(each.booking()));
        documents.saveDates(
                which.id(),
                wanted.stream()
                        .map(each ->
                                each.made(open.contains(each.id().value()) ? ImportedDates.UNSETTLED : each.digest()))
                        .toList());
    }

    /** Twice, since one date may move to where another is only about to leave. */
    private List<Collided> occupy(Room room, List<Wanted> wanted) {
        List<Wanted> again = new ArrayList<>();
        List<Callable<List<Conflict>>> writes = new ArrayList<>();
        wanted.forEach(each -> writes.add(() -> occupy(room, each)));
        List<List<Conflict>> conflicts = together(writes);
        for (int i = 0; i < wanted.size(); i++) {
            if (!conflicts.get(i).isEmpty()) {
                occupying.giveUp(wanted.get(i).id()); // its old time is over in any case
                again.add(wanted.get(i));
            }
        }
        List<Collided> collided = new ArrayList<>();
        for (Wanted each : again) {
            List<Conflict> left = occupy(room, each);
            if (!left.isEmpty()) {
                collided.add(Collided.of(each, Collision.of(each.date(), left)));
            }
        }
        return collided;
    }

    /** A date that cannot be written at all counts as one in whose way something is, so that the others are. */
    private List<Conflict> occupy(Room room, Wanted wanted) {
        shutdown.check();
        List<Conflict> conflicts = new ArrayList<>();
        Fence.around(() -> conflicts.addAll(occupying.occupy(room, occupation(wanted))))
                .ifPresent(failure -> {
                    if (failure instanceof RuntimeException storeAway && StoreFailure.isIn(storeAway)) {
                        throw storeAway;
                    }
                    WorkFailures.note("imports");
                    LOG.warn("A date of a calendar cannot occupy {}: {}", room.id(), failure.toString());
                    conflicts.add(new Conflict(
                            room.id(),
                            wanted.date().time(),
                            wanted.date().time().start()));
                });
        return conflicts;
    }

    private static Occupation occupation(Wanted wanted) {
        ExternalDate date = wanted.date();
        return new Occupation(wanted.id(), date.title(), date.time(), date.zone());
    }

    private <T> List<T> together(List<Callable<T>> tasks) {
        try {
            List<T> results = new ArrayList<>(tasks.size());
            for (Future<T> each : writers.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            shutdown.check();
            throw new IllegalStateException("Interrupted while a calendar was imported", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException("A date could not be written", e.getCause());
        }
    }

    @Override
    public void destroy() {
        writers.shutdownNow();
    }
}

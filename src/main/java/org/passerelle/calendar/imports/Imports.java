package org.passerelle.calendar.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.busy.BlockerIndex;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Claims;
import org.passerelle.calendar.imports.ImportDocument.Collided;
import org.passerelle.calendar.imports.ImportDocument.Found;
import org.passerelle.calendar.imports.ImportDocument.ImportLook;
import org.passerelle.calendar.imports.ImportDocument.ImportSubject;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.OwnerSlots;
import org.passerelle.platform.StoreStatus;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.store.LittleSpace;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.work.CoalescingQueue;
import org.passerelle.platform.work.ConcurrencyLimit;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.SerialWorker;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.platform.work.WorkQueue;
import org.passerelle.platform.work.WorkRefused;
import org.passerelle.time.Interval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The external calendars that occupy rooms. Whoever calls has made sure that the room is theirs to manage. What collides
 * with bookings of ours is kept and tried again as soon as one of these goes away, and at every look.
 */
@Component
public class Imports implements WorkQueue {

    /** So many a room may have. */
    public static final int MOST_A_ROOM = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(10);
    private static final int MOST_TRIES = 3;

    private final ImportDocuments documents;
    private final ImportRefresh looking;
    private final ImportSync run;
    private final ReadingBookings bookings;
    private final Directories directories;
    private final StoreStatus store;
    private final Clock clock;
    private final BlockerIndex<String> inTheWay = new BlockerIndex<>();
    private final CoalescingQueue<String> pending;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    /** Looks that people wait for, besides the round; each may hold a whole calendar and wait for a slow server. */
    private final ConcurrencyLimit asked = new ConcurrencyLimit(2, Duration.ofSeconds(20));

    Imports(
            ImportDocuments documents,
            ImportRefresh looking,
            ImportSync run,
            ReadingBookings bookings,
            Directories directories,
            SerialWorker worker,
            StoreStatus store,
            Clock clock) {
        this.store = store;
        this.documents = documents;
        this.looking = looking;
        this.run = run;
        this.bookings = bookings;
        this.directories = directories;
        this.clock = clock;
        this.pending = new CoalescingQueue<>(worker, id -> at(id, looking::again));
    }

    /**
     * Adds a calendar and looks at it at once.
     *
     * @param name at most 200 characters in one line, for people, and the title of events that have none
     * @return empty if the room has as many as a room may have
     * @throws WorkRefused if too many are being looked at
     * @throws LittleSpace if there is too little space for what would come of it
     */
    public Optional<Import> add(RoomId room, ImportSource source, String name) {
        return add(room, source, name, UUID.randomUUID().toString());
    }

    /** As {@link #add}, once however often the form is sent that has {@code key}, which nobody else's has. */
    public Optional<Import> addOnce(RoomId room, ImportSource source, String name, String key) {
        String asked = String.join("\n", room.value(), source.kind().name(), source.value(), name, key);
        String id = UUID.nameUUIDFromBytes(Digests.sha256(asked)).toString();
        return find(id).or(() -> add(room, source, name, id));
    }

    private Optional<Import> add(RoomId room, ImportSource source, String name, String id) {
        store.requireSpace();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ImportSubject subject = new ImportSubject(room.value(), source.kind(), source.value(), name, now);
        ImportLook due = new ImportLook(null, now.plus(LONGEST_LOOK), 0, null);
        return asked.within(() -> {
            // Only now, so that what is refused leaves nothing.
            boolean added = OwnerSlots.insert(
                    MOST_A_ROOM,
                    documents.slotsOf(room),
                    slot -> documents.add(new ImportDocument(id, slot, subject, due, null, Found.NONE)));
            if (added) {
                at(id, looking::look);
            } else if (documents.find(id).isEmpty()) {
                documents.remove(id);
            }
            // What another press of the same form has added is there, too.
            return find(id);
        });
    }

    /** Those of some rooms, oldest first. */
    public List<Import> of(Collection<RoomId> rooms) {
        return documents.all().stream()
                .map(ImportDocument::toImport)
                .filter(each -> rooms.contains(each.room()))
                .sorted(Comparator.comparing(Import::createdAt).thenComparing(Import::id))
                .toList();
    }

    public Optional<Import> find(String id) {
        return documents.find(id).map(ImportDocument::toImport);
    }

    /**
     * Looks at it now; returns it as it is afterwards.
     *
     * @throws WorkRefused if too many are being looked at
     */
    public Optional<Import> refresh(String id) {
        return asked.within(() -> {
            at(id, looking::look);
            return find(id);
        });
    }

    /** Ends an import; the room is free again where it was occupied by it. Nothing happens if there is none. */
    public void remove(String id) {
        at(id, document -> {
            run.giveUp(document.toImport());
            documents.remove(id);
        });
        inTheWay.forget(id);
        locks.remove(id);
    }

    /** Looks at those that are due, one after the other; what goes wrong with one is noted with it and keeps none waiting. */
    public void lookAtDue() {
        Instant now = clock.instant();
        documents.all().stream()
                .filter(document -> !document.look().next().isAfter(now))
                .sorted(Comparator.comparing(document -> document.look().next()))
                .filter(document -> documents.take(document, now.plus(LONGEST_LOOK)))
                .forEach(document -> Fence.around(() -> at(document.id(), looking::look))
                        .ifPresent(failure -> {
                            WorkFailures.note("imports");
                            StoreFailure.log(LOG, "A calendar was left out: " + document.id(), failure);
                        }));
    }

    @Override
    public String queueName() {
        return "imports";
    }

    /** Those that are due and that nobody looks at yet. */
    @Override
    public Load load() {
        Instant now = clock.instant();
        List<Instant> due = documents.due(now);
        return due.stream()
                .min(Comparator.naturalOrder())
                .map(oldest -> new Load(due.size(), Duration.between(oldest, now)))
                .orElse(Load.NONE);
    }

    @EventListener
    void on(BookingChanged event) {
        pending.add(inTheWay.waitingFor(event.id()));
    }

    private void at(String id, Consumer<ImportDocument> act) {
        synchronized (locks.computeIfAbsent(id, each -> new Object())) {
            documents.find(id).ifPresent(act);
            for (int tries = 0; tries < MOST_TRIES && isNewInTheWay(id); tries++) {
                // What went away before it was noted to be in the way is not heard of; so what is noted is tried again.
                documents.find(id).ifPresent(looking::again);
            }
        }
    }

    private boolean isNewInTheWay(String id) {
        List<Collided> collisions = documents
                .find(id)
                .map(document -> document.found().collisions())
                .orElse(List.of());
        if (collisions.isEmpty()) {
            inTheWay.forget(id);
            return false;
        }
        Optional<Room> room = documents
                .find(id)
                .flatMap(document ->
                        directories.current().room(new RoomId(document.subject().room())));
        List<Long> claims = room.stream()
                .flatMap(each -> collisions.stream()
                        .flatMap(collided -> Claims.of(each.numbers(), Interval.of(collided.start(), collided.end()))
                                .boxed()))
                .toList();
        List<BookingId> obstacles =
                bookings.holding(claims).stream().map(Booking::id).collect(Collectors.toList());
        return inTheWay.put(id, obstacles) && !obstacles.isEmpty();
    }
}

package org.passerelle.closure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.BookingId;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.model.SiteClosure.ClosureStep;
import org.passerelle.closure.mongo.ClosureDocuments;
import org.passerelle.directory.Directories;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.digest.Digests;
import org.springframework.stereotype.Component;

/** Shuts sites and rooms, shows what that hits, and opens them again. */
@Component
public class ClosingRooms {

    private static final int ID_BITS = 80;

    /** Whoever asks waits so long for the bookings to be dealt with; then that goes on without them. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int MOST_TRIES = 10;

    private final ClosureDocuments documents;
    private final ClosureWork work;
    private final ReadingBookings reading;
    private final MovesAsked moves;
    private final Directories directories;
    private final ClosureProperties settings;
    private final Clock clock;

    ClosingRooms(
            ClosureDocuments documents,
            ClosureWork work,
            ReadingBookings reading,
            MovesAsked moves,
            Directories directories,
            ClosureProperties settings,
            Clock clock) {
        this.documents = documents;
        this.work = work;
        this.reading = reading;
        this.moves = moves;
        this.directories = directories;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether somebody may shut {@code site} and its rooms. */
    public static boolean mayShut(Person person, SiteId site) {
        return person.runs(site);
    }

    /** What {@code plan} would hit now, by time; nothing is changed. */
    public List<AffectedDate> affected(ClosurePlan plan) {
        return ShutRooms.of(plan, directories.current())
                .flatMap(shut -> shut.time()
                        .map(time -> shut.affected("", reading.holding(shut.rooms(), time), clock.instant())))
                .orElse(List.of());
    }

    /**
     * Shuts what {@code plan} says. The rule is in force when this returns; bookings it hits may still be being dealt with.
     *
     * @param person who {@link #mayShut}
     * @return empty if the site has as many closures as it may
     * @throws IllegalArgumentException if the plan is over already, or of a site that there is not
     */
    public Optional<SiteClosure> close(Person person, ClosurePlan plan) {
        return close(person, plan, Digests.randomText(ID_BITS));
    }

    /** As {@link #close}, once however often the form is sent that has {@code key}. */
    public Optional<SiteClosure> closeOnce(Person person, ClosurePlan plan, String key) {
        String id = Digests.shortHex(person.id() + " " + plan + " " + key);
        return documents.find(id).or(() -> close(person, plan, id));
    }

    private Optional<SiteClosure> close(Person person, ClosurePlan plan, String id) {
        Instant now = clock.instant();
        ShutRooms shut = ShutRooms.of(plan, directories.current())
                .filter(each ->
                        each.time().filter(time -> time.end().isAfter(now)).isPresent())
                .orElseThrow(
                        () -> new IllegalArgumentException("A closure ends in the future, at a site that there is"));
        SiteClosure closure = new SiteClosure(
                id,
                plan,
                person.id(),
                now,
                shut.time().orElseThrow().end(),
                ClosureStep.BLOCKING,
                shut.claims(now).size(),
                Optional.empty());
        if (!documents.add(closure, settings.perSite(), now)) {
            // Unless another press of the same form has added it.
            return documents.find(id);
        }
        work.begin(closure.id(), PATIENCE);
        return documents.find(closure.id()).or(() -> Optional.of(closure));
    }

    /** Days that the directory has come to close, of which somebody has to say what becomes of the bookings. */
    public List<SiteClosure> asking() {
        return documents.asking();
    }

    /** What changed directories hit, put in force after {@code since}, of which all is dealt with and nothing taken back. */
    public List<SiteClosure> changes(Instant since) {
        return documents.inForceOf(ClosureType.DIRECTORY).stream()
                .filter(closure -> closure.at().isAfter(since))
                .toList();
    }

    /**
     * Has the bookings dealt with that are on days which the directory has come to close.
     *
     * @param person who {@link #mayShut}
     * @return empty if that was said before, or there was nothing to say
     */
    public Optional<SiteClosure> decide(Person person, SiteClosure closure, OnBookings then) {
        if (!documents.decide(closure.id(), then, person.id(), clock.instant())) {
            return Optional.empty();
        }
        work.begin(closure.id(), PATIENCE);
        return documents.find(closure.id());
    }

    /** Opens again what was shut; within the hour what was called off is brought back where that is free. Doing it again changes nothing. */
    public void end(String id) {
        Instant now = clock.instant();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<SiteClosure> closure =
                    documents.find(id).filter(each -> each.ended().isEmpty());
            if (closure.isEmpty()) {
                return;
            }
            ClosureStep next = now.isBefore(closure.get().undoUntil()) ? ClosureStep.UNDOING : ClosureStep.ENDED;
            if (documents.end(id, closure.get().step(), next, now)) {
                work.begin(id, PATIENCE);
                return;
            }
        }
    }

    /** Those of the sites that {@code person} {@link #mayShut}, by their start. */
    public List<SiteClosure> of(Person person) {
        return documents.all().stream()
                .filter(closure -> mayShut(person, closure.plan().site()))
                .toList();
    }

    public Optional<SiteClosure> find(Person person, String id) {
        return documents
                .find(id)
                .filter(closure -> mayShut(person, closure.plan().site()));
    }

    /** What it has hit and what has become of each by now, by time. */
    public List<AffectedDate> affected(SiteClosure closure) {
        return moves.told(documents.dates(closure.id()));
    }

    /** What became of a booking by closures of its rooms, by time. */
    public List<AffectedDate> affected(BookingId booking) {
        return documents.dates(booking);
    }
}

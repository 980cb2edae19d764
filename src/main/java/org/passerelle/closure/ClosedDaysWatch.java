package org.passerelle.closure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.passerelle.account.AccountId;
import org.passerelle.account.PersonId;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.KnownDays;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.model.SiteClosure.ClosureStep;
import org.passerelle.closure.mongo.ClosedDayDocuments;
import org.passerelle.closure.mongo.ClosureDocuments;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.RegularWork;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.platform.work.WorkTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notices days on which the directory or one of its calendars shuts a site that were open before, and lays what is booked on them
 * before the managers of the site. Each day is looked at twice, a minute apart: what was decided before the day was known to be closed
 * has been written by then. Which days are known is stored, so that a file that was changed while nothing ran is noticed at the next
 * start.
 */
@Component
class ClosedDaysWatch extends RegularWork {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedDaysWatch.class);
    private static final String NAME = "closed-days";
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration SECOND_LOOK = Duration.ofMinutes(1);

    /** Nobody's account: the program does it. */
    private static final PersonId PROGRAM = new AccountId("program");

    private final ClosedDayDocuments known;
    private final ClosureDocuments closures;
    private final ClosingRooms closing;
    private final LoadedClosures added;
    private final ReadingBookings reading;
    private final Directories directories;
    private final Clock clock;

    /** Since when there are days at a site that are looked at once more. */
    private final Map<SiteId, Instant> fresh = new HashMap<>();

    /** What there was to see when all was looked at last. */
    private Optional<Looked> looked = Optional.empty();

    private record Looked(List<Site> sites, LocalDate day) {}

    ClosedDaysWatch(
            ClosedDayDocuments known,
            ClosureDocuments closures,
            ClosingRooms closing,
            LoadedClosures added,
            ReadingBookings reading,
            Directories directories,
            Clock clock) {
        super(NAME);
        this.known = known;
        this.closures = closures;
        this.closing = closing;
        this.added = added;
        this.reading = reading;
        this.directories = directories;
        this.clock = clock;
    }

    @Override
    protected void schedule(WorkTimer started) {
        started.every(Duration.ZERO, ROUND, this::look);
    }

    synchronized void look() {
        Directory directory = directories.current();
        Looked now = new Looked(List.copyOf(directory.sites()), LocalDate.now(clock));
        boolean isChanged = looked.filter(now::equals).isEmpty();
        boolean isWhole = true;
        if (isChanged || !fresh.isEmpty()) {
            for (Site site : directory.sites()) {
                isWhole &= isLookedAt(site, directory, isChanged);
            }
        }
        if (isWhole) {
            looked = Optional.of(now);
        }
    }

    /** One site that makes trouble holds up no other, and all are looked at again. */
    private boolean isLookedAt(Site site, Directory directory, boolean isChanged) {
        Optional<Throwable> failure = Fence.around(() -> look(site, directory, isChanged));
        failure.ifPresent(
                thrown -> WorkFailures.report(LOG, NAME, "Closed days of " + site.id() + " were not found", thrown));
        return failure.isEmpty();
    }

    /** @param isChanged whether there may be other days than when it was looked at last */
    private void look(Site site, Directory directory, boolean isChanged) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(site.zone()).toLocalDate();
        List<ClosedRun> runs = ClosedRun.of(site, added.inForce(), today);
        Set<LocalDate> days = new TreeSet<>();
        runs.forEach(run -> days.addAll(run.days()));
        Optional<KnownDays> before = known.of(site.id());
        if (before.isEmpty()) {
            known.put(site.id(), 0, days);
            return;
        }
        Set<LocalDate> others = new TreeSet<>(days);
        others.removeAll(before.get().days());
        boolean isFirst = !others.isEmpty() && (isChanged || !fresh.containsKey(site.id()));
        if (isFirst) {
            fresh.put(site.id(), now);
        }
        Instant since = fresh.getOrDefault(site.id(), now);
        boolean isSecond = !others.isEmpty() && !now.isBefore(since.plus(SECOND_LOOK));
        if (isFirst || isSecond) {
            runs.forEach(run -> run.within(others).forEach(each -> find(site, each, before.get(), since, directory)));
        }
        if (others.isEmpty() || isSecond) {
            fresh.remove(site.id());
            reopen(site, days, today);
            if (!days.equals(before.get().days())) {
                known.put(site.id(), before.get().version(), days);
            }
        }
    }

    private void find(Site site, ClosedRun run, KnownDays before, Instant since, Directory directory) {
        String id = Digests.shortHex("%s %s %s %d".formatted(site.id(), run.first(), run.last(), before.version()));
        ClosurePlan plan = run.plan(site.id());
        Optional<ShutRooms> shut = ShutRooms.of(plan, directory);
        List<AffectedDate> hit = shut
                .flatMap(each -> each.time()
                        .map(time -> each.affected(id, reading.holding(each.rooms(), time), clock.instant())))
                .orElse(List.<AffectedDate>of())
                .stream()
                .filter(date -> !isDecided(date))
                .toList();
        if (hit.isEmpty()) {
            return;
        }
        if (closures.find(id).isEmpty()) {
            closures.addOnce(new SiteClosure(
                    id,
                    plan,
                    PROGRAM,
                    since,
                    shut.orElseThrow().time().orElseThrow().end(),
                    ClosureStep.ASKING,
                    0,
                    Optional.empty()));
        }
        closures.addDates(hit);
    }

    /** Whether whoever put the directory in force has said what becomes of it. */
    private boolean isDecided(AffectedDate date) {
        return closures.dates(date.name().booking()).stream()
                .filter(other ->
                        other.name().equals(date.name()) && other.time().equals(date.time()))
                .anyMatch(other -> closures.find(other.closure())
                        .filter(closure ->
                                closure.plan().type() == ClosureType.DIRECTORY && closure.step() != ClosureStep.ENDED)
                        .isPresent());
    }

    /** What was laid before managers is of no interest once the day is open again. */
    private void reopen(Site site, Set<LocalDate> closed, LocalDate today) {
        closures.all().stream()
                .filter(closure -> closure.plan().type() == ClosureType.RULE
                        && closure.plan().site().equals(site.id())
                        && closure.step() != ClosureStep.ENDED
                        && !closure.plan().from().toLocalDate().isBefore(today)
                        && !closed.contains(closure.plan().from().toLocalDate()))
                .forEach(closure -> closing.end(closure.id()));
    }
}

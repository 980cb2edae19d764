package org.passerelle.closure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.AffectedDate.DateName;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.mongo.ClosureDocuments;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.DirectoryPreview;
import org.passerelle.directory.DirectoryUpdates;
import org.passerelle.directory.DirectoryUpdates.Accepted;
import org.passerelle.directory.DirectoryUpdates.UpdateOutcome;
import org.passerelle.directory.Site;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.directory.version.VersionClaim;
import org.springframework.stereotype.Component;

/**
 * Puts another directory in force and has the bookings dealt with that it hits, as a closure deals with those in it. What it hits is
 * noted first. A directory under which all of that could be booked again, within the hour, brings back what was called off.
 */
@Component
public class ReplaceDirectory {

    private final DirectoryUpdates updates;
    private final DirectoryVersions versions;
    private final DirectoryPreview preview;
    private final Directories directories;
    private final RuleChanges changes;
    private final DirectoryClosures noting;
    private final ClosureDocuments documents;
    private final ClosingRooms closing;
    private final Clock clock;

    ReplaceDirectory(
            DirectoryUpdates updates,
            DirectoryVersions versions,
            DirectoryPreview preview,
            Directories directories,
            RuleChanges changes,
            DirectoryClosures noting,
            ClosureDocuments documents,
            ClosingRooms closing,
            Clock clock) {
        this.updates = updates;
        this.versions = versions;
        this.preview = preview;
        this.directories = directories;
        this.changes = changes;
        this.noting = noting;
        this.documents = documents;
        this.closing = closing;
        this.clock = clock;
    }

    /**
     * What is to become of what is hit.
     *
     * @param by whoever puts the directory in force
     * @param then without it what is booked stays; on days that are closed now its site's managers decide
     * @param reason one line, at most {@value org.passerelle.closure.model.ClosurePlan#LONGEST_REASON} characters; whoever has booked is told
     */
    public record TreatmentWish(Person by, Optional<OnBookings> then, String reason) {

        OnBookings onBookings() {
            return then.orElse(OnBookings.KEEP);
        }
    }

    /**
     * What came of it.
     *
     * @param affected the dates that are hit and what has become of each, by time; of no closure if managers are to decide
     * @param closures under which what becomes of them is kept, one a site
     */
    public record DirectoryReplacement(UpdateOutcome outcome, List<AffectedDate> affected, List<SiteClosure> closures) {

        public DirectoryReplacement {
            affected = List.copyOf(affected);
            closures = List.copyOf(closures);
        }
    }

    /**
     * Rooms that are booked do not leave the directory, unless these bookings are to be called off: that is done first.
     *
     * @throws DirectoryUpdates.DirectoryIsContended as {@link DirectoryUpdates#replace}
     * @throws org.passerelle.directory.version.DirectoryIsStale as well; nothing has been done to any booking then
     */
    public DirectoryReplacement replace(String yaml, TreatmentWish wish, VersionClaim claim) {
        claim.requireSeen(versions.latest().number());
        Directory before = directories.current();
        if (!(preview.preview(yaml) instanceof Accepted thought) || !thought.changed()) {
            return new DirectoryReplacement(updates.replace(yaml, claim), List.of(), List.of());
        }
        Directory next = thought.directory();
        List<AffectedDate> hit = changes.affected(before, next);
        List<AffectedDate> lost =
                hit.stream().filter(date -> isGone(date, next)).toList();
        List<SiteClosure> emptied = wish.onBookings() == OnBookings.CANCEL && !lost.isEmpty()
                ? noting.treatNow(lost, before, wish)
                : List.of();
        DirectoryClosures.Noted noted = noting.note(treated(hit, next, wish), before, wish);
        UpdateOutcome outcome;
        try {
            outcome = updates.replace(yaml, claim);
        } catch (RuntimeException e) {
            takeBack(emptied, noted);
            throw e;
        }
        if (!(outcome instanceof Accepted accepted)) {
            takeBack(emptied, noted);
            return new DirectoryReplacement(outcome, List.of(), List.of());
        }
        // Somebody may have booked by the old rules meanwhile.
        noted.add(treated(changes.affected(before, accepted.directory()), accepted.directory(), wish));
        noted.begin();
        endWhatIsHitNoMore(accepted.directory());
        return told(accepted, emptied, noted, hit);
    }

    private static List<AffectedDate> treated(List<AffectedDate> hit, Directory next, TreatmentWish wish) {
        return hit.stream()
                .filter(date -> !isGone(date, next))
                .filter(date -> wish.then().isPresent() || !isOnClosedDay(date, next))
                .toList();
    }

    private static boolean isGone(AffectedDate date, Directory next) {
        return date.rooms().stream().anyMatch(room -> next.room(room).isEmpty());
    }

    /** Of days on which a whole site is shut its managers are asked, as after any change of its calendar. */
    private static boolean isOnClosedDay(AffectedDate date, Directory next) {
        return date.rooms().stream()
                .flatMap(room -> next.room(room).stream())
                .map(next::siteOf)
                .anyMatch(site -> site.closures().stream().anyMatch(closure -> closes(closure, site, date)));
    }

    private static boolean closes(Closure closure, Site site, AffectedDate date) {
        return closure.isOfTheWholeSite()
                && closure.isOfWholeDays()
                && closure.during(site.zone()).filter(date.time()::overlaps).isPresent();
    }

    private void takeBack(List<SiteClosure> emptied, DirectoryClosures.Noted noted) {
        noted.forget();
        emptied.forEach(closure -> closing.end(closure.id()));
    }

    private void endWhatIsHitNoMore(Directory now) {
        documents.all().stream()
                .filter(closure -> closure.plan().type() == ClosureType.DIRECTORY
                        && closure.ended().isEmpty()
                        && closure.until().isAfter(clock.instant())
                        && documents.dates(closure.id()).stream().noneMatch(date -> changes.isHit(date, now)))
                .forEach(closure -> closing.end(closure.id()));
    }

    private DirectoryReplacement told(
            Accepted accepted, List<SiteClosure> emptied, DirectoryClosures.Noted noted, List<AffectedDate> hit) {
        List<SiteClosure> closures = new ArrayList<>(emptied);
        closures.addAll(noted.closures());
        List<AffectedDate> dates = new ArrayList<>();
        closures.forEach(closure -> dates.addAll(documents.dates(closure.id())));
        Set<DateName> known = dates.stream().map(AffectedDate::name).collect(Collectors.toSet());
        hit.stream().filter(date -> !known.contains(date.name())).forEach(dates::add);
        dates.sort(HitDates.BY_TIME);
        return new DirectoryReplacement(accepted, dates, closures);
    }
}

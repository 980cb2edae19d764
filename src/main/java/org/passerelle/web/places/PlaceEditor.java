package org.passerelle.web.places;

import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.closure.ReplaceDirectory;
import org.passerelle.closure.ReplaceDirectory.DirectoryReplacement;
import org.passerelle.closure.ReplaceDirectory.TreatmentWish;
import org.passerelle.closure.RuleChanges;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.DirectoryPreview;
import org.passerelle.directory.DirectoryUpdates.Accepted;
import org.passerelle.directory.DirectoryUpdates.DirectoryIsContended;
import org.passerelle.directory.DirectoryUpdates.Refused;
import org.passerelle.directory.DirectoryUpdates.UpdateOutcome;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.directory.version.DirectoryIsStale;
import org.passerelle.directory.version.DirectoryVersion;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.directory.version.VersionClaim;
import org.passerelle.i18n.ClosureTexts;
import org.passerelle.web.places.PlaceEdit.Agreement;
import org.passerelle.web.places.PlaceEdit.EditOutcome;
import org.passerelle.web.places.PlaceEdit.FaultyForm;
import org.passerelle.web.places.PlaceEdit.Gone;
import org.passerelle.web.places.PlaceEdit.Hits;
import org.passerelle.web.places.PlaceEdit.Meanwhile;
import org.passerelle.web.places.PlaceEdit.OtherChange;
import org.passerelle.web.places.PlaceEdit.Same;
import org.passerelle.web.places.PlaceEdit.Saved;
import org.springframework.stereotype.Component;

/**
 * Puts what somebody has changed in a form into the directory in force. What others have changed elsewhere since the form was read
 * stays; what they have changed in the same room or site is told first.
 */
@Component
class PlaceEditor {

    /** Others may put a directory in force between what is read and what is written. */
    private static final int MOST_ATTEMPTS = 5;

    private static final int RECENT = 50;

    private final DirectoryVersions versions;
    private final DirectoryPreview preview;
    private final Directories directories;
    private final RuleChanges changes;
    private final ReplaceDirectory replacing;

    PlaceEditor(
            DirectoryVersions versions,
            DirectoryPreview preview,
            Directories directories,
            RuleChanges changes,
            ReplaceDirectory replacing) {
        this.versions = versions;
        this.preview = preview;
        this.directories = directories;
        this.changes = changes;
        this.replacing = replacing;
    }

    /** @param agreed what is to become of bookings that are hit, once they have been shown */
    EditOutcome submit(PlaceEdit edit, Optional<Agreement> agreed) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            VersionText latest = versions.latest();
            DirectoryDraft now = DirectoryDraft.of(latest.text());
            boolean isThere = !now.mapAt(edit.place()).isEmpty();
            if (edit.isNew() && isThere) {
                return new FaultyForm(List.of(FieldComplaint.at(PlaceField.ID, "id-taken")));
            }
            if (!edit.isNew() && !isThere) {
                return new Gone();
            }
            Optional<EditOutcome> outcome = attempt(edit, latest, now, agreed);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new FaultyForm(List.of(FieldComplaint.ofAll("contended")));
    }

    private Optional<EditOutcome> attempt(
            PlaceEdit edit, VersionText latest, DirectoryDraft now, Optional<Agreement> agreed) {
        PlaceForm form = edit.form();
        FieldValues standing = form.shown(now, edit.place());
        Optional<VersionText> read = edit.isNew() ? Optional.of(latest) : versions.find(edit.seen());
        FieldValues base = read.map(version -> version.number() == latest.number()
                        ? standing
                        : form.shown(DirectoryDraft.of(version.text()), edit.place()))
                .orElse(standing);
        List<String> mine = edit.sent().changedFrom(base);
        if (mine.isEmpty() && !edit.isNew()) {
            return Optional.of(new Same());
        }
        List<String> theirs = standing.changedFrom(base);
        if (!theirs.isEmpty() || read.isEmpty()) {
            return Optional.of(meanwhile(edit, latest, standing, base, mine, theirs));
        }
        Optional<PlaceField> twice = form.tableWithAnIdTwice(edit.sent());
        if (twice.isPresent()) {
            return Optional.of(
                    new FaultyForm(List.of(FieldComplaint.at(twice.get().key(), "id-twice"))));
        }
        DirectoryDraft next = form.written(now, edit.place(), edit.sent(), mine);
        return put(edit.person(), new Change(latest, next, edit), agreed);
    }

    private Meanwhile meanwhile(
            PlaceEdit edit,
            VersionText latest,
            FieldValues standing,
            FieldValues base,
            List<String> mine,
            List<String> theirs) {
        String concerned = edit.place().get(edit.place().size() - 1);
        DirectoryVersion by = versions.list(Long.MAX_VALUE, RECENT).stream()
                .filter(each ->
                        each.number() > edit.seen() && each.note().concerning().equals(concerned))
                .findFirst()
                .orElse(latest.version());
        return new Meanwhile(
                standing.taking(mine, edit.sent()),
                theirs.stream()
                        .map(key -> new OtherChange(key, base.inWords(key), standing.inWords(key), mine.contains(key)))
                        .toList(),
                by,
                latest.number());
    }

    /** What a change makes of the version in force. */
    private record Change(VersionText over, DirectoryDraft next, PlaceEdit edit) {}

    /** Empty if somebody else was faster. */
    private Optional<EditOutcome> put(Person person, Change change, Optional<Agreement> agreed) {
        UpdateOutcome thought = preview.preview(change.next().text());
        if (thought instanceof Refused refused) {
            return Optional.of(faulty(refused, change));
        }
        Accepted accepted = (Accepted) thought;
        long latest = change.over().number();
        List<AffectedDate> affected = changes.affected(directories.current(), accepted.directory());
        if (!affected.isEmpty() && agreed.filter(each -> each.seen() == latest).isEmpty()) {
            return Optional.of(new Hits(affected, latest));
        }
        TreatmentWish wish = agreed.map(Agreement::wish)
                .orElse(new TreatmentWish(
                        person, Optional.of(OnBookings.KEEP), ClosureTexts.ofChangedDirectory(OnBookings.KEEP.name())));
        try {
            DirectoryReplacement done = replacing.replace(
                    change.next().text(),
                    wish,
                    VersionClaim.over(latest, change.edit().note()));
            return Optional.of(
                    done.outcome() instanceof Refused refused
                            ? faulty(refused, change)
                            : new Saved(latest + 1, done.closures()));
        } catch (DirectoryIsStale | DirectoryIsContended e) {
            return Optional.empty();
        }
    }

    private static FaultyForm faulty(Refused refused, Change change) {
        return new FaultyForm(refused.faults().stream()
                .map(fault -> FieldComplaint.of(
                        fault,
                        change.next(),
                        change.edit().place(),
                        change.edit().form()))
                .distinct()
                .toList());
    }

    /** Takes a room out of the directory. Whatever is booked in it must be called off for that, and agreed so. */
    EditOutcome remove(PlaceEdit edit, Optional<Agreement> agreed) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Change> removal = removal(edit);
            if (removal.isEmpty()) {
                return new Gone();
            }
            Optional<EditOutcome> outcome = put(edit.person(), removal.get(), agreed);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new FaultyForm(List.of(FieldComplaint.ofAll("contended")));
    }

    /** What {@link #remove} would say; {@link Same} if nothing is in its way. */
    EditOutcome thinkOfRemoving(PlaceEdit edit) {
        return removal(edit)
                .<EditOutcome>map(change -> {
                    UpdateOutcome thought = preview.preview(change.next().text());
                    if (thought instanceof Refused refused) {
                        return faulty(refused, change);
                    }
                    List<AffectedDate> affected =
                            changes.affected(directories.current(), ((Accepted) thought).directory());
                    return affected.isEmpty()
                            ? new Same()
                            : new Hits(affected, change.over().number());
                })
                .orElseGet(Gone::new);
    }

    private Optional<Change> removal(PlaceEdit edit) {
        VersionText latest = versions.latest();
        DirectoryDraft now = DirectoryDraft.of(latest.text());
        return now.mapAt(edit.place()).isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(latest, now.with(edit.place(), null), edit));
    }
}

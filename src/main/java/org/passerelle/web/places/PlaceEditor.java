package org.passerelle.web.places;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.account.Person;
import org.passerelle.closure.ReplaceDirectory.TreatmentWish;
import org.passerelle.closure.edit.DirectoryEdit;
import org.passerelle.closure.edit.DirectoryEdit.Affecting;
import org.passerelle.closure.edit.DirectoryEdit.EditResult;
import org.passerelle.closure.edit.DirectoryEdit.FaultyEdit;
import org.passerelle.closure.edit.DirectoryEdit.InForce;
import org.passerelle.closure.edit.EditDirectory;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.directory.version.DirectoryVersion;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.DirectoryVersions;
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

    private static final int RECENT = 50;

    private final DirectoryVersions versions;
    private final EditDirectory editing;

    PlaceEditor(DirectoryVersions versions, EditDirectory editing) {
        this.versions = versions;
        this.editing = editing;
    }

    /** @param agreed what is to become of bookings that are hit, once they have been shown */
    EditOutcome submit(PlaceEdit edit, Optional<Agreement> agreed) {
        return overLatest((latest, now) -> {
            boolean isThere = edit.place().isEmpty() || !now.mapAt(edit.place()).isEmpty();
            if (edit.isNew() && isThere) {
                return Optional.of(new FaultyForm(List.of(FieldComplaint.at(PlaceField.ID, "id-taken"))));
            }
            return edit.isNew() || isThere ? attempt(edit, latest, now, agreed) : Optional.of(new Gone());
        });
    }

    private EditOutcome overLatest(EditDirectory.EditAttempt<EditOutcome> attempt) {
        return editing.overLatest(attempt).orElseGet(() -> new FaultyForm(List.of(FieldComplaint.ofAll("contended"))));
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
        String concerned = edit.concerning();
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
    private record Change(VersionText over, DirectoryDraft next, PlaceEdit edit) {

        DirectoryEdit toEdit() {
            return new DirectoryEdit(over, next, edit.note());
        }
    }

    /** Empty if somebody else was faster. */
    private Optional<EditOutcome> put(Person person, Change change, Optional<Agreement> agreed) {
        long latest = change.over().number();
        Function<List<AffectedDate>, Optional<TreatmentWish>> treatment = affected -> affected.isEmpty()
                ? Optional.of(new TreatmentWish(
                        person, Optional.of(OnBookings.KEEP), ClosureTexts.ofChangedDirectory(OnBookings.KEEP.name())))
                : agreed.filter(each -> each.seen() == latest).map(Agreement::wish);
        return editing.put(change.toEdit(), treatment).map(result -> outcome(result, change));
    }

    private static EditOutcome outcome(EditResult result, Change change) {
        if (result instanceof InForce done) {
            return new Saved(done.version(), done.closures());
        }
        return result instanceof Affecting affecting
                ? new Hits(affecting.dates(), change.over().number())
                : faulty((FaultyEdit) result, change);
    }

    private static FaultyForm faulty(FaultyEdit faulty, Change change) {
        return new FaultyForm(faulty.faults().stream()
                .map(fault -> FieldComplaint.of(
                        fault,
                        change.next(),
                        change.edit().place(),
                        change.edit().form()))
                .distinct()
                .toList());
    }

    /** Takes something out of the directory. Whatever is booked in it must be called off for that, and agreed so. */
    EditOutcome remove(PlaceEdit edit, Optional<Agreement> agreed) {
        return overLatest((latest, now) -> removal(edit, latest, now)
                .map(change -> put(edit.person(), change, agreed))
                .orElseGet(() -> Optional.of(new Gone())));
    }

    /** What {@link #remove} would say; {@link Same} if nothing is in its way. */
    EditOutcome thinkOfRemoving(PlaceEdit edit) {
        VersionText latest = versions.latest();
        return removal(edit, latest, DirectoryDraft.of(latest.text()))
                .map(change -> {
                    EditOutcome thought = outcome(editing.think(change.toEdit()), change);
                    return thought instanceof Hits hits && hits.affected().isEmpty() ? new Same() : thought;
                })
                .orElseGet(Gone::new);
    }

    private static Optional<Change> removal(PlaceEdit edit, VersionText latest, DirectoryDraft now) {
        return now.at(edit.place()).isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(latest, now.with(edit.place(), null), edit));
    }
}

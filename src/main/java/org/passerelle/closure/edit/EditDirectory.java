package org.passerelle.closure.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.closure.ReplaceDirectory;
import org.passerelle.closure.ReplaceDirectory.DirectoryReplacement;
import org.passerelle.closure.ReplaceDirectory.TreatmentWish;
import org.passerelle.closure.RuleChanges;
import org.passerelle.closure.edit.DirectoryEdit.Affecting;
import org.passerelle.closure.edit.DirectoryEdit.EditResult;
import org.passerelle.closure.edit.DirectoryEdit.FaultyEdit;
import org.passerelle.closure.edit.DirectoryEdit.InForce;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.directory.Directories;
import org.passerelle.directory.DirectoryPreview;
import org.passerelle.directory.DirectoryUpdates.Accepted;
import org.passerelle.directory.DirectoryUpdates.DirectoryIsContended;
import org.passerelle.directory.DirectoryUpdates.Refused;
import org.passerelle.directory.DirectoryUpdates.UpdateOutcome;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.directory.version.DirectoryIsStale;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.directory.version.VersionClaim;
import org.springframework.stereotype.Component;

/**
 * Puts a change of one part of the directory in force, whoever asks for it by whatever door: over the version that it was made of and
 * no other, as another file, and with a say in what becomes of the bookings that it hits.
 */
@Component
public class EditDirectory {

    /** Others may put a directory in force between what is read and what is written. */
    private static final int MOST_ATTEMPTS = 5;

    private final DirectoryVersions versions;
    private final DirectoryPreview preview;
    private final Directories directories;
    private final RuleChanges changes;
    private final ReplaceDirectory replacing;

    EditDirectory(
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

    /** Something that is done to the version in force. */
    public interface EditAttempt<T> {

        /** Empty if another version came into force meanwhile, as {@link #put} says it. */
        Optional<T> over(VersionText latest, DirectoryDraft now);
    }

    /** Repeats an attempt while others are faster; empty if they always were. */
    public <T> Optional<T> overLatest(EditAttempt<T> attempt) {
        for (int tries = 0; tries < MOST_ATTEMPTS; tries++) {
            VersionText latest = versions.latest();
            Optional<T> done = attempt.over(latest, DirectoryDraft.of(latest.text()));
            if (done.isPresent()) {
                return done;
            }
        }
        return Optional.empty();
    }

    /**
     * Puts {@code edit} in force, unless something is wrong with it or nobody says what becomes of what it hits.
     *
     * @param treatment what becomes of these dates, none included; empty to leave all as it is and be told of them
     * @return empty if another version came into force meanwhile; then nothing has changed
     */
    public Optional<EditResult> put(
            DirectoryEdit edit, Function<List<AffectedDate>, Optional<TreatmentWish>> treatment) {
        EditResult thought = think(edit);
        if (!(thought instanceof Affecting affecting)) {
            return Optional.of(thought);
        }
        Optional<TreatmentWish> wish = treatment.apply(affecting.dates());
        if (wish.isEmpty()) {
            return Optional.of(affecting);
        }
        try {
            DirectoryReplacement done = replacing.replace(
                    edit.next().text(),
                    wish.get(),
                    VersionClaim.over(edit.over().number(), edit.note()));
            return Optional.of(
                    done.outcome() instanceof Accepted accepted
                            ? new InForce(accepted.directory().version(), done.closures())
                            : new FaultyEdit(((Refused) done.outcome()).faults()));
        } catch (DirectoryIsStale | DirectoryIsContended e) {
            return Optional.empty();
        }
    }

    /** What {@link #put} would find: faults, or the dates that are hit, which may be none. Changes nothing. */
    public EditResult think(DirectoryEdit edit) {
        UpdateOutcome thought = preview.preview(edit.next().text());
        return thought instanceof Accepted accepted
                ? new Affecting(changes.affected(directories.current(), accepted.directory()))
                : new FaultyEdit(((Refused) thought).faults());
    }
}

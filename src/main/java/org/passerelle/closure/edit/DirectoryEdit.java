package org.passerelle.closure.edit;

import java.util.List;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.directory.fault.FileFault;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.VersionNote;

/**
 * What a change of one part makes of the directory.
 *
 * @param over the version that it was made of, and whose place it takes
 */
public record DirectoryEdit(VersionText over, DirectoryDraft next, VersionNote note) {

    /** What came of it. */
    public sealed interface EditResult permits InForce, FaultyEdit, Affecting {}

    /**
     * It is in force.
     *
     * @param closures under which is kept what becomes of the bookings it hits, one a site
     */
    public record InForce(long version, List<SiteClosure> closures) implements EditResult {

        public InForce {
            closures = List.copyOf(closures);
        }
    }

    /** Nothing has changed: something is wrong with it. */
    public record FaultyEdit(List<FileFault> faults) implements EditResult {

        public FaultyEdit {
            faults = List.copyOf(faults);
        }
    }

    /** Nothing has changed: this is what it would hit, by time, and nobody has said what is to become of it. */
    public record Affecting(List<AffectedDate> dates) implements EditResult {

        public Affecting {
            dates = List.copyOf(dates);
        }
    }
}

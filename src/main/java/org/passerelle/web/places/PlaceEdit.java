package org.passerelle.web.places;

import java.util.List;
import org.passerelle.account.Person;
import org.passerelle.closure.ReplaceDirectory.TreatmentWish;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.directory.version.DirectoryVersion;
import org.passerelle.directory.version.VersionNote;

/**
 * What somebody wants of one room or site, or of the network.
 *
 * @param place where it stands in the file; empty for the network
 * @param sent what stands in its form
 * @param seen the version of the directory at which the form was read
 * @param isNew whether there is to be no such room yet
 */
record PlaceEdit(Person person, List<String> place, PlaceForm form, FieldValues sent, long seen, boolean isNew) {

    VersionNote note() {
        return VersionNote.form(person.id().text(), concerning());
    }

    /** The id of what it is of; empty for the network. */
    String concerning() {
        return place.isEmpty() ? "" : place.get(place.size() - 1);
    }

    /**
     * What becomes of bookings, said by somebody who was shown which ones it hits.
     *
     * @param seen the version of the directory over which they were shown
     */
    record Agreement(long seen, TreatmentWish wish) {}

    /** What came of it. */
    sealed interface EditOutcome permits Saved, Same, Meanwhile, FaultyForm, Hits, Gone {}

    /** It is in force. */
    record Saved(long version, List<SiteClosure> closures) implements EditOutcome {}

    /** Nothing is different from what was read. */
    record Same() implements EditOutcome {}

    /**
     * Somebody else has changed the same place since the form was read; nothing is written.
     *
     * @param merged what both want, those of whoever asks where both want something
     * @param theirs what they have changed; empty if the version that was read is not known any more
     * @param by the version in which they did
     */
    record Meanwhile(FieldValues merged, List<OtherChange> theirs, DirectoryVersion by, long latest)
            implements EditOutcome {}

    /** A field that somebody else has changed. */
    record OtherChange(String key, String before, String after, boolean isMineToo) {}

    /** Something is wrong with it. */
    record FaultyForm(List<FieldComplaint> complaints) implements EditOutcome {}

    /** Bookings would lie where nobody could book them, and nothing was agreed about them. */
    record Hits(List<AffectedDate> affected, long latest) implements EditOutcome {}

    /** There is no such place any more. */
    record Gone() implements EditOutcome {}
}

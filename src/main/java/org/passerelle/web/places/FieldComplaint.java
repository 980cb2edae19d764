package org.passerelle.web.places;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.directory.fault.Fault;
import org.passerelle.directory.fault.FaultSubject;
import org.passerelle.directory.fault.FileFault;

/**
 * What is wrong with a form.
 *
 * @param key of the field; empty if it is not one field
 * @param fault as whoever reads the file says it
 * @param isElsewhere whether it is not of the room or the site of the form at all
 */
record FieldComplaint(String key, Fault fault, boolean isElsewhere) {

    /** Where what is said of several fields together is shown. */
    private static final Map<String, String> FIELDS =
            Map.of("lengths-crossed", "rules.shortest", "no-domains", "mail.domains");

    /** Of the form as a whole. */
    static FieldComplaint ofAll(String code) {
        return new FieldComplaint("", Fault.of(code), false);
    }

    static FieldComplaint at(String key, String code) {
        return new FieldComplaint(key, Fault.of(code), false);
    }

    /** Finds the field of a fault by where in the file it is. */
    static FieldComplaint of(FileFault file, DirectoryDraft draft, List<String> place, PlaceForm form) {
        Fault fault = file.fault().concerning(FaultSubject.THE_FILE);
        Optional<List<String>> path = draft.pathWithin(place, file);
        if (path.isEmpty()) {
            return new FieldComplaint("", file.fault(), true);
        }
        String within = String.join(".", path.get()).replaceFirst("^units$", PlaceFields.SEATS);
        String key = FIELDS.getOrDefault(
                fault.code(), field(within, form).map(PlaceField::key).orElse(""));
        boolean isOfTheNetwork = place.isEmpty() && key.isEmpty();
        return isOfTheNetwork ? new FieldComplaint("", file.fault(), true) : new FieldComplaint(key, fault, false);
    }

    private static Optional<PlaceField> field(String within, PlaceForm form) {
        return form.fields().stream()
                .filter(field -> within.equals(field.key()) || within.startsWith(field.key() + "."))
                .findFirst()
                .or(() -> form.fields().stream()
                        .filter(field -> !within.isEmpty() && field.key().startsWith(within + "."))
                        .findFirst());
    }
}

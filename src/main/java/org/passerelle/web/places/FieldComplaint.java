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

    private static final String MISSING = "missing";

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
        List<String> path = draft.pathOf(file);
        Fault fault = file.fault().concerning(FaultSubject.THE_FILE);
        if (path.size() < place.size() || !path.subList(0, place.size()).equals(place)) {
            return new FieldComplaint("", file.fault(), true);
        }
        List<String> rest = path.subList(place.size(), path.size());
        if (fault.code().equals(MISSING)) {
            rest = FieldValues.join(rest, fault.details());
        }
        String within = String.join(".", rest).replaceFirst("^units$", PlaceFields.SEATS);
        String key = FIELDS.getOrDefault(
                fault.code(), field(within, form).map(PlaceField::key).orElse(""));
        return new FieldComplaint(key, fault, false);
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

package org.passerelle.api.directory;

import org.jspecify.annotations.Nullable;
import org.passerelle.api.Fields;

/** What every part of the directory must say of itself, before the reader of the file judges the rest. */
final class PartFields {

    private final Fields fields = new Fields();

    PartFields needing(String field, @Nullable Object value) {
        if (value == null) {
            fields.refuse(field, "field.missing");
        }
        return this;
    }

    /** A field that names the part itself, which stays as it is in the address. */
    PartFields staying(String field, @Nullable String value, String known) {
        if (value != null && !value.equals(known)) {
            fields.refuse(field, "directory.stays");
        }
        return needing(field, value);
    }

    void require() {
        fields.requireNone();
    }
}

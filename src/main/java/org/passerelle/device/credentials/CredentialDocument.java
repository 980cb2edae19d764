package org.passerelle.device.credentials;

import java.time.Instant;
import java.util.Arrays;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A credential as stored. */
@Document("credentials")
record CredentialDocument(@Id String id, byte[] sealed, Instant changed, String by) {

    @Override
    public boolean equals(Object other) {
        return other instanceof CredentialDocument that && id.equals(that.id) && Arrays.equals(sealed, that.sealed);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "CredentialDocument[" + id + "]";
    }
}

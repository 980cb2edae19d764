package org.passerelle.account.passkey;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A passkey as stored. It opens nothing to whoever reads it: the private key never leaves the device.
 *
 * @param slot see {@link org.passerelle.platform.OwnerSlots}
 * @param key the attested credential data (WebAuthn section 6.5.1): id of the authenticator's model, credential id, public key
 * @param count of signatures that the device told last (WebAuthn section 6.1.1); 0 where it counts none
 */
@Document("passkeys")
record PasskeyDocument(
        @Id String id,
        int slot,
        String owner,
        String name,
        byte[] key,
        long count,
        Instant created,
        @Nullable Instant used) {

    Passkey toPasskey() {
        return new Passkey(id, new AccountId(owner), name, created, Optional.ofNullable(used));
    }
}

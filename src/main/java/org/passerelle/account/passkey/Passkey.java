package org.passerelle.account.passkey;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.account.PersonId;

/**
 * What somebody is shown of a passkey of theirs.
 *
 * @param id the credential id, in base64url without padding
 * @param name what its owner calls it
 * @param used when somebody signed in with it last
 */
public record Passkey(String id, PersonId owner, String name, Instant created, Optional<Instant> used) {}

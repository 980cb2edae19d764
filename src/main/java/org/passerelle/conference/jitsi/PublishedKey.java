package org.passerelle.conference.jitsi;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A public key as it is stored.
 *
 * @param until about when the last token signed with it is over
 */
@Document("jitsi_keys")
record PublishedKey(@Id String kid, String pem, Instant until) {}

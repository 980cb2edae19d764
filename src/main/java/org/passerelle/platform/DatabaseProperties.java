package org.passerelle.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where an installation wants its data; read by {@link StartupChecks} alone.
 *
 * @param database that the embedded store is meant in production too; null where an address of a server says the contrary, or
 *     where it goes without saying
 */
@ConfigurationProperties("passerelle")
record DatabaseProperties(@Nullable DatabaseKind database) {

    static final String NAME = "passerelle.database";

    /** A server is named by its address, and needs no word here. */
    enum DatabaseKind {
        EMBEDDED
    }
}

package org.passerelle.directory.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the directory is kept.
 *
 * @param poll how often a node looks whether another node has replaced the directory
 */
@ConfigurationProperties("passerelle.directory")
record DirectoryProperties(@DefaultValue("500ms") Duration poll) {

    DirectoryProperties {
        if (poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException("PASSERELLE_DIRECTORY_POLL is more than nothing");
        }
    }
}

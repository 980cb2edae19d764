package org.passerelle.directory.edit;

import java.util.List;
import java.util.Set;

/**
 * What of a site or a room its own manager neither reads nor writes: who answers for the site, on which clock it is, what its
 * conferences use up, and which device is told of meetings, whose password would be sent to whatever address stands there.
 */
public final class NetworkKeys {

    private static final Set<String> KEYS = Set.of("operator", "zone", "video", "endpoint.codec");

    private NetworkKeys() {}

    /** @param path the keys that lead from the site or the room to a value */
    public static boolean has(List<String> path) {
        String written = String.join(".", path) + ".";
        return KEYS.stream().anyMatch(key -> written.startsWith(key + "."));
    }
}

package org.passerelle.caldav;

import java.util.stream.Stream;

/** The lists of {@code If-Match} and {@code If-None-Match} (RFC 9110 section 13.1). */
final class EntityTags {

    private EntityTags() {}

    /** Whether {@code tag} is in {@code list}, of which {@code *} is any. A weak one is compared as if it were strong: a proxy made it so. */
    static boolean contains(String list, String tag) {
        return list.strip().equals("*")
                || Stream.of(list.split(","))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(tag::equals);
    }
}

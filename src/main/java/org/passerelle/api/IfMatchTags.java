package org.passerelle.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The condition under which a request changes something (RFC 9110 section 13.1.1). */
public final class IfMatchTags {

    private IfMatchTags() {}

    /**
     * The tag that must still be that of what is changed.
     *
     * @param ifMatch an If-Match header; without one, or for {@code *}, anything will do
     */
    public static Optional<String> required(@Nullable String ifMatch) {
        return Optional.ofNullable(ifMatch)
                .map(String::strip)
                .filter(header -> !header.isEmpty() && !header.equals("*"))
                .map(header -> header.replaceFirst("^W/", "").replaceAll("^\"|\"$", ""));
    }

    /** @throws Stale unless {@code ifMatch} asks for nothing, or for {@code tag} */
    public static void require(@Nullable String ifMatch, String tag) {
        if (required(ifMatch).filter(wanted -> !wanted.equals(tag)).isPresent()) {
            throw new Stale();
        }
    }
}

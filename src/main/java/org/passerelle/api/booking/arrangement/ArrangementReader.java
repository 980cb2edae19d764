package org.passerelle.api.booking.arrangement;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Fields;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.directory.Slug;

/** Reads how rooms are to be furnished, laid over what stands. */
public final class ArrangementReader {

    private ArrangementReader() {}

    /** @param layout a word, empty to leave the rooms as they are, null for what stands */
    public static Arrangements read(@Nullable String layout, Arrangements standing, Fields errors) {
        if (layout == null) {
            return standing;
        }
        Optional<String> word = Optional.of(layout.strip()).filter(each -> !each.isEmpty());
        word.filter(each -> !Slug.isSlug(each)).ifPresent(each -> errors.refuse("layout", "booking.layout"));
        return standing.in(word.filter(Slug::isSlug));
    }
}

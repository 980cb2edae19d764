package org.passerelle.directory.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.directory.arrangement.Layout;
import org.passerelle.directory.arrangement.Layouts;

/**
 * Reads {@code layouts:} of the rules of a room, a site or the network. Whoever is narrower names those that it offers, and
 * need not repeat what is said of them further out.
 */
final class LayoutsReader {

    static final String KEY = "layouts";

    /** At a room whose site offers some. */
    private static final String NONE = "none";

    private static final int MOST = 20;
    private static final int MOST_SEATS = 10_000;
    private static final Duration LONGEST = Duration.ofHours(12);

    private LayoutsReader() {}

    /** {@code wider}, unless {@code rules} says which there are. */
    static Layouts read(FileFields rules, Layouts wider) {
        if (!rules.has(KEY)) {
            return wider;
        }
        if (rules.isSingle(KEY)) {
            rules.required(KEY, Conversions.oneOf(List.of(NONE)), NONE);
            return Layouts.NONE;
        }
        List<Layout> offered = new ArrayList<>();
        rules.eachOf(KEY, "layout", (id, layout) -> offered.add(read(id, layout, wider)));
        if (offered.size() > MOST) {
            rules.fault(KEY, "list-too-long", KEY, MOST);
        }
        return new Layouts(offered.stream().limit(MOST).toList());
    }

    private static Layout read(String id, FileFields layout, Layouts wider) {
        layout.allowing("name", "seats", "setUp", "cleanUp");
        Layout known = wider.find(id).orElseGet(() -> Layout.called(id));
        Conversion<Optional<Duration>> length = (key, text) ->
                Optional.of(Conversions.duration(Duration.ZERO, LONGEST).from(key, text));
        return new Layout(
                id,
                layout.optional("name", (key, text) -> Optional.of(Conversions.text(key, text)), known.name()),
                layout.optional(
                        "seats",
                        (key, text) -> Optional.of(
                                Conversions.wholeNumber(1, MOST_SEATS).from(key, text)),
                        known.seats()),
                layout.optional("setUp", length, known.setUp()),
                layout.optional("cleanUp", length, known.cleanUp()));
    }
}

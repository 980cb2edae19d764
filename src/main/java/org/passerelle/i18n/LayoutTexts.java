package org.passerelle.i18n;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.directory.Room;
import org.passerelle.directory.arrangement.Layout;

/** What people call the layouts of rooms. */
public final class LayoutTexts {

    private static final LanguageBundle WORDS = new LanguageBundle("org/passerelle/i18n/layouts");

    private LayoutTexts() {}

    /** By the name that the directory gives it, else in the language, else the word by which it is asked for. */
    public static String of(Layout layout, Locale locale) {
        return layout.name()
                .or(() -> WORDS.find("layout." + layout.id(), locale))
                .orElse(layout.id());
    }

    /** As the first of {@code rooms} that offers it calls it. */
    public static String of(String layout, Collection<Room> rooms, Locale locale) {
        Optional<Layout> offered = rooms.stream()
                .flatMap(room -> room.layouts().find(layout).stream())
                .findFirst();
        return of(offered.orElseGet(() -> Layout.called(layout)), locale);
    }
}

package org.passerelle.web.book;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.directory.Room;
import org.passerelle.i18n.LayoutTexts;

/** The layouts that some rooms can be furnished in, for people to choose from. */
public final class LayoutChoices {

    private LayoutChoices() {}

    /** A layout, by the word by which it is asked for and by what it is called. */
    public record LayoutChoice(String value, String label) {}

    /** Each layout of any of {@code rooms} once, in the order in which they offer them. */
    public static List<LayoutChoice> of(Collection<Room> rooms, Locale locale) {
        Map<String, LayoutChoice> choices = new LinkedHashMap<>();
        rooms.stream()
                .flatMap(room -> room.layouts().offered().stream())
                .forEach(layout -> choices.putIfAbsent(
                        layout.id(), new LayoutChoice(layout.id(), LayoutTexts.of(layout, locale))));
        return List.copyOf(choices.values());
    }
}

package org.passerelle.i18n;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a calendar that people subscribe to says of itself. */
@Component
public class FeedTexts {

    private final LanguageBundle messages = new LanguageBundle("org/passerelle/i18n/feeds");

    /**
     * One or two sentences.
     *
     * @param leftOutFrom from when on something is missing, because the calendar would be too large for some programs
     */
    public String description(String name, Locale wished, Optional<LocalDate> leftOutFrom) {
        return about("feed.description", name, wished, leftOutFrom);
    }

    /** As {@link #description}, of a calendar of what the site {@code name} has to do. */
    public String tasks(String name, Locale wished, Optional<LocalDate> leftOutFrom) {
        return about("task.about", name, wished, leftOutFrom);
    }

    private String about(String key, String name, Locale wished, Optional<LocalDate> leftOutFrom) {
        Locale locale = Languages.nearest(wished);
        String about = messages.text(key, locale, name);
        return leftOutFrom
                .map(day -> DayTexts.of("d MMMM uuuu", locale).format(day))
                .map(day -> about + " " + messages.text("feed.left-out", locale, day))
                .orElse(about);
    }

    /**
     * What a time is called of which no title is told.
     *
     * @param rooms that it occupies; empty if they are not told either
     */
    public String busy(String rooms, Locale wished) {
        return rooms.isEmpty() ? messages.text("feed.busy", wished) : messages.text("feed.busy.rooms", wished, rooms);
    }

    /** What the link to a conference is called. */
    public String join(Locale wished) {
        return messages.text("feed.join", wished);
    }

    /**
     * One line, for instance {@code Accepted: Kim, Sam}.
     *
     * @param standing such as {@code NEEDS_ACTION}
     * @param most names that are told; of the others how many they are
     */
    public String answers(String standing, List<String> names, int most, Locale wished) {
        String key = "feed.answer." + standing.toLowerCase(Locale.ROOT).replace('_', '-');
        String told = String.join(", ", names.subList(0, Math.min(most, names.size())));
        String all = names.size() <= most ? told : messages.text("feed.answer.more", wished, told, names.size() - most);
        return messages.text(key, wished, all);
    }
}

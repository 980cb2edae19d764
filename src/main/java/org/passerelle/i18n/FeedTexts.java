package org.passerelle.i18n;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What a calendar that people subscribe to says of itself. */
@Component
public class FeedTexts {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    public FeedTexts() {
        messages.setBasename("org.passerelle.i18n.feeds");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
    }

    /**
     * One or two sentences.
     *
     * @param leftOutFrom from when on something is missing, because the calendar would be too large for some programs
     */
    public String description(String name, Locale wished, Optional<LocalDate> leftOutFrom) {
        Locale locale = Languages.nearest(wished);
        String about = messages.getMessage("feed.description", new Object[] {name}, locale);
        return leftOutFrom
                .map(day -> DayTexts.of("d MMMM uuuu", locale).format(day))
                .map(day -> about + " " + messages.getMessage("feed.left-out", new Object[] {day}, locale))
                .orElse(about);
    }

    /**
     * What a time is called of which no title is told.
     *
     * @param rooms that it occupies; empty if they are not told either
     */
    public String busy(String rooms, Locale wished) {
        Locale locale = Languages.nearest(wished);
        return rooms.isEmpty()
                ? messages.getMessage("feed.busy", null, locale)
                : messages.getMessage("feed.busy.rooms", new Object[] {rooms}, locale);
    }

    /** What the link to a conference is called. */
    public String join(Locale wished) {
        return messages.getMessage("feed.join", null, Languages.nearest(wished));
    }

    /**
     * One line, for instance {@code Accepted: Kim, Sam}.
     *
     * @param standing such as {@code NEEDS_ACTION}
     * @param most names that are told; of the others how many they are
     */
    public String answers(String standing, List<String> names, int most, Locale wished) {
        Locale locale = Languages.nearest(wished);
        String key = "feed.answer." + standing.toLowerCase(Locale.ROOT).replace('_', '-');
        String told = String.join(", ", names.subList(0, Math.min(most, names.size())));
        String all = names.size() <= most
                ? told
                : messages.getMessage("feed.answer.more", new Object[] {told, names.size() - most}, locale);
        return messages.getMessage(key, new Object[] {all}, locale);
    }
}

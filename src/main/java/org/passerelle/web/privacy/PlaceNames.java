package org.passerelle.web.privacy;

import java.util.List;
import java.util.Locale;
import org.passerelle.platform.personal.HeldData;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The places that keep something of people, in words. */
@Component
class PlaceNames {

    private final MessageSource messages;

    PlaceNames(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * One place.
     *
     * @param name in words
     * @param theirs how much there is of theirs
     * @param mentions in how much of others they are named
     * @param unread how much could not be read
     */
    record PlaceLine(String name, int theirs, long mentions, long unread) {}

    List<PlaceLine> lines(List<HeldData> held, Locale locale) {
        return held.stream()
                .map(each ->
                        new PlaceLine(of(each.place(), locale), each.theirs().size(), each.mentions(), each.unread()))
                .toList();
    }

    /** A place of which nobody has written a name is called as the store calls it. */
    String of(String place, Locale locale) {
        return String.valueOf(messages.getMessage("data.place." + place, null, place, locale));
    }
}

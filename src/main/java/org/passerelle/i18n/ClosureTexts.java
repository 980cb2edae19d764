package org.passerelle.i18n;

import java.util.stream.Collectors;

/** What people are told of rooms that they cannot have as they booked them, where nobody has said it. */
public final class ClosureTexts {

    private static final LanguageBundle MESSAGES = new LanguageBundle("org/passerelle/i18n/closures");

    private ClosureTexts() {}

    /**
     * Why a changed directory does something to a booking, in all languages, for nobody knows who reads it: one line, within what a
     * closure may say.
     *
     * @param onBookings what becomes of bookings, such as {@code KEEP}
     */
    public static String ofChangedDirectory(String onBookings) {
        return Languages.SPOKEN.stream()
                .map(language -> MESSAGES.text("directory." + onBookings, language))
                .collect(Collectors.joining(" / "));
    }
}

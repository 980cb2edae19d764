package org.passerelle.conference.link;

import java.util.Locale;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.platform.text.Text;

/** What somebody is called whose link does not name them: as they say, else by the word for a guest. */
final class GuestName {

    private static final LanguageBundle WORDS = new LanguageBundle("org/passerelle/conference/link/guest");

    /** Code points. */
    private static final int LONGEST = 60;

    private GuestName() {}

    static String of(String said, Locale language) {
        String trimmed = said.strip();
        if (trimmed.isEmpty() || !Text.isLine(trimmed)) {
            return WORDS.text("guest", language);
        }
        int length = Math.min(LONGEST, trimmed.codePointCount(0, trimmed.length()));
        return trimmed.substring(0, trimmed.offsetByCodePoints(0, length));
    }
}

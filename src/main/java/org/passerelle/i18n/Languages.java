package org.passerelle.i18n;

import java.util.List;
import java.util.Locale;

/** The languages that every text for people exists in. */
public final class Languages {

    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    private Languages() {}

    /** French for every French, otherwise English. */
    public static Locale nearest(Locale wished) {
        return wished.getLanguage().equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
    }
}

package org.passerelle.booking.changelog;

import java.util.Optional;
import org.passerelle.platform.text.Text;

/**
 * One thing about a booking that a write changed.
 *
 * @param before as text, at most {@value #LONGEST} characters, the rest left out; empty if there was nothing
 * @param after likewise
 */
public record FieldChange(Field field, Optional<String> before, Optional<String> after) {

    /** Of each text, in UTF-16 units. */
    public static final int LONGEST = 500;

    /** What may change, and whether it is for those alone who may read the booking. */
    public enum Field {
        TITLE(true),
        NOTES(true),
        /** How many people are invited; who, the booking itself says. */
        ATTENDEES(true),
        HEADCOUNT(true),
        VISIBILITY(false),
        CONFERENCE(false),
        /** The layout of the rooms, and services with their quantities. */
        ARRANGEMENTS(true),
        ORGANISER(true),
        /** Local start, zone, length and rule. */
        SCHEDULE(false),
        /** Room ids, in their order. */
        ROOMS(false),
        /** Rules that were set aside for it, by their names. */
        OVERRIDES(false),
        /** How many dates changed beside the ones that are named. */
        DATES(false),
        /** What was said with it. */
        MESSAGE(true);

        private final boolean isPrivate;

        Field(boolean isPrivate) {
            this.isPrivate = isPrivate;
        }

        /** Whether only those who may read the booking may see what it was and is. */
        public boolean isPrivate() {
            return isPrivate;
        }
    }

    public FieldChange {
        before = before.map(FieldChange::cut);
        after = after.map(FieldChange::cut);
    }

    private static String cut(String text) {
        return Text.lines(text, LONGEST);
    }
}

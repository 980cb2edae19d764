package org.passerelle.caldav.home;

import java.util.Optional;
import org.passerelle.caldav.xml.XmlName;

/**
 * A property that a program has set on a calendar, such as its colour.
 *
 * @param calendar its name within the home; an empty text for the home itself
 * @param text the characters of its value
 * @param child the element in its value, where it is one
 */
public record KeptProperty(String calendar, XmlName name, String text, Optional<XmlName> child) {

    /** On one calendar. */
    public static final int MOST = 50;

    /** On all calendars of one person. */
    public static final int MOST_OF_ALL = 500;

    public static final int LONGEST = 4_096;
    public static final int LONGEST_NAME = 300;

    public boolean isOf(String otherCalendar, XmlName otherName) {
        return calendar.equals(otherCalendar) && name.equals(otherName);
    }
}

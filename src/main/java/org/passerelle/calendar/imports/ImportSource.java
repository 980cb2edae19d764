package org.passerelle.calendar.imports;

import java.net.URI;
import org.passerelle.platform.http.WebAddress;

/**
 * Where an external calendar is.
 *
 * @param value the address, the name of a file in the folder of calendars, or the calendar itself
 */
public record ImportSource(SourceKind kind, String value) {

    private static final String CALENDAR = "BEGIN:VCALENDAR";

    /** How the calendar is got. */
    public enum SourceKind {
        URL,
        FILE,
        TEXT
    }

    /**
     * An address of http, https or webcal.
     *
     * @throws IllegalArgumentException if it is none, names no host or no port that there is, or holds a password
     */
    public static ImportSource url(String address) {
        String text = address.strip().replaceFirst("(?i)^webcals?://", "https://");
        WebAddress.parse(text);
        return new ImportSource(SourceKind.URL, text);
    }

    /**
     * A calendar as text, or the name of one in the folder of calendars, with or without its ending. What has several lines, or
     * begins like a web page, is no name.
     */
    public static ImportSource file(String nameOrText) {
        String text = nameOrText.startsWith("\uFEFF") ? nameOrText.substring(1) : nameOrText;
        String bare = text.strip();
        boolean isText = bare.regionMatches(true, 0, CALENDAR, 0, CALENDAR.length())
                || bare.startsWith("<")
                || bare.lines().limit(2).count() == 2;
        return isText ? text(text) : new ImportSource(SourceKind.FILE, bare.replaceFirst("\\.ics$", ""));
    }

    /** What somebody handed in as a calendar. */
    public static ImportSource text(String calendar) {
        return new ImportSource(SourceKind.TEXT, calendar);
    }

    /** What may be shown: of an address only the host, since all of it is often the only secret. */
    public String shown() {
        return switch (kind) {
            case URL -> String.valueOf(URI.create(value).getHost());
            case FILE -> value + ".ics";
            case TEXT -> "";
        };
    }
}

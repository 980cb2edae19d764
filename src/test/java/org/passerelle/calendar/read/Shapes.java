package org.passerelle.calendar.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** Messages in the shapes that real programs write. */
public final class Shapes {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final List<String> ALL =
            List.of("outlook-series", "google", "apple-override", "thunderbird-cancel", "outlook-reply");

    private Shapes() {}

    /** The text with lines ended by CRLF, as it comes by mail. */
    public static String text(String name) {
        String file = "/calendar-shapes/" + name + ".ics";
        try (InputStream in = Objects.requireNonNull(Shapes.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .replace("\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    public static SchedulingMessage read(String name) {
        return SchedulingMessages.read(text(name), PARIS);
    }

    /** One event with {@code lines} in it, beside a UID, in a calendar with {@code timeZones}. */
    public static SchedulingMessage event(String timeZones, String lines) {
        return SchedulingMessages.read(
                "BEGIN:VCALENDAR\nVERSION:2.0\n" + timeZones + "BEGIN:VEVENT\nUID:u-1\nDTSTAMP:20260325T090000Z\n"
                        + lines + "\nEND:VEVENT\nEND:VCALENDAR\n",
                PARIS);
    }
}

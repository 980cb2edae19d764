package org.passerelle.calendar.closures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.calendar.read.SchedulingMessages;

/** The calendars that are read by name: those of the administrator's folder, and behind them those shipped with the program. */
public final class CalendarFiles {

    private static final Pattern NAME = Pattern.compile("(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final String SHIPPED = "/calendars/";

    private final Path folder;

    public CalendarFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The text of a calendar and the place it was read from.
     *
     * @param source for the log
     */
    public record CalendarFile(String source, String text) {}

    /** The calendar {@code name}, unless there is none; a name of another form names none, wherever it would lead. */
    public Optional<CalendarFile> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            Path own = folder.resolve(name + ".ics");
            if (Files.isRegularFile(own)) {
                return Optional.of(file(own.toString(), Files.readAllBytes(own)));
            }
            String shipped = SHIPPED + name + ".ics";
            try (@Nullable InputStream in = CalendarFiles.class.getResourceAsStream(shipped)) {
                return in == null ? Optional.empty() : Optional.of(file(shipped, in.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The calendar " + name + " cannot be read", e);
        }
    }

    private static CalendarFile file(String source, byte[] bytes) {
        return new CalendarFile(source, SchedulingMessages.text(bytes, ""));
    }
}

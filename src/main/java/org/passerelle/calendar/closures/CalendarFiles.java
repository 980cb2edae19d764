package org.passerelle.calendar.closures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /**
     * Another value once a file of the folder has come, gone or been written. The shipped files are what they are while the program
     * runs.
     */
    public String stamp() {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            List<String> all = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".ics")) {
                    all.add(file.getFileName() + " " + Files.getLastModifiedTime(file) + " " + Files.size(file));
                }
            }
            return String.join("\n", all);
        } catch (IOException e) {
            // As while a file is being replaced; the next look tells.
            return "";
        }
    }

    private static CalendarFile file(String source, byte[] bytes) {
        return new CalendarFile(source, SchedulingMessages.text(bytes, ""));
    }
}

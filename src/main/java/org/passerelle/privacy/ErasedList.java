package org.passerelle.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who was erased, in a file apart from the store: an older copy of the store that is put back knows nothing of them. */
@Component
class ErasedList {

    private static final String HEADING =
            "# Passerelle: who was erased, by ids that name nobody. Keep it apart from backups.\n";

    private final Optional<Path> file;

    @Autowired
    ErasedList(PrivacyProperties settings) {
        this(settings.list());
    }

    ErasedList(Optional<Path> file) {
        this.file = file;
    }

    boolean isKept() {
        return file.isPresent();
    }

    /** By the ids of the erasures, in their order; lines that cannot be read are passed over. */
    synchronized Map<String, ErasedEntry> entries() {
        Map<String, ErasedEntry> entries = new LinkedHashMap<>();
        if (file.filter(Files::exists).isPresent()) {
            try (Stream<String> lines = Files.lines(file.get())) {
                lines.flatMap(line -> ErasedEntry.read(line).stream())
                        .forEach(entry -> entries.putIfAbsent(entry.id(), entry));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return entries;
    }

    /** It is on the disk once this returns. Does nothing where no list is kept. */
    synchronized void add(ErasedEntry entry) {
        if (file.isEmpty()) {
            return;
        }
        try {
            String heading = Files.exists(file.get()) ? "" : HEADING;
            Files.writeString(
                    file.get(),
                    heading + entry.line() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.passerelle.backup.transfer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountId;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.PersonId;
import org.passerelle.backup.RestoreTarget;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.store.StoredBookingReader;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.files.OwnerOnlyFiles;
import org.passerelle.platform.snapshot.StoreSnapshot;
import org.passerelle.platform.snapshot.StoreSnapshots;
import org.passerelle.platform.snapshot.WholeDocuments;
import org.passerelle.platform.text.Csv;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Writes what is not secret into a folder: the directory as YAML, people and organisations as CSV (RFC 4180), bookings as lines of JSON,
 * and for each room an iCalendar file (RFC 5545) of what it holds. All as of one moment.
 */
public final class ExportInstallation {

    static final String BOOKINGS = "bookings.jsonl";

    /** Whose account is not there any more. */
    private static final EmailAddress NOBODY = new EmailAddress("nobody@passerelle.invalid");

    private final StoreSnapshots store;
    private final StoredBookingReader reader = SpringFactoriesLoader.forDefaultResourceLocation()
            .load(StoredBookingReader.class)
            .get(0);

    public ExportInstallation(StoreSnapshots store) {
        this.store = store;
    }

    /**
     * Writes all of it.
     *
     * @return how many bookings
     * @throws BackupRefused if there is such a folder already; then nothing is written
     */
    public long to(Path folder) {
        try {
            Files.createDirectory(folder, OwnerOnlyFiles.newFolder(folder));
        } catch (FileAlreadyExistsException e) {
            throw new BackupRefused("There is " + folder + " already, and nothing is written into it.", e);
        } catch (IOException e) {
            throw new BackupRefused("The folder " + folder + " cannot be made: " + e.getMessage() + ".", e);
        }
        boolean isDone = false;
        try (StoreSnapshot snapshot = store.take()) {
            long count = write(snapshot, folder);
            isDone = true;
            return count;
        } catch (IOException | UncheckedIOException e) {
            throw new BackupRefused("The folder " + folder + " cannot be written: " + e.getMessage() + ".", e);
        } finally {
            if (!isDone) {
                RestoreTarget.delete(folder);
            }
        }
    }

    private long write(StoreSnapshot snapshot, Path folder) throws IOException {
        for (Document directory : all(snapshot, "directory")) {
            file(folder.resolve("directory.yaml"), out -> out.accept(String.valueOf(directory.get("text"))));
        }
        StringBuilder organisations = new StringBuilder(row("id", "name", "weeklyQuota"));
        all(snapshot, "organisations").stream()
                .filter(each -> each.get("ended") == null)
                .forEach(each -> organisations.append(row(each.get("_id"), each.get("name"), each.get("weeklyQuota"))));
        file(folder.resolve("organisations.csv"), out -> out.accept(organisations.toString()));
        Map<String, EmailAddress> addresses = new TreeMap<>();
        StringBuilder people = new StringBuilder(row("email", "name", "role", "organisation", "sites"));
        for (Document person : all(snapshot, "people")) {
            if (person.getString("email") != null) {
                addresses.put(String.valueOf(person.get("_id")), new EmailAddress(person.getString("email")));
                people.append(row(
                        person.get("email"),
                        person.get("name"),
                        person.get("role"),
                        person.get("organisation"),
                        String.join(" ", person.getList("sites", String.class, List.of()))));
            }
        }
        file(folder.resolve("people.csv"), out -> out.accept(people.toString()));
        return bookings(snapshot, folder, who -> address(who, addresses));
    }

    private static String row(@Nullable Object... cells) {
        return Csv.row(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.toString())
                .toList());
    }

    private static EmailAddress address(PersonId who, Map<String, EmailAddress> accounts) {
        if (who instanceof OutsiderId outsider) {
            return outsider.address();
        }
        return who instanceof AccountId ? accounts.getOrDefault(who.text(), NOBODY) : NOBODY;
    }

    private long bookings(StoreSnapshot snapshot, Path folder, Function<PersonId, EmailAddress> whose)
            throws IOException {
        long[] count = {0};
        Map<RoomId, RoomCalendar> calendars = new TreeMap<>(Comparator.comparing(RoomId::value));
        file(
                folder.resolve(BOOKINGS),
                out -> snapshot.read(reader.collection(), new WholeDocuments(document -> {
                    for (Booking booking : reader.read(document)) {
                        if (!booking.isVoid()) {
                            BookingLine line = BookingLine.of(booking, whose);
                            out.accept(line.toJson() + "\n");
                            count[0]++;
                            line.dates()
                                    .forEach(date -> date.rooms()
                                            .forEach(room -> calendars
                                                    .computeIfAbsent(room, any -> new RoomCalendar(any))
                                                    .add(line, date)));
                        }
                    }
                })));
        Path rooms = folder.resolve("rooms");
        Files.createDirectory(rooms, OwnerOnlyFiles.newFolder(rooms));
        for (RoomCalendar calendar : calendars.values()) {
            file(rooms.resolve(calendar.room().value() + ".ics"), out -> out.accept(calendar.text()));
        }
        return count[0];
    }

    private static List<Document> all(StoreSnapshot snapshot, String collection) {
        List<Document> all = new ArrayList<>();
        snapshot.read(collection, new WholeDocuments(all::add));
        return all;
    }

    private static void file(Path file, Consumer<Consumer<String>> content) throws IOException {
        try (BufferedWriter out = new BufferedWriter(Channels.newWriter(
                Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        OwnerOnlyFiles.newFile(file)),
                StandardCharsets.UTF_8))) {
            content.accept(text -> {
                try {
                    out.write(text);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}

package org.passerelle.directory.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.passerelle.directory.ClaimNumbers;
import org.passerelle.directory.ClosureCalendars;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.DirectoryChanged;
import org.passerelle.directory.DirectoryPreview;
import org.passerelle.directory.DirectoryUpdates;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomsInUse;
import org.passerelle.directory.fault.FileFault;
import org.passerelle.directory.file.DirectoryFile;
import org.passerelle.directory.file.DirectoryFile.Faulty;
import org.passerelle.directory.file.DirectoryFile.Readable;
import org.passerelle.directory.file.Network;
import org.passerelle.directory.store.DirectoryTexts.DirectoryText;
import org.passerelle.directory.version.VersionClaim;
import org.passerelle.directory.version.VersionNote;
import org.passerelle.directory.version.VersionOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory in force, read from the stored text and kept in memory; replaced by storing another text. */
class StoredDirectory implements Directories, DirectoryUpdates, DirectoryPreview {

    private static final Logger LOG = LoggerFactory.getLogger(StoredDirectory.class);
    private static final int MOST_ATTEMPTS = 5;

    private final DirectoryTexts texts;
    private final ClaimNumbers numbers;
    private final ClosureCalendars calendars;
    private final RoomsInUse roomsInUse;
    private final Consumer<DirectoryChanged> events;
    private volatile InForce inForce;

    /** Of the calendars when they were read last. */
    private String stamp;

    private record InForce(Directory directory, Network network) {

        long version() {
            return directory.version();
        }
    }

    /**
     * Loads what is stored.
     *
     * @param firstText stored if nothing is
     */
    StoredDirectory(
            DirectoryTexts texts,
            ClaimNumbers numbers,
            ClosureCalendars calendars,
            RoomsInUse roomsInUse,
            Consumer<DirectoryChanged> events,
            Optional<String> firstText) {
        this.texts = texts;
        this.numbers = numbers;
        this.calendars = calendars;
        this.roomsInUse = roomsInUse;
        this.events = events;
        this.stamp = calendars.stamp();
        if (texts.version() == 0) {
            firstText.ifPresent(text -> texts.replace(0, text, VersionNote.ofTheProgram(VersionOrigin.START)));
        }
        this.inForce = texts.load().map(this::read).orElse(new InForce(Directory.empty(), Network.EMPTY));
    }

    @Override
    public Directory current() {
        return inForce.directory();
    }

    @Override
    public String text() {
        return texts.load().map(DirectoryText::text).orElse("");
    }

    /** Takes over what another node has stored since, and what stands in calendars that have been changed since. */
    synchronized void refresh() {
        if (texts.version() != inForce.version()) {
            texts.load().map(this::read).ifPresent(this::putInForce);
        }
        String now = calendars.stamp();
        if (!now.equals(stamp)) {
            stamp = now;
            readCalendarsAgain();
        }
    }

    /** As a further version, so that whatever follows from the directory is worked out anew, on other nodes too. */
    private void readCalendarsAgain() {
        Optional<DirectoryText> stored = texts.load();
        if (stored.isEmpty() || stored.get().version() != inForce.version()) {
            return;
        }
        var reading = DirectoryFile.readAgain(stored.get().text(), calendars);
        if (reading instanceof Faulty faulty) {
            LOG.warn("The calendars that were changed are not in force: {}", faulty.faults());
            return;
        }
        Network next = ((Readable) reading).network();
        if (!next.equals(inForce.network())
                && texts.replace(
                        inForce.version(), stored.get().text(), VersionNote.ofTheProgram(VersionOrigin.CALENDARS))) {
            LOG.info("Calendars were changed; the closed days of the sites are worked out anew");
            putInForce(inForce(inForce.version() + 1, next));
        }
    }

    private InForce read(DirectoryText stored) {
        var reading = DirectoryFile.readAgain(stored.text(), calendars);
        if (reading instanceof Faulty faulty) {
            throw new StoredDirectoryIsFaulty(faulty.faults());
        }
        return inForce(stored.version(), ((Readable) reading).network());
    }

    private InForce inForce(long version, Network network) {
        return new InForce(network.directory(version, numbers), network);
    }

    private void putInForce(InForce next) {
        inForce = next;
        events.accept(new DirectoryChanged(next.version()));
    }

    @Override
    public UpdateOutcome preview(String yaml) {
        var reading = DirectoryFile.read(yaml, calendars);
        if (reading instanceof Faulty faulty) {
            return new Refused(faulty.faults());
        }
        var before = inForce;
        var next = ((Readable) reading).network();
        return new Accepted(next.directory(before.version(), StoredDirectory::madeUp), !next.equals(before.network()));
    }

    private static Map<String, List<Integer>> madeUp(Map<String, Integer> counts) {
        var numbers = new HashMap<String, List<Integer>>();
        counts.forEach((claimant, count) -> numbers.put(
                claimant,
                IntStream.rangeClosed(ClaimNumbers.FIRST, count).boxed().toList()));
        return numbers;
    }

    @Override
    public synchronized UpdateOutcome replace(String yaml, VersionClaim claim) {
        var reading = DirectoryFile.read(yaml, calendars);
        if (reading instanceof Faulty faulty) {
            return new Refused(faulty.faults());
        }
        var next = (Readable) reading;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            refresh();
            var before = inForce;
            claim.requireSeen(before.version());
            if (before.version() > 0 && next.network().equals(before.network())) {
                texts.reword(before.version(), yaml);
                return new Accepted(before.directory(), false);
            }
            var lost = before.network().roomsLostIn(next.network());
            var faults = faultsOfRoomsInUse(lost, next);
            if (!faults.isEmpty()) {
                return new Refused(faults);
            }
            var textBefore = text();
            if (texts.replace(before.version(), yaml, claim.note())) {
                putInForce(inForce(before.version() + 1, next.network()));
                return confirmed(next, lost, before, textBefore);
            }
        }
        throw new DirectoryIsContended();
    }

    /**
     * A booking may have been written between the check and the replacement, by somebody who still saw the old
     * directory. Checking again finds it, and the old directory comes back as a further version.
     */
    private UpdateOutcome confirmed(Readable next, Set<RoomId> lost, InForce before, String textBefore) {
        var replaced = inForce;
        var faults = faultsOfRoomsInUse(lost, next);
        if (faults.isEmpty()) {
            return new Accepted(replaced.directory(), true);
        }
        if (!texts.replace(replaced.version(), textBefore, VersionNote.ofTheProgram(VersionOrigin.TAKEN_BACK))) {
            throw new DirectoryIsContended();
        }
        putInForce(inForce(replaced.version() + 1, before.network()));
        return new Refused(faults);
    }

    private List<FileFault> faultsOfRoomsInUse(Set<RoomId> lost, Readable next) {
        if (lost.isEmpty()) {
            return List.of();
        }
        return roomsInUse.inUse(lost).stream()
                .sorted()
                .map(room -> next.fault(room, "room-in-use"))
                .toList();
    }

    /** Thrown when the stored text can no longer be read, for instance because a calendar it names was taken away. */
    static class StoredDirectoryIsFaulty extends RuntimeException {

        StoredDirectoryIsFaulty(List<FileFault> faults) {
            super("The stored directory cannot be read: " + faults);
        }
    }
}

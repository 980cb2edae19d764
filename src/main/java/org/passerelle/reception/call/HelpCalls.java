package org.passerelle.reception.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.live.DeskChanges;
import org.springframework.stereotype.Component;

/**
 * Calls for help: whoever stands before the panel of a room makes one and need not say who they are; whoever manages the site, or
 * the network, sees and answers it.
 */
@Component
public class HelpCalls {

    /** A call that nobody has answered for so long is told by mail no more. */
    private static final Duration NEWS = Duration.ofHours(2);

    /** So long a panel shows that its call was answered. */
    private static final Duration SHOWN = Duration.ofMinutes(15);

    /** So long the reception shows calls that were answered. */
    private static final Duration LISTED = Duration.ofHours(12);

    private final HelpCallDocuments documents;
    private final Directories directories;
    private final DeskChanges changes;
    private final Clock clock;

    HelpCalls(HelpCallDocuments documents, Directories directories, DeskChanges changes, Clock clock) {
        this.documents = documents;
        this.directories = directories;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Calls, unless the room has an open call or its panel has called too often.
     *
     * @param press names this press, so that it calls once however often it is sent
     */
    public CallOutcome call(Room room, HelpKind kind, String press) {
        CallOutcome outcome = documents.add(room.id(), kind, press, clock.instant());
        changes.note(room.site());
        return outcome;
    }

    /** What the panel of {@code room} says of its last call: that it is open, or was answered some minutes ago. */
    public Optional<HelpCall> shownAt(Room room) {
        Instant shown = clock.instant().minus(SHOWN);
        return documents.of(List.of(room.id()), clock.instant().minus(LISTED)).stream()
                .filter(call -> call.answered().map(shown::isBefore).orElse(true))
                .findFirst();
    }

    /** Open ones at a site and those answered today or last night, the last first; none for whoever does not run it. */
    public List<HelpCall> at(Person person, SiteId site) {
        if (!person.runs(site)) {
            return List.of();
        }
        List<RoomId> rooms =
                directories.current().roomsAt(site).stream().map(Room::id).toList();
        return documents.of(rooms, clock.instant().minus(LISTED));
    }

    /**
     * Says that somebody comes; said again, it changes nothing.
     *
     * @return whether there is such a call at a site that {@code person} runs
     */
    public boolean answer(Person person, String id) {
        Directory directory = directories.current();
        Optional<Room> room = documents
                .find(id)
                .flatMap(call -> directory.room(call.room()))
                .filter(called -> person.runs(called.site()));
        room.ifPresent(called -> {
            documents.answer(id, clock.instant());
            changes.note(called.site());
        });
        return room.isPresent();
    }

    /** Open calls that are news still. */
    public List<HelpCall> unanswered() {
        return documents.open(clock.instant().minus(NEWS));
    }

    public void forgetBefore(Instant before) {
        documents.forgetBefore(before);
    }
}

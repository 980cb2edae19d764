package org.passerelle.calendar.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.BookingId;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.calendar.imports.Fetched.Tag;
import org.passerelle.calendar.imports.Import.Collision;
import org.passerelle.calendar.imports.Import.ImportFindings;
import org.passerelle.calendar.imports.Import.ImportStanding;
import org.passerelle.calendar.imports.ImportSource.SourceKind;
import org.passerelle.calendar.read.SchedulingMessage.BrokenEvent;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An import as stored, without the dates that it made: those are an {@link ImportedDates}.
 *
 * @param slot see {@link org.passerelle.platform.OwnerSlots}; the owner is the room
 */
@Document("imports")
record ImportDocument(
        @Id String id,
        int slot,
        ImportSubject subject,
        ImportLook look,
        @Nullable Version version,
        Found found) {

    private static final int MOST_BROKEN = 100;

    /**
     * What is imported, as it was asked for.
     *
     * @param source empty where it is a calendar as text, which is kept apart
     */
    record ImportSubject(String room, SourceKind kind, String source, String name, Instant createdAt) {}

    /** When it was looked at, and how that went. */
    record ImportLook(
            @Nullable Instant last,
            Instant next,
            int failures,
            @Nullable ImportFailure failure) {}

    /**
     * What was read last.
     *
     * @param sum of what it says, whenever it was written
     * @param followedAt when all of it was followed
     */
    record Version(@Nullable String etag, @Nullable String lastModified, String sum, Instant followedAt) {

        Tag tag() {
            return new Tag(Optional.ofNullable(etag), Optional.ofNullable(lastModified));
        }
    }

    /** What came of it. */
    record Found(int occupying, List<Collided> collisions, List<Broken> broken) {

        static final Found NONE = new Found(0, List.of(), List.of());
    }

    /** A date in whose way something is, with all that is needed to try again. */
    record Collided(String booking, String title, Instant start, Instant end, String zone, List<Stretch> taken) {

        static Collided of(ImportSync.Wanted wanted, Collision collision) {
            ExternalDate date = wanted.date();
            return new Collided(
                    wanted.id().value(),
                    date.title(),
                    date.time().start(),
                    date.time().end(),
                    date.zone().getId(),
                    collision.taken().stream()
                            .map(time -> new Stretch(time.start(), time.end()))
                            .toList());
        }

        ImportSync.Wanted toWanted() {
            return new ImportSync.Wanted(
                    new BookingId(booking), new ExternalDate("", title, Interval.of(start, end), ZoneId.of(zone)));
        }

        Collision toCollision() {
            return new Collision(
                    title,
                    Interval.of(start, end),
                    taken.stream()
                            .map(each -> Interval.of(each.start, each.end))
                            .toList());
        }
    }

    /** Half-open. */
    record Stretch(Instant start, Instant end) {}

    /**
     * An event that was set aside.
     *
     * @param code null where a former version of the program has set it aside
     */
    record Broken(
            String uid,
            int line,
            @Nullable CalendarFaultCode code,
            @Nullable List<String> details,
            @Nullable Boolean datesKept) {

        static List<Broken> of(List<BrokenEvent> events) {
            return events.stream()
                    .limit(MOST_BROKEN)
                    .map(event -> new Broken(
                            event.uid(),
                            event.line(),
                            event.fault().code(),
                            event.fault().details(),
                            event.fault().datesKept()))
                    .toList();
        }

        BrokenEvent toBrokenEvent() {
            CalendarFault fault = code == null || details == null
                    ? CalendarFault.of(CalendarFaultCode.NOTED_BEFORE)
                    : new CalendarFault(code, details, Boolean.TRUE.equals(datesKept));
            return new BrokenEvent(uid, line, fault);
        }
    }

    /** What every list of imports reads; see {@link ImportedText}. */
    ImportDocument withoutText() {
        return subject.kind() == SourceKind.TEXT
                ? new ImportDocument(
                        id,
                        slot,
                        new ImportSubject(subject.room(), subject.kind(), "", subject.name(), subject.createdAt()),
                        look,
                        version,
                        found)
                : this;
    }

    ImportSource source() {
        return new ImportSource(subject.kind(), subject.source());
    }

    Import toImport() {
        return new Import(
                id,
                new RoomId(subject.room()),
                source(),
                subject.name(),
                subject.createdAt(),
                new ImportStanding(
                        Optional.ofNullable(look.last()),
                        look.next(),
                        look.failures(),
                        Optional.ofNullable(look.failure())),
                new ImportFindings(
                        found.occupying(),
                        found.collisions().stream().map(Collided::toCollision).toList(),
                        found.broken().stream().map(Broken::toBrokenEvent).toList()));
    }
}

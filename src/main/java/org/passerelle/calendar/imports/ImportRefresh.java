package org.passerelle.calendar.imports;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.passerelle.calendar.closures.CalendarFiles;
import org.passerelle.calendar.imports.Fetched.Tag;
import org.passerelle.calendar.imports.ImportDocument.Broken;
import org.passerelle.calendar.imports.ImportDocument.Found;
import org.passerelle.calendar.imports.ImportDocument.ImportLook;
import org.passerelle.calendar.imports.ImportDocument.Version;
import org.passerelle.calendar.read.SchedulingMessage;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.work.ConcurrencyLimit;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.ShutdownSignal;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.time.Interval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at one external calendar and follows what it says now. */
@Component
class ImportRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRefresh.class);

    /** Ahead; the room's own rules are not asked. */
    private static final Duration AHEAD = Duration.ofDays(366);

    private static final Duration BACK = Duration.ofDays(1);

    /** After so long all of it is read again though it is the same, since time has moved on. */
    private static final Duration ANEW = Duration.ofDays(7);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 10;

    private final ImportDocuments documents;
    private final ImportSync run;
    private final CalendarFetching fetching;
    private final CalendarFiles files;
    private final Directories directories;
    private final ImportProperties settings;
    private final ShutdownSignal shutdown;
    private final Clock clock;

    /** Reading a calendar takes some ten times its size in memory, so they are read one after the other. */
    private final ConcurrencyLimit reading = new ConcurrencyLimit(1, Duration.ofMinutes(2));

    ImportRefresh(
            ImportDocuments documents,
            ImportSync run,
            CalendarFetching fetching,
            CalendarFiles files,
            Directories directories,
            ImportProperties settings,
            ShutdownSignal shutdown,
            Clock clock) {
        this.documents = documents;
        this.run = run;
        this.fetching = fetching;
        this.files = files;
        this.directories = directories;
        this.settings = settings;
        this.shutdown = shutdown;
        this.clock = clock;
    }

    /**
     * Looks at it and notes how that went, whatever happens. Only one at a time may look at the same import.
     *
     * @throws RuntimeException one with a {@link StoreFailure}, so that nothing can be noted
     */
    void look(ImportDocument document) {
        Fence.around(() -> lookWithin(document)).ifPresent(failure -> {
            if (failure instanceof RuntimeException storeAway && StoreFailure.isIn(storeAway)) {
                throw storeAway;
            }
            WorkFailures.note("imports");
            report(document, failure);
            noteFailure(document, ImportFailure.UNFORESEEN);
        });
    }

    /** In full the first time, then in a word: it comes back at every look. */
    private static void report(ImportDocument document, Throwable failure) {
        if (document.look().failure() == ImportFailure.UNFORESEEN) {
            LOG.warn("The calendar {} still cannot be followed: {}", document.id(), failure.toString());
        } else {
            LOG.error(
                    "The calendar {} of {} cannot be followed",
                    document.id(),
                    document.subject().room(),
                    failure);
        }
    }

    private void lookWithin(ImportDocument document) {
        Optional<Room> room =
                directories.current().room(new RoomId(document.subject().room()));
        if (room.isEmpty()) {
            noteFailure(document, ImportFailure.NO_SUCH_ROOM);
            return;
        }
        Instant now = clock.instant();
        Version known = document.version();
        boolean isCurrent = known != null && known.followedAt().plus(ANEW).isAfter(now);
        Fetched fetched = fetched(document, known != null && isCurrent ? known.tag() : Tag.NONE);
        shutdown.check(); // or what was broken off by it would count as a failure
        if (fetched instanceof Fetched.Failed failed) {
            noteFailure(document, failed.why());
        } else if (fetched instanceof Fetched.Calendar calendar) {
            String sum = CalendarSum.of(calendar.bytes());
            if (known != null && isCurrent && known.sum().equals(sum)) {
                nothingNew(document, room.get());
            } else {
                follow(document, room.get(), calendar, sum);
            }
        } else {
            nothingNew(document, room.get());
        }
    }

    /** Tries again what collided; returns what still does. */
    void again(ImportDocument document) {
        directories
                .current()
                .room(new RoomId(document.subject().room()))
                .ifPresent(room -> documents.note(document.id(), triedAgain(document, room)));
    }

    private void nothingNew(ImportDocument document, Room room) {
        if (!document.found().collisions().isEmpty()) {
            documents.note(document.id(), triedAgain(document, room));
        }
        documents.note(document.id(), success());
    }

    private Found triedAgain(ImportDocument document, Room room) {
        Found before = document.found();
        var left = run.again(document.toImport(), room, before.collisions());
        int occupying = before.occupying() + before.collisions().size() - left.size();
        return new Found(occupying, left, before.broken());
    }

    private void follow(ImportDocument document, Room room, Fetched.Calendar calendar, String sum) {
        Instant now = clock.instant();
        Optional<ExternalDates> read = reading.within(() -> read(document, room, calendar, now));
        if (read.isEmpty()) {
            boolean isPage = SchedulingMessages.isWebPage(calendar.bytes(), calendar.charset());
            noteFailure(document, isPage ? ImportFailure.WEB_PAGE : ImportFailure.NOT_A_CALENDAR);
            return;
        }
        ExternalDates dates = read.get();
        var collided = run.follow(document.toImport(), room, dates.dates());
        documents.note(
                document.id(),
                success(),
                new Version(
                        calendar.tag().etag().orElse(null),
                        calendar.tag().lastModified().orElse(null),
                        sum,
                        now.truncatedTo(ChronoUnit.MILLIS)),
                new Found(dates.dates().size() - collided.size(), collided, Broken.of(dates.broken())));
    }

    /** Empty if it is no calendar. */
    private Optional<ExternalDates> read(ImportDocument document, Room room, Fetched.Calendar calendar, Instant now) {
        var zone = directories.current().siteOf(room).zone();
        SchedulingMessage message = SchedulingMessages.read(calendar.bytes(), calendar.charset(), zone);
        if (isNoCalendar(message)) {
            return Optional.empty();
        }
        shutdown.check();
        Interval window = Interval.of(now.minus(BACK).truncatedTo(ChronoUnit.DAYS), now.plus(AHEAD));
        return Optional.of(ExternalDates.of(message, window, document.subject().name(), shutdown::check));
    }

    private static boolean isNoCalendar(SchedulingMessage message) {
        return message.events().isEmpty()
                && message.product().isEmpty()
                && message.broken().size() == 1
                && message.broken().get(0).uid().isEmpty();
    }

    private Fetched fetched(ImportDocument document, Tag known) {
        ImportSource source = document.source();
        return switch (source.kind()) {
            case URL -> fetching.fetch(URI.create(source.value()), known);
            case FILE ->
                files.find(source.value())
                        .<Fetched>map(file -> calendar(file.text()))
                        .orElseGet(() -> new Fetched.Failed(ImportFailure.NO_SUCH_FILE));
            case TEXT -> calendar(documents.text(document.id()));
        };
    }

    private static Fetched calendar(String text) {
        return new Fetched.Calendar(text.getBytes(StandardCharsets.UTF_8), "UTF-8", Tag.NONE);
    }

    private ImportLook success() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new ImportLook(now, now.plus(settings.every()), 0, null);
    }

    private void noteFailure(ImportDocument document, ImportFailure why) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int failures = document.look().failures() + 1;
        Duration pause = settings.every().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        documents.note(document.id(), new ImportLook(now, now.plus(bounded), failures, why));
    }
}

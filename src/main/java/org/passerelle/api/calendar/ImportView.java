package org.passerelle.api.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.calendar.imports.Import;
import org.passerelle.calendar.imports.ImportFailure;
import org.passerelle.calendar.imports.ImportSource;
import org.passerelle.time.Interval;

/**
 * An import as managers see it.
 *
 * @param source the kind, and of an address only the host, since all of it is often the only secret
 * @param standing how the last look went
 * @param found what came of the last look that succeeded
 */
record ImportView(
        String id, String room, String name, Source source, Instant createdAt, Standing standing, Found found) {

    /** Where the calendar is. */
    record Source(ImportSource.SourceKind kind, String shown) {}

    /** @param failure why the last look failed; null if it did not */
    record Standing(
            @Nullable Instant lastLookedAt,
            Instant nextLookAt,
            int failures,
            @Nullable ImportFailure failure) {}

    /** @param occupying dates that occupy the room */
    record Found(int occupying, List<Collision> collisions, List<Broken> broken) {}

    /** A date that does not occupy the room, because it is taken. */
    record Collision(String title, Instant from, Instant to, List<Stretch> taken) {}

    /** Half-open. */
    record Stretch(Instant from, Instant to) {

        static Stretch of(Interval time) {
            return new Stretch(time.start(), time.end());
        }
    }

    /** An event that is not understood. */
    record Broken(String uid, int line, String reason) {}

    static ImportView of(Import each) {
        Import.ImportStanding standing = each.standing();
        Import.ImportFindings findings = each.findings();
        return new ImportView(
                each.id(),
                each.room().value(),
                each.name(),
                new Source(each.source().kind(), each.source().shown()),
                each.createdAt(),
                new Standing(
                        standing.lookedAt().orElse(null),
                        standing.next(),
                        standing.failures(),
                        standing.failure().orElse(null)),
                new Found(
                        findings.occupying(),
                        findings.collisions().stream()
                                .map(collision -> new Collision(
                                        collision.title(),
                                        collision.time().start(),
                                        collision.time().end(),
                                        collision.taken().stream()
                                                .map(Stretch::of)
                                                .toList()))
                                .toList(),
                        findings.broken().stream()
                                .map(broken -> new Broken(broken.uid(), broken.line(), broken.reason()))
                                .toList()));
    }
}

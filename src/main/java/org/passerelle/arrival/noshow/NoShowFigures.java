package org.passerelle.arrival.noshow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.account.OrganisationId;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.directory.RoomId;
import org.springframework.stereotype.Component;

/** How often nobody came to rooms that were booked, by organisation and person. */
@Component
public class NoShowFigures {

    private final NoShowDocuments documents;
    private final Clock clock;

    NoShowFigures(NoShowDocuments documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** @param key whom it is about; empty for what is private, or belongs to no organisation */
    public record Tally<K>(Optional<K> key, int count) {}

    /** Of one organisation; what is private is told of nobody. */
    public record OrganisationTally(Tally<OrganisationId> organisation, List<Tally<ActorId>> people) {}

    /**
     * The dates in one of {@code rooms} that began within {@code length} before now, the most first.
     *
     * @param length at most 400 days; before that they are forgotten
     */
    public List<OrganisationTally> of(Collection<RoomId> rooms, Duration length) {
        Instant since = clock.instant().minus(length);
        Map<Optional<OrganisationId>, List<NoShow>> found = documents.since(since).stream()
                .filter(noShow -> noShow.rooms().stream().anyMatch(rooms::contains))
                .collect(Collectors.groupingBy(NoShowFigures::told));
        return found.entrySet().stream()
                .map(each -> new OrganisationTally(
                        new Tally<>(each.getKey(), each.getValue().size()), people(each.getValue())))
                .sorted(Comparator.comparing(
                                (OrganisationTally each) -> each.organisation().count())
                        .reversed()
                        .thenComparing(each -> each.organisation()
                                .key()
                                .map(OrganisationId::value)
                                .orElse("")))
                .toList();
    }

    /** A date to which nobody came: when it began, in which rooms. */
    public record MissedDate(Instant start, List<RoomId> rooms) {

        public MissedDate {
            rooms = List.copyOf(rooms);
        }
    }

    /** The dates in one of {@code rooms} that began at {@code since} or later, by time; whose they were is told of none. */
    public List<MissedDate> dates(Collection<RoomId> rooms, Instant since) {
        return documents.since(since).stream()
                .filter(noShow -> noShow.rooms().stream().anyMatch(rooms::contains))
                .map(noShow -> new MissedDate(noShow.start(), noShow.rooms()))
                .sorted(Comparator.comparing(MissedDate::start)
                        .thenComparing(each -> each.rooms().toString()))
                .toList();
    }

    private static Optional<OrganisationId> told(NoShow noShow) {
        return noShow.organisation().filter(organisation -> !noShow.isPrivate());
    }

    private static List<Tally<ActorId>> people(List<NoShow> some) {
        Map<ActorId, Long> counts = some.stream()
                .filter(noShow -> !noShow.isPrivate())
                .map(NoShow::person)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .map(each ->
                        new Tally<>(Optional.of(each.getKey()), each.getValue().intValue()))
                .sorted(Comparator.comparing((Tally<ActorId> each) -> each.count())
                        .reversed()
                        .thenComparing(each -> each.key().map(ActorId::value).orElse("")))
                .toList();
    }
}

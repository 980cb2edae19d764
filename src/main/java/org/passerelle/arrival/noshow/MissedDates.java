package org.passerelle.arrival.noshow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.OrganisationId;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.directory.ArrivalRules.NoShowLimits;
import org.passerelle.directory.ArrivalRules.RepeatNoShows;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.SiteId;

/**
 * To how many dates nobody came at one site.
 *
 * @param limits that are applied to it
 */
record MissedDates(Map<ActorId, Long> people, Map<OrganisationId, Long> organisations, NoShowLimits limits) {

    /** Those of {@code all} at {@code site} that the limits look at. */
    static MissedDates at(SiteId site, List<NoShow> all, NoShowLimits limits, Directory directory, Instant now) {
        Instant since = now.minus(limits.within());
        List<NoShow> some = all.stream()
                .filter(noShow -> !noShow.start().isBefore(since))
                .filter(noShow -> noShow.rooms().stream()
                        .flatMap(room -> directory.room(room).stream())
                        .map(Room::site)
                        .anyMatch(site::equals))
                .toList();
        return new MissedDates(
                counts(some.stream().map(NoShow::person)),
                counts(some.stream().map(NoShow::organisation).flatMap(Optional::stream)),
                limits);
    }

    private static <K> Map<K, Long> counts(Stream<K> names) {
        return names.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Who has reached a limit. */
    RepeatNoShows repeated() {
        return new RepeatNoShows(
                reaching(people, limits::isReachedByPerson, ActorId::value),
                reaching(organisations, limits::isReachedByOrganisation, OrganisationId::value));
    }

    private static <K> Set<String> reaching(Map<K, Long> counts, LongPredicate limit, Function<K, String> name) {
        return counts.entrySet().stream()
                .filter(each -> limit.test(each.getValue()))
                .map(each -> name.apply(each.getKey()))
                .collect(Collectors.toSet());
    }

    /** Why somebody has to ask for it; empty if they need not for this reason. */
    Optional<AskedBecause> why(ActorId person, Optional<OrganisationId> organisation) {
        long own = people.getOrDefault(person, 0L);
        if (limits.isReachedByPerson(own)) {
            return Optional.of(new AskedBecause(false, own, limits.within()));
        }
        return organisation
                .map(each -> organisations.getOrDefault(each, 0L))
                .filter(limits::isReachedByOrganisation)
                .map(count -> new AskedBecause(true, count, limits.within()));
    }
}

package org.passerelle.booking.store.mongo;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Holding;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * Which document holds which number when, who made it, who made what is void by now, who is invited, whether it is a hold or a request, and what it misses. In memory, for many readers and writers
 * at once: writers of one document take turns, and a note that comes late does not undo a newer one.
 */
final class FamilyIndex {

    private static final String[] NOBODY = {};

    private final Map<String, FamilyDigest> digests = new ConcurrentHashMap<>();

    /** The documents that hold a number on a day; never changed in place. */
    private final Map<Long, String[]> rootsByDay = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> byOrganiser = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> voidByOrganiser = new ConcurrentHashMap<>();

    /** By the marks of their addresses. */
    private final Map<Integer, Set<String>> byInvited = new ConcurrentHashMap<>();

    private final Set<String> undecided = ConcurrentHashMap.newKeySet();
    private final Set<BookingId> missing = ConcurrentHashMap.newKeySet();

    /** Notes what a document holds, unless a newer version of it is known already. */
    void put(FamilyDigest digest) {
        digests.compute(digest.root(), (root, before) -> {
            if (before != null && before.version() >= digest.version()) {
                return before;
            }
            add(digest);
            if (before != null) {
                removeWhatIsOver(before, digest);
            }
            return digest;
        });
    }

    private void add(FamilyDigest digest) {
        days(digest).forEach(day -> rootsByDay.merge(day, new String[] {digest.root()}, FamilyIndex::union));
        digest.organisers().forEach(person -> add(digest.root(), person, byOrganiser));
        digest.organisersOfVoid().forEach(person -> add(digest.root(), person, voidByOrganiser));
        digest.invited()
                .forEach(mark -> byInvited.compute(mark, (same, roots) -> {
                    Set<String> more = roots == null ? ConcurrentHashMap.newKeySet() : roots;
                    more.add(digest.root());
                    return more;
                }));
        if (digest.isUndecided()) {
            undecided.add(digest.root());
        } else {
            undecided.remove(digest.root());
        }
        missing.addAll(digest.missing());
    }

    private static void add(String root, String person, Map<String, Set<String>> roots) {
        roots.computeIfAbsent(person, each -> ConcurrentHashMap.newKeySet()).add(root);
    }

    private void removeWhatIsOver(FamilyDigest before, FamilyDigest after) {
        Set<Long> over = days(before);
        over.removeAll(days(after));
        over.forEach(day -> rootsByDay.computeIfPresent(day, (same, roots) -> without(roots, before.root())));
        before.invited().stream()
                .filter(mark -> !after.invited().contains(mark))
                .forEach(mark -> byInvited.computeIfPresent(mark, (same, roots) -> {
                    roots.remove(before.root());
                    return roots.isEmpty() ? null : roots;
                }));
        before.missing().stream().filter(id -> !after.missing().contains(id)).forEach(missing::remove);
    }

    private static Set<Long> days(FamilyDigest digest) {
        Set<Long> days = new HashSet<>();
        digest.rooms().forEachDay(days::add);
        digest.quotas().forEachDay(days::add);
        return days;
    }

    private static String[] union(String[] some, String[] one) {
        if (Arrays.asList(some).contains(one[0])) {
            return some;
        }
        String[] both = Arrays.copyOf(some, some.length + 1);
        both[some.length] = one[0];
        return both;
    }

    private static String @Nullable [] without(String[] roots, String root) {
        String[] left = Arrays.stream(roots).filter(each -> !each.equals(root)).toArray(String[]::new);
        return left.length == 0 ? null : left;
    }

    /** Documents that hold one of {@code numbers} at some moment of {@code window}. */
    Set<String> occupying(Collection<Integer> numbers, Interval window) {
        long from = Slots.first(window);
        long to = Slots.endExclusive(window);
        Set<String> found = new HashSet<>();
        if ((to - from) / Slots.A_DAY * numbers.size() > digests.size()) {
            digests.forEach((root, digest) -> {
                if (numbers.stream().anyMatch(number -> digest.holds(number, from, to))) {
                    found.add(root);
                }
            });
            return found;
        }
        for (int number : numbers) {
            PackedStretches.forEachDay(number, from, to, day -> {
                for (String root : rootsByDay.getOrDefault(day, NOBODY)) {
                    FamilyDigest digest = digests.get(root);
                    if (digest == null || digest.holds(number, from, to)) {
                        found.add(root);
                    }
                }
            });
        }
        return found;
    }

    Set<String> madeBy(PersonId organiser) {
        return Set.copyOf(byOrganiser.getOrDefault(organiser.text(), Set.of()));
    }

    Set<String> voidMadeBy(PersonId organiser) {
        return Set.copyOf(voidByOrganiser.getOrDefault(organiser.text(), Set.of()));
    }

    /** Documents that may invite {@code address}, and hold a room after the start of {@code slot}. */
    Set<String> inviting(String address, long slot) {
        return byInvited.getOrDefault(FamilyDigest.mark(address), Set.of()).stream()
                .filter(root ->
                        digest(root).filter(digest -> !digest.lastsBeyond(slot)).isEmpty())
                .collect(Collectors.toSet());
    }

    /** What every document holds of rooms. */
    void holdings(Consumer<Holding> each) {
        digests.values().forEach(digest -> each.accept(digest.holding()));
    }

    Optional<FamilyDigest> digest(String root) {
        return Optional.ofNullable(digests.get(root));
    }

    Collection<FamilyDigest> digests() {
        return digests.values();
    }

    Set<String> undecided() {
        return Set.copyOf(undecided);
    }

    Set<BookingId> missingRooms() {
        return Set.copyOf(missing);
    }
}

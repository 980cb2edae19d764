package org.passerelle.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.nodes.Call.Answer;
import org.passerelle.nodes.Call.Kind;
import org.passerelle.nodes.Call.Outcome;
import org.passerelle.nodes.Call.Seen;
import org.passerelle.nodes.Call.Wish;
import org.passerelle.time.Interval;

/** Whoever checks others is checked first: on histories that were written down, of stores that are right and that are not. */
class HistoryCheckerTests {

    private static final String ROOM = "room";
    private static final Duration LAG = Duration.ofNanos(10);

    private final List<Call> history = new ArrayList<>();
    private final Map<String, Seen> last = new HashMap<>();

    private static Interval hour(int hour) {
        Instant start = Instant.parse("2026-06-08T00:00:00Z").plusSeconds(3600L * hour);
        return Interval.of(start, start.plusSeconds(3600));
    }

    private static Wish at(int hour) {
        return new Wish(ROOM, Optional.of(hour(hour)));
    }

    private static Seen seen(long version, int hour) {
        return new Seen(version, ROOM, Optional.of(hour(hour)));
    }

    private void call(int client, long begun, long ended, Kind kind, String booking, Answer answer) {
        history.add(new Call(client, client, begun, ended, kind, booking, answer));
    }

    private void created(String booking, long begun, int hour) {
        call(0, begun, begun + 5, Kind.CREATE, booking, Answer.done(seen(1, hour), at(hour)));
        last.put(booking, seen(1, hour));
    }

    private void moved(String booking, long begun, long version, int hour) {
        call(1, begun, begun + 5, Kind.CHANGE, booking, Answer.done(seen(version, hour), at(hour)));
        last.put(booking, seen(version, hour));
    }

    private void looked(int client, long begun, Set<Interval> busy) {
        Interval day = Interval.of(hour(0).start(), hour(23).end());
        call(client, begun, begun + 1, Kind.LOOK, "", Answer.looked(ROOM, day, busy));
    }

    private List<String> faults() {
        return new HistoryChecker(LAG).check(history, last);
    }

    @Test
    void findsNothingInWhatCanHaveHappened() {
        created("a", 0, 9);
        created("b", 10, 10);
        moved("a", 20, 2, 11);
        call(0, 22, 23, Kind.READ, "a", Answer.read(Optional.of(seen(1, 9))));
        call(0, 24, 40, Kind.READ, "a", Answer.read(Optional.of(seen(2, 11))));
        call(0, 30, 35, Kind.CHANGE, "b", Answer.of(Outcome.REFUSED, at(11)));
        call(0, 40, Long.MAX_VALUE, Kind.CREATE, "c", Answer.of(Outcome.UNKNOWN, at(15)));
        looked(0, 60, Set.of(hour(10), hour(11)));
        last.put("c", seen(1, 15));

        assertThat(faults()).isEmpty();
    }

    @Test
    void findsTwoBookingsAtOneTime() {
        created("a", 0, 9);
        created("b", 10, 9);

        assertThat(faults()).singleElement().asString().contains("overlap");
    }

    @Test
    void findsAnAcknowledgedWriteThatIsGone() {
        created("a", 0, 9);
        last.clear();
        created("b", 10, 10);
        moved("b", 20, 2, 11);
        last.put("b", seen(1, 10));

        assertThat(faults()).hasSize(2).allMatch(fault -> fault.contains("was told"));
    }

    @Test
    void findsARefusedWriteThatIsThere() {
        call(0, 0, 5, Kind.CREATE, "a", Answer.of(Outcome.REFUSED, at(9)));
        last.put("a", seen(1, 9));

        assertThat(faults()).anyMatch(fault -> fault.contains("nobody wrote"));
    }

    @Test
    void findsAReadOlderThanWhatWasTold() {
        created("a", 0, 9);
        moved("a", 10, 2, 11);
        call(0, 16, 20, Kind.READ, "a", Answer.read(Optional.of(seen(1, 9))));

        assertThat(faults()).singleElement().asString().contains("after version 2");
    }

    @Test
    void findsAReadOfNothingAfterABookingWasMade() {
        created("a", 0, 9);
        call(1, 6, 8, Kind.READ, "a", Answer.read(Optional.empty()));

        assertThat(faults()).singleElement().asString().contains("version 0");
    }

    @Test
    void findsTwoWritesOfOneVersion() {
        created("a", 0, 9);
        call(0, 10, 20, Kind.CHANGE, "a", Answer.done(seen(2, 11), at(11)));
        call(1, 10, 20, Kind.CHANGE, "a", Answer.done(seen(2, 12), at(12)));
        last.put("a", seen(2, 11));

        assertThat(faults()).anyMatch(fault -> fault.contains("two writes"));
    }

    @Test
    void findsALookThatDoesNotShowWhatItsClientWrote() {
        created("a", 0, 9);
        looked(0, 6, Set.of());

        assertThat(faults()).singleElement().asString().contains("did not see");
    }

    @Test
    void findsALookThatIsTooOldAndGivesWordOfOthersItsTime() {
        created("a", 0, 9);
        looked(1, 12, Set.of());
        assertThat(faults()).isEmpty();
        looked(1, 16, Set.of());

        assertThat(faults()).singleElement().asString().contains("did not see");
    }

    /** The store of the next test with its index on claims, and as it would be without. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tellsAStoreThatGuardsItsClaimsFromOneThatDoesNot(long seed) {
        drawn(seed, true);
        assertThat(faults()).isEmpty();
        history.clear();
        last.clear();

        drawn(seed, false);

        assertThat(faults()).isNotEmpty().allMatch(fault -> fault.contains("overlap"));
    }

    private void drawn(long seed, boolean isGuarded) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            int hour = random.nextInt(23);
            String booking = last.isEmpty() || random.nextBoolean() ? "b" + i : "b" + random.nextInt(i);
            Seen before = last.get(booking);
            boolean isTaken = last.entrySet().stream()
                    .anyMatch(each -> !each.getKey().equals(booking)
                            && each.getValue().time().equals(Optional.of(hour(hour))));
            Kind kind = before == null ? Kind.CREATE : Kind.CHANGE;
            long version = before == null ? 1 : before.version() + 1;
            if (isGuarded && isTaken) {
                call(i % 3, 10L * i, 10L * i + 5, kind, booking, Answer.of(Outcome.REFUSED, at(hour)));
            } else {
                call(i % 3, 10L * i, 10L * i + 5, kind, booking, Answer.done(seen(version, hour), at(hour)));
                last.put(booking, seen(version, hour));
            }
        }
    }
}

package org.passerelle.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.account.AccountEnded;
import org.passerelle.account.AccountId;
import org.passerelle.account.PersonId;
import org.passerelle.account.session.BrowserSessions.Begun;
import org.passerelle.booking.People;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** Somebody has so many sessions at once; what has ended stays ended. */
@FactsOf(BrowserSessions.class)
public abstract class BrowserSessionsContract extends StoreContract {

    private static final PersonId CAMILLE = People.CAMILLE.id();
    private static final PersonId LOUIS = People.LOUIS.id();
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final MutableClock clock = new MutableClock();
    private BrowserSessions sessions;

    @BeforeEach
    void begin() {
        sessions = anotherNode();
    }

    private BrowserSessions anotherNode() {
        return new BrowserSessions(mongo(), clock, Runnable::run, IDLE);
    }

    private static String begun(BrowserSessions node, PersonId owner, String browser) {
        return node.begin(owner, "stamp", browser).id();
    }

    private List<String> ids(PersonId owner) {
        return sessions.of(owner).stream().map(BrowserSession::id).toList();
    }

    @Test
    void endsTheOneThatWasSeenLeastLatelyWhenThereIsOneTooMany() {
        List<Begun> begun = new ArrayList<>();
        for (int i = 0; i <= BrowserSessions.MOST; i++) {
            clock.advance(Duration.ofSeconds(1));
            begun.add(sessions.begin(CAMILLE, "stamp", "Browser " + i));
            anotherNode().find(begun.get(0).cookie());
        }

        assertThat(ids(CAMILLE))
                .hasSize(BrowserSessions.MOST)
                .contains(begun.get(0).id())
                .doesNotContain(begun.get(1).id());
    }

    /** The clocks of two nodes may differ, and two may sign in within a millisecond. */
    @Test
    void neverEndsTheOneThatBegins() {
        clock.advance(Duration.ofMinutes(1));
        IntStream.range(0, BrowserSessions.MOST).forEach(i -> begun(sessions, CAMILLE, "Browser"));

        String atOnce = begun(sessions, CAMILLE, "Another");
        assertThat(anotherNode().isOpen(atOnce)).isTrue();
        clock.advance(Duration.ofMinutes(-1));
        String ofASlowClock = begun(anotherNode(), CAMILLE, "Another");

        assertThat(anotherNode().isOpen(ofASlowClock)).isTrue();
        assertThat(ids(CAMILLE)).hasSize(BrowserSessions.MOST);
    }

    @Test
    void keepsToSoManyWhenEightBeginAtOnce() {
        IntStream.range(0, BrowserSessions.MOST - 2).forEach(i -> begun(sessions, CAMILLE, "Browser"));
        clock.advance(Duration.ofSeconds(1));

        Together.all(IntStream.range(0, 8)
                .<Callable<String>>mapToObj(i -> () -> begun(anotherNode(), CAMILLE, "Browser " + i))
                .toList());

        assertThat(ids(CAMILLE)).hasSizeBetween(8, BrowserSessions.MOST);
    }

    @Test
    void endsOnlyWhatIsTheOwners() {
        String hers = begun(sessions, CAMILLE, "Hers");
        String other = begun(sessions, CAMILLE, "Hers too");
        String his = begun(sessions, LOUIS, "His");

        sessions.end(LOUIS, hers);
        assertThat(anotherNode().isOpen(hers)).isTrue();
        sessions.endOthers(CAMILLE, hers);

        assertThat(anotherNode().isOpen(other)).isFalse();
        assertThat(anotherNode().isOpen(his)).isTrue();
        sessions.on(new AccountEnded((AccountId) CAMILLE));
        assertThat(anotherNode().isOpen(hers)).isFalse();
        assertThat(ids(LOUIS)).containsExactly(his);
    }

    @Test
    void isFoundOnEveryNodeByItsCookieAlone() {
        Begun begun = sessions.begin(CAMILLE, "stamp", "Browser");

        assertThat(anotherNode().find(begun.cookie()))
                .hasValueSatisfying(session -> assertThat(List.of(session.id(), session.owner(), session.stamp()))
                        .containsExactly(begun.id(), CAMILLE.text(), "stamp"));
        assertThat(anotherNode().find(begun.id())).isEmpty();
        assertThat(anotherNode().find(begun.id() + ".")).isEmpty();
        assertThat(anotherNode().find(begun.cookie() + "a")).isEmpty();
        assertThat(anotherNode().find("." + begun.cookie())).isEmpty();
        assertThat(documents("browser_sessions").find())
                .allSatisfy(stored -> assertThat(stored.toJson())
                        .doesNotContain(begun.cookie().split("\\.")[1]));
    }

    @Test
    void notesTheLatestSightWhicheverNodeWritesLast() {
        Begun begun = sessions.begin(CAMILLE, "stamp", "Browser");
        clock.advance(Duration.ofMinutes(5));
        Instant latest = clock.instant();
        anotherNode().find(begun.cookie());
        clock.advance(Duration.ofMinutes(-2));

        anotherNode().find(begun.cookie());

        assertThat(sessions.of(CAMILLE)).extracting(BrowserSession::lastSeen).containsExactly(latest);
    }

    @Test
    void bringsBackNoneThatWasEndedWhileItsSightWasNoted() {
        Begun begun = sessions.begin(CAMILLE, "stamp", "Browser");
        BrowserSessions late = new BrowserSessions(
                mongo(),
                clock,
                note -> {
                    sessions.end(CAMILLE, begun.id());
                    note.run();
                },
                IDLE);

        late.find(begun.cookie());

        assertThat(documents("browser_sessions").countDocuments()).isZero();
    }

    /** A page that is left open asks for ever. */
    @Test
    void endsWhenNobodyHasAskedForAnythingForSoLongThoughItIsLookedAfter() {
        Begun begun = sessions.begin(CAMILLE, "stamp", "Browser");
        clock.advance(IDLE);
        assertThat(anotherNode().isOpen(begun.id())).isTrue();
        clock.advance(Duration.ofMinutes(1).plusMillis(1));

        assertThat(anotherNode().isOpen(begun.id())).isFalse();
        assertThat(anotherNode().find(begun.cookie())).isEmpty();
    }

    @Test
    void forgetsThoseThatAreOver() {
        begun(sessions, CAMILLE, "Forgotten");
        clock.advance(IDLE.plusMinutes(1).plusMillis(1));

        String id = begun(sessions, CAMILLE, "Now");

        assertThat(ids(CAMILLE)).containsExactly(id);
        assertThat(documents("browser_sessions").countDocuments()).isEqualTo(1);
    }
}

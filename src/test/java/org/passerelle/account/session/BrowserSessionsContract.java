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
import org.passerelle.booking.People;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** Somebody has so many sessions at once; what has ended stays ended. */
@FactsOf(BrowserSessions.class)
public abstract class BrowserSessionsContract extends StoreContract {

    private static final PersonId CAMILLE = People.CAMILLE.id();
    private static final PersonId LOUIS = People.LOUIS.id();

    private final MutableClock clock = new MutableClock();
    private BrowserSessions sessions;

    @BeforeEach
    void begin() {
        sessions = anotherNode();
    }

    private BrowserSessions anotherNode() {
        return new BrowserSessions(mongo(), clock, Runnable::run);
    }

    private List<String> ids(PersonId owner) {
        return sessions.of(owner).stream().map(BrowserSession::id).toList();
    }

    @Test
    void endsTheOneThatWasSeenLeastLatelyWhenThereIsOneTooMany() {
        List<String> begun = new ArrayList<>();
        for (int i = 0; i <= BrowserSessions.MOST; i++) {
            clock.advance(Duration.ofSeconds(1));
            begun.add(sessions.begin(CAMILLE, "Browser " + i));
            anotherNode().isOpen(begun.get(0));
        }

        assertThat(ids(CAMILLE))
                .hasSize(BrowserSessions.MOST)
                .contains(begun.get(0))
                .doesNotContain(begun.get(1));
    }

    /** The clocks of two nodes may differ, and two may sign in within a millisecond. */
    @Test
    void neverEndsTheOneThatBegins() {
        clock.advance(Duration.ofMinutes(1));
        IntStream.range(0, BrowserSessions.MOST).forEach(i -> sessions.begin(CAMILLE, "Browser"));

        String atOnce = sessions.begin(CAMILLE, "Another");
        assertThat(anotherNode().isOpen(atOnce)).isTrue();
        clock.advance(Duration.ofMinutes(-1));
        String ofASlowClock = anotherNode().begin(CAMILLE, "Another");

        assertThat(anotherNode().isOpen(ofASlowClock)).isTrue();
        assertThat(ids(CAMILLE)).hasSize(BrowserSessions.MOST);
    }

    @Test
    void keepsToSoManyWhenEightBeginAtOnce() {
        IntStream.range(0, BrowserSessions.MOST - 2).forEach(i -> sessions.begin(CAMILLE, "Browser"));
        clock.advance(Duration.ofSeconds(1));

        Together.all(IntStream.range(0, 8)
                .<Callable<String>>mapToObj(i -> () -> anotherNode().begin(CAMILLE, "Browser " + i))
                .toList());

        assertThat(ids(CAMILLE)).hasSizeBetween(8, BrowserSessions.MOST);
    }

    @Test
    void endsOnlyWhatIsTheOwners() {
        String hers = sessions.begin(CAMILLE, "Hers");
        String other = sessions.begin(CAMILLE, "Hers too");
        String his = sessions.begin(LOUIS, "His");

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
    void notesTheLatestSightWhicheverNodeWritesLast() {
        String id = sessions.begin(CAMILLE, "Browser");
        clock.advance(Duration.ofMinutes(5));
        Instant latest = clock.instant();
        anotherNode().isOpen(id);
        clock.advance(Duration.ofMinutes(-2));

        anotherNode().isOpen(id);

        assertThat(sessions.of(CAMILLE)).extracting(BrowserSession::lastSeen).containsExactly(latest);
    }

    @Test
    void bringsBackNoneThatWasEndedWhileItsSightWasNoted() {
        String id = sessions.begin(CAMILLE, "Browser");
        BrowserSessions late = new BrowserSessions(mongo(), clock, note -> {
            sessions.end(CAMILLE, id);
            note.run();
        });

        late.isOpen(id);

        assertThat(documents("browser_sessions").countDocuments()).isZero();
    }

    @Test
    void forgetsThoseThatNobodyHasSeenForHalfADay() {
        sessions.begin(CAMILLE, "Forgotten");
        clock.advance(Duration.ofHours(12).plusMillis(1));

        String id = sessions.begin(CAMILLE, "Now");

        assertThat(ids(CAMILLE)).containsExactly(id);
        assertThat(documents("browser_sessions").countDocuments()).isEqualTo(1);
    }
}

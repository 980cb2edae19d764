package org.passerelle.notification.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.notification.owed.LogPosition;

/** The position moves on only from where it stands, so that of two who read together neither sets the other back. */
@FactsOf(MongoLogPosition.class)
public abstract class LogPositionContract extends StoreContract {

    private LogPosition position;

    @BeforeEach
    void begin() {
        position = new MongoLogPosition(mongo());
    }

    @Test
    void beginsAtTheStartAndMovesOn() {
        assertThat(position.read()).isEqualTo(ChangeLog.START);

        position.advance(ChangeLog.START, 100_007);
        position.advance(100_007, 200_001);

        assertThat(position.read()).isEqualTo(200_001);
        assertThat(new MongoLogPosition(mongo()).read()).isEqualTo(200_001);
    }

    @Test
    void staysWhereAnotherHasBroughtIt() {
        position.advance(ChangeLog.START, 300_000);

        position.advance(ChangeLog.START, 100_000);
        position.advance(200_000, 250_000);

        assertThat(position.read()).isEqualTo(300_000);
    }

    @Test
    void isBroughtToOneEndByAllWhoBeginAtOnce() {
        Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    new MongoLogPosition(mongo()).advance(ChangeLog.START, 100_001);
                    return true;
                })
                .toList());

        assertThat(position.read()).isEqualTo(100_001);
        assertThat(List.of(documents("changeLogReaders").countDocuments())).containsExactly(1L);
    }

    @Test
    void isReadByOneAtATime() {
        Instant now = Instant.parse("2026-03-25T09:00:00Z");
        Duration minute = Duration.ofMinutes(1);
        LogPosition other = new MongoLogPosition(mongo());

        assertThat(position.claim(now, minute)).isTrue();
        assertThat(position.claim(now, minute)).isTrue();
        assertThat(other.claim(now, minute)).isFalse();
        other.release();
        assertThat(other.claim(now.plusSeconds(59), minute)).isFalse();
        assertThat(other.claim(now.plusSeconds(60), minute)).isTrue();

        position.release();
        assertThat(position.claim(now.plusSeconds(61), minute)).isFalse();
        other.release();
        assertThat(position.claim(now.plusSeconds(61), minute)).isTrue();
        position.advance(ChangeLog.START, 100_001);
        assertThat(other.read()).isEqualTo(100_001);
        assertThat(other.claim(now.plusSeconds(62), minute)).isFalse();
    }

    @Test
    void ofManyWhoBeginAtOnceOneReads() {
        Instant now = Instant.parse("2026-03-25T09:00:00Z");

        List<Boolean> claims = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> new MongoLogPosition(mongo()).claim(now, Duration.ofMinutes(1)))
                .toList());

        assertThat(claims).containsOnlyOnce(true);
    }
}

package org.passerelle.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.net.ConnectException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.platform.log.OnceAMinute;
import org.passerelle.platform.store.StoreFailure.WriteOutcome;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;

class StoreFailureTests {

    private static final ServerAddress SERVER = new ServerAddress();

    static Stream<Arguments> failures() {
        MongoCommandException refused = command(14031, "store unavailable: the disk is full");
        return Stream.of(
                Arguments.of(refused, WriteOutcome.NOT_DONE),
                Arguments.of(new UncategorizedMongoDbException("x", refused), WriteOutcome.NOT_DONE),
                Arguments.of(new IllegalStateException("x", refused), WriteOutcome.NOT_DONE),
                Arguments.of(command(14031, "store unavailable, outcome unknown: x"), WriteOutcome.UNKNOWN),
                Arguments.of(new MongoTimeoutException("no server"), WriteOutcome.NOT_DONE),
                Arguments.of(
                        new DataAccessResourceFailureException("x", new MongoTimeoutException("no server")),
                        WriteOutcome.NOT_DONE),
                Arguments.of(new MongoSocketOpenException("x", SERVER, new ConnectException()), WriteOutcome.NOT_DONE),
                Arguments.of(new MongoSocketReadException("cut off", SERVER), WriteOutcome.UNKNOWN),
                Arguments.of(new MongoNotPrimaryException(new BsonDocument(), SERVER), WriteOutcome.UNKNOWN),
                Arguments.of(command(91, "shutting down"), WriteOutcome.UNKNOWN),
                Arguments.of(new DataAccessResourceFailureException("x"), WriteOutcome.UNKNOWN),
                Arguments.of(new IllegalStateException("state should be: open"), WriteOutcome.NOT_DONE),
                Arguments.of(new LittleSpace(), WriteOutcome.LITTLE_SPACE));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysHowFarItGot(RuntimeException thrown, WriteOutcome outcome) {
        assertThat(StoreFailure.in(thrown)).contains(new StoreFailure(outcome));
    }

    static Stream<RuntimeException> others() {
        return Stream.of(
                command(11000, "duplicate key"),
                command(2, "bad value"),
                new MongoException(8, "Unknown error"),
                new DuplicateKeyException("x", command(11000, "duplicate key")),
                new IllegalStateException("x"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void isNotSeenInWhatIsAFaultOfOurs(RuntimeException thrown) {
        assertThat(StoreFailure.in(thrown)).isEmpty();
    }

    @Test
    void isSaidOnceAMinute() {
        AtomicLong time = new AtomicLong(Long.MAX_VALUE - 5);
        OnceAMinute said = new OnceAMinute(time::get);

        assertThat(said.isDue()).isTrue();
        assertThat(said.isDue()).isFalse();
        time.addAndGet(59_000_000_000L);
        assertThat(said.isDue()).isFalse();
        time.addAndGet(1_000_000_000L);
        assertThat(said.isDue()).isTrue();
    }

    private static MongoCommandException command(int code, String message) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0))
                        .append("code", new BsonInt32(code))
                        .append("errmsg", new BsonString(message)),
                SERVER);
    }
}

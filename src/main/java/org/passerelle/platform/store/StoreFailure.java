package org.passerelle.platform.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.log.OnceAMinute;
import org.passerelle.platform.text.Text;
import org.slf4j.Logger;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * That the database could not do what it was asked to, and why that is no fault of ours: its disk fails or is full, or the
 * server is not reached. Told from the exceptions of the driver, and of Spring around them, in this one place.
 *
 * @param outcome what is known of what was asked
 */
public record StoreFailure(WriteOutcome outcome) {

    /** How far it got. */
    public enum WriteOutcome {
        /** Nothing new is taken, for little space is left; it was refused before anything was written. */
        LITTLE_SPACE,
        /** It was not done. */
        NOT_DONE,
        /** It was done or not, and may still be: the answer was lost, or the disk failed while it was made durable. */
        UNKNOWN
    }

    /**
     * The code by which the embedded database answers when its disk does not take or give what is asked: {@code OutOfDiskSpace},
     * as a server of MongoDB says. The driver neither tries again nor looks for another server.
     */
    public static final int OUT_OF_DISK_SPACE = 14031;

    /** Stands in the message of such an answer to a write that may have been done all the same. */
    public static final String OUTCOME_UNKNOWN = "outcome unknown";

    /** What the driver says once it is closed, because the program ends. */
    private static final String CLOSED = "state should be: open";

    private static final int MOST_CAUSES = 20;
    private static final int LONGEST_REASON = 300;
    private static final OnceAMinute SAID = new OnceAMinute(System::nanoTime);

    /** Of a server that is shutting down, not (yet) the primary, or not reached by the others of its set; as in MongoDB's error_codes.yml. */
    private static final Set<Integer> AWAY = Set.of(
            6,
            7,
            64,
            79,
            89,
            91,
            100,
            133,
            189,
            262,
            358,
            9001,
            10058,
            10107,
            11600,
            11602,
            13435,
            13436,
            OUT_OF_DISK_SPACE);

    /** The failure that {@code thrown} tells of, itself or by one of its causes; empty if it is about something else. */
    public static Optional<StoreFailure> in(@Nullable Throwable thrown) {
        Optional<StoreFailure> found = Optional.empty();
        Throwable each = thrown;
        for (int i = 0; i < MOST_CAUSES && each != null; i++, each = each.getCause()) {
            // The innermost knows best: Spring's own exceptions only repeat what the driver's say.
            Optional<StoreFailure> here = of(each);
            found = here.isPresent() ? here : found;
        }
        return found;
    }

    /** Whether {@code thrown} tells of one. */
    public static boolean isIn(Throwable thrown) {
        return in(thrown).isPresent();
    }

    /** Whether {@code thrown} tells of one after which a write may be there or not. */
    public static boolean isOutcomeUnknown(Throwable thrown) {
        return in(thrown)
                .filter(failure -> failure.outcome() == WriteOutcome.UNKNOWN)
                .isPresent();
    }

    /**
     * Writes down that {@code what} failed: in a line if the store could not do it, and once a minute at most for all who meet
     * the same; else in full.
     *
     * @param what begins the line, such as "The calendar was not read"
     */
    public static void log(Logger log, String what, Throwable thrown) {
        if (!isIn(thrown)) {
            log.warn(what, thrown);
        } else if (isEnding(thrown)) {
            log.debug(what, thrown);
        } else if (SAID.isDue()) {
            Throwable cause = innermost(thrown);
            String said = cause instanceof MongoCommandException refused ? refused.getErrorMessage() : cause.toString();
            String reason = Text.line(said, LONGEST_REASON);
            log.warn("{}: the store cannot do it ({}). Further failures are left out for a minute", what, reason);
        }
    }

    private static boolean isEnding(Throwable thrown) {
        return CLOSED.equals(innermost(thrown).getMessage());
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable each = thrown;
        for (int i = 0; i < MOST_CAUSES && each.getCause() != null; i++) {
            each = each.getCause();
        }
        return each;
    }

    private static Optional<StoreFailure> of(Throwable thrown) {
        if (thrown instanceof LittleSpace) {
            return Optional.of(new StoreFailure(WriteOutcome.LITTLE_SPACE));
        }
        if (thrown instanceof MongoException failed) {
            return of(failed).map(StoreFailure::new);
        }
        if (thrown instanceof IllegalStateException && CLOSED.equals(thrown.getMessage())) {
            return Optional.of(new StoreFailure(WriteOutcome.NOT_DONE));
        }
        return thrown instanceof DataAccessResourceFailureException
                ? Optional.of(new StoreFailure(WriteOutcome.UNKNOWN))
                : Optional.empty();
    }

    private static Optional<WriteOutcome> of(MongoException failed) {
        if (isNeverSent(failed)) {
            return Optional.of(WriteOutcome.NOT_DONE);
        }
        if (isOnItsWay(failed)) {
            return Optional.of(WriteOutcome.UNKNOWN);
        }
        if (errors(failed).noneMatch(AWAY::contains)) {
            return Optional.empty();
        }
        boolean isRefused = errors(failed).allMatch(code -> code == OUT_OF_DISK_SPACE)
                && !String.valueOf(failed.getMessage()).contains(OUTCOME_UNKNOWN);
        return Optional.of(isRefused ? WriteOutcome.NOT_DONE : WriteOutcome.UNKNOWN);
    }

    /** No server was found, or it was not spoken with. */
    private static boolean isNeverSent(MongoException failed) {
        return failed instanceof MongoSocketOpenException
                || failed instanceof MongoClientException
                        && (failed instanceof MongoTimeoutException
                                || failed instanceof MongoSecurityException
                                || failed instanceof MongoConnectionPoolClearedException
                                || failed instanceof MongoServerUnavailableException);
    }

    private static boolean isOnItsWay(MongoException failed) {
        return failed instanceof MongoSocketException
                || failed instanceof MongoWriteConcernException
                || failed instanceof MongoNotPrimaryException
                || failed instanceof MongoNodeIsRecoveringException
                || failed instanceof MongoExecutionTimeoutException;
    }

    private static Stream<Integer> errors(MongoException failed) {
        if (failed instanceof MongoBulkWriteException bulk) {
            return Stream.concat(
                    bulk.getWriteErrors().stream().map(BulkWriteError::getCode),
                    Optional.ofNullable(bulk.getWriteConcernError()).stream().map(error -> error.getCode()));
        }
        int code =
                failed instanceof MongoWriteException write ? write.getError().getCode() : failed.getCode();
        return IntStream.of(code).boxed();
    }
}

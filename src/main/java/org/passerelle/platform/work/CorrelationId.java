package org.passerelle.platform.work;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.text.Text;
import org.slf4j.MDC;

/**
 * Under which all lines of the log are found that come of one request, mail or job: those of the thread that began it, and of
 * those that do what follows. It lies in the context of the log (MDC) under {@value #DOOR} and {@value #ID}.
 *
 * @param value one line of at most {@value #LONGEST} characters; what is more, or does not fit into a line, is left out
 */
public record CorrelationId(Door door, String value) {

    /** Of {@link #value}, in UTF-16 units. */
    public static final int LONGEST = 64;

    static final String DOOR = "door";
    static final String ID = "id";

    public CorrelationId {
        value = Text.line(value, LONGEST);
    }

    /** By what way something came in. */
    public enum Door {
        /** A program's request. */
        API,
        /** A browser's or a calendar program's request. */
        WEB,
        /** A mail. */
        MAIL,
        /** Nobody from outside: a time that has come. */
        JOB;

        /** As it stands in the log and in metrics. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Ends what {@link #open} began. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }

    /** An id that nobody else has. It is no secret, and can be guessed. */
    public static CorrelationId fresh(Door door) {
        return new CorrelationId(
                door, "%016x".formatted(ThreadLocalRandom.current().nextLong()));
    }

    /** What this thread works for. */
    public static Optional<CorrelationId> current() {
        String door = MDC.get(DOOR);
        String id = MDC.get(ID);
        return door == null || id == null
                ? Optional.empty()
                : Optional.of(new CorrelationId(Door.valueOf(door.toUpperCase(Locale.ROOT)), id));
    }

    /** Has this thread work for it until the scope is closed, and then for what it worked for before. */
    public Scope open() {
        return resume(Optional.of(this));
    }

    /** As {@link #open}; for nothing that is known if {@code work} is empty. */
    public static Scope resume(Optional<CorrelationId> work) {
        String door = MDC.get(DOOR);
        String id = MDC.get(ID);
        put(DOOR, work.map(CorrelationId::door).map(Door::token).orElse(null));
        put(ID, work.map(CorrelationId::value).orElse(null));
        return () -> {
            put(DOOR, door);
            put(ID, id);
        };
    }

    private static void put(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }

    /** {@code task} as part of what this thread works for now, whichever thread runs it. */
    public static Runnable carried(Runnable task) {
        Optional<CorrelationId> work = current();
        return () -> {
            try (Scope ignored = resume(work)) {
                task.run();
            }
        };
    }

    /** {@code task} as a job with an id of its own each time that it is run. */
    public static Runnable asJob(Runnable task) {
        return () -> {
            try (Scope ignored = fresh(Door.JOB).open()) {
                task.run();
            }
        };
    }
}

package org.passerelle.webhook.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often something was sent, and what came of it.
 *
 * @param status of the last answer (HTTP); zero if there was none
 * @param problem of the last try; empty if there was none
 * @param next not to be tried before
 */
public record DeliveryTries(
        int count,
        Optional<Instant> first,
        Optional<Instant> last,
        int status,
        Optional<DeliveryProblem> problem,
        Instant next) {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLED = 20;

    public static DeliveryTries none(Instant now) {
        return new DeliveryTries(0, Optional.empty(), Optional.empty(), 0, Optional.empty(), now);
    }

    DeliveryTries arrived(int answer, Instant now) {
        return new DeliveryTries(
                count + 1, first.or(() -> Optional.of(now)), Optional.of(now), answer, Optional.empty(), now);
    }

    DeliveryTries failed(int answer, DeliveryProblem why, Instant now) {
        return new DeliveryTries(
                count + 1,
                first.or(() -> Optional.of(now)),
                Optional.of(now),
                answer,
                Optional.of(why),
                now.plus(pause(count + 1)));
    }

    /** Between tries, doubled with each: ten seconds after the first, an hour at most. */
    static Duration pause(int tries) {
        Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), MOST_DOUBLED));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}

package org.passerelle.platform.work;

import java.util.Optional;

/**
 * Runs one piece of work of many, each of which concerns somebody else, so that whatever one of them throws the next is done.
 * Also what an input can bring about and the next one need not meet: a stack that is too deep, a heap that is full.
 */
public final class Fence {

    private Fence() {}

    /**
     * What {@code work} threw; empty if it was done. Whoever calls notes it and tells those whom it concerns.
     *
     * @throws WorkStopped if the program ends
     */
    public static Optional<Throwable> around(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (WorkStopped e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Optional.of(e);
        }
    }
}

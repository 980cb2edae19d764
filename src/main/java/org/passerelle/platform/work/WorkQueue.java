package org.passerelle.platform.work;

import java.time.Duration;

/** Work that waits, for whoever watches whether it is done in time. */
public interface WorkQueue {

    /** A word of this program for it, such as {@code mail}; never one that comes from outside. */
    String queueName();

    /** How much waits now. May ask the store, but for no more than what waits. */
    Load load();

    /**
     * How much waits.
     *
     * @param length pieces of work
     * @param age for how long the oldest of them has waited; zero if none does
     */
    record Load(int length, Duration age) {

        public static final Load NONE = new Load(0, Duration.ZERO);

        public Load {
            age = length == 0 || age.isNegative() ? Duration.ZERO : age;
        }

        /** Both queues as one. */
        public Load with(Load other) {
            return new Load(length + other.length, age.compareTo(other.age) > 0 ? age : other.age);
        }
    }
}

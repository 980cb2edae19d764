package org.passerelle.availability.index;

/**
 * How much is kept in mind.
 *
 * @param documents that were ever written
 * @param stretches held by them
 * @param numbers of which something is held
 */
record Size(long documents, long stretches, long numbers) {

    private static final long BYTES_A_DOCUMENT = 150;
    private static final long BYTES_A_STRETCH = 20;
    private static final long BYTES_A_NUMBER = Window.WORDS * (long) Long.BYTES + 150;

    /** About as much memory as that takes. */
    long megabytes() {
        return (documents * BYTES_A_DOCUMENT + stretches * BYTES_A_STRETCH + numbers * BYTES_A_NUMBER) >> 20;
    }

    @Override
    public String toString() {
        return "%,d bookings that hold %,d stretches of %,d numbers, about %,d MB"
                .formatted(documents, stretches, numbers, megabytes());
    }
}

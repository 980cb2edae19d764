package org.passerelle.availability.index;

/** The id of a document, 128 bits written in hexadecimal, in a quarter of the space. */
record Root(long high, long low) {

    private static final int DIGITS = 32;
    private static final int RADIX = 16;

    /** @throws IllegalArgumentException unless {@code text} is 32 hexadecimal digits */
    static Root of(String text) {
        if (text.length() != DIGITS) {
            throw new IllegalArgumentException("Not the id of a document");
        }
        return new Root(
                Long.parseUnsignedLong(text, 0, DIGITS / 2, RADIX),
                Long.parseUnsignedLong(text, DIGITS / 2, DIGITS, RADIX));
    }

    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}

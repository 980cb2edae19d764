package org.passerelle.availability.planner;

/** Counts for many slots at once how many bitmaps have their bit set: the n-th plane holds the n-th digit of each count. */
final class ObstacleTally {

    private final long[][] planes;

    /** @param most how many bitmaps will be added at most */
    ObstacleTally(int words, int most) {
        this.planes = new long[Integer.SIZE - Integer.numberOfLeadingZeros(most)][words];
    }

    void add(long[] bitmap) {
        for (int word = 0; word < bitmap.length; word++) {
            long carry = bitmap[word];
            for (int plane = 0; carry != 0; plane++) {
                long both = planes[plane][word] & carry;
                planes[plane][word] ^= carry;
                carry = both;
            }
        }
    }

    /** The slots whose count is {@code least} or more. */
    long[] atLeast(int least) {
        int words = planes.length == 0 ? 0 : planes[0].length;
        long[] reached = new long[words];
        for (int word = 0; word < words; word++) {
            long above = 0;
            long equal = -1;
            for (int plane = planes.length - 1; plane >= 0; plane--) {
                long digit = planes[plane][word];
                if ((least >>> plane & 1) == 0) {
                    above |= equal & digit;
                    equal &= ~digit;
                } else {
                    equal &= digit;
                }
            }
            reached[word] = least >>> planes.length == 0 ? above | equal : 0;
        }
        return reached;
    }
}

package org.passerelle.platform.mongo.log;

import java.util.List;
import java.util.Random;

/** What becomes of everything that was not synced. */
public final class PowerCut {

    private final Random random;
    private final List<byte[]> leftovers;

    /** How likely the newest is what the disk has: now nearly all was written, now nearly nothing. */
    private final double written;

    public PowerCut(Random random, List<byte[]> leftovers) {
        this.random = random;
        this.leftovers = leftovers;
        this.written = new double[] {0, 0.5, 0.9, 1}[random.nextInt(4)];
    }

    /** One of the states that something went through, oldest first. */
    public <T> T oneOf(List<T> states) {
        return random.nextDouble() < written
                ? states.get(states.size() - 1)
                : states.get(random.nextInt(states.size()));
    }

    /** What a sector holds that went through {@code states}; bytes that are the same in all stay. */
    byte[] sector(List<byte[]> states, boolean isNew) {
        int chance = random.nextInt(20);
        if (chance == 0) {
            return torn(states);
        }
        if (chance == 1 && isNew && !leftovers.isEmpty()) {
            return leftover(states.get(0).length);
        }
        return oneOf(states);
    }

    private byte[] torn(List<byte[]> states) {
        byte[] one = states.get(random.nextInt(states.size())).clone();
        byte[] other = states.get(states.size() - 1);
        int at = random.nextInt(one.length + 1);
        boolean garbled = random.nextBoolean();
        boolean front = random.nextBoolean();
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i] && (i < at) == front) {
                one[i] = garbled ? (byte) random.nextInt(256) : other[i];
            }
        }
        return one;
    }

    private byte[] leftover(int length) {
        byte[] from = leftovers.get(random.nextInt(leftovers.size()));
        byte[] sector = new byte[length];
        int at = from.length < length ? 0 : random.nextInt(from.length / length) * length;
        System.arraycopy(from, at, sector, 0, Math.min(length, from.length - at));
        return sector;
    }
}

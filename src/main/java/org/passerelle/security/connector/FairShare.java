package org.passerelle.security.connector;

import java.util.HashMap;
import java.util.Map;

/**
 * Places that clients share so that no few of them can take all: a client may hold a quarter as many as are free at the moment,
 * and one in any case while any is (Choudhury and Hahne, "Dynamic queue length thresholds", 1998). One client alone gets a fifth
 * of the places, sixteen together four fifths, and there is one left for whoever comes next.
 */
final class FairShare {

    private static final int FREE_PER_OWN = 4;

    private final int places;
    private final Map<String, Integer> held = new HashMap<>();
    private int taken;

    FairShare(int places) {
        this.places = places;
    }

    /** @return whether the client has one more place; it must then be given back */
    synchronized boolean tryTake(String client) {
        int own = held.getOrDefault(client, 0);
        int free = places - taken;
        if (free == 0 || own >= Math.max(1, free / FREE_PER_OWN)) {
            return false;
        }
        held.put(client, own + 1);
        taken++;
        return true;
    }

    synchronized void giveBack(String client) {
        taken--;
        held.computeIfPresent(client, (name, own) -> own == 1 ? null : own - 1);
    }

    synchronized int taken() {
        return taken;
    }
}

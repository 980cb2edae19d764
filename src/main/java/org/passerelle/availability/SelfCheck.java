package org.passerelle.availability;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Compares what is kept in mind with what is stored, and puts right what differs. */
public interface SelfCheck {

    /** Reads every stored booking, which takes a while; one check at a time. Bookings may be written meanwhile. */
    CheckFindings check();

    /**
     * What a check came to.
     *
     * @param documents that are stored and were compared; a series and what was split off it are one
     * @param differences documents that were not known as they are stored, and numbers whose free times did not follow from them
     * @param healed of those, as many as agree now
     * @param numbers of rooms that were concerned, ascending
     */
    record CheckFindings(long documents, int differences, int healed, Set<Integer> numbers) {

        public CheckFindings {
            numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
        }
    }
}

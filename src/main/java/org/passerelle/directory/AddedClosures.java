package org.passerelle.directory;

import java.util.List;

/** Closures that were made while the program runs, beside those that the directory and its calendars list. */
public interface AddedClosures {

    /** A closure of one site. */
    record AddedClosure(SiteId site, Closure closure) {}

    /**
     * Those in force and their number of changes.
     *
     * @param version rises with every change
     */
    record ClosuresInForce(long version, List<AddedClosure> closures) {

        public static final ClosuresInForce NONE = new ClosuresInForce(0, List.of());

        public ClosuresInForce {
            closures = List.copyOf(closures);
        }
    }

    /** As this node knows them; the same object until something changes. Asked for every decision, so from memory. */
    ClosuresInForce inForce();

    /** For a network in which nobody makes any. */
    static AddedClosures none() {
        return () -> ClosuresInForce.NONE;
    }
}

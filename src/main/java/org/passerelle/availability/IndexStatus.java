package org.passerelle.availability;

/** How much of what is stored is kept in mind, for whoever watches that it is all of it. */
public interface IndexStatus {

    /** How many documents of bookings are known; a series and what was split off it are one. */
    long documents();
}

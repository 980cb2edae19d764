package org.passerelle.platform;

/** Who writes to the database. */
public enum StoreAccess {
    /** This process alone, as with the embedded database: what it remembers of its own writes is the truth. */
    EXCLUSIVE,
    /** Other nodes too, as with an outside MongoDB. */
    SHARED
}

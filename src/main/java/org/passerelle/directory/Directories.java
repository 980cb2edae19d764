package org.passerelle.directory;

/** The directory in force. */
public interface Directories {

    /** The current directory; ask once per decision and use the answer throughout. */
    Directory current();
}

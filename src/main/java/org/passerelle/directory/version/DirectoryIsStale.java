package org.passerelle.directory.version;

/** Thrown when the directory was replaced since somebody thought out another. */
public class DirectoryIsStale extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param inForce the version that is in force now */
    public DirectoryIsStale(long inForce) {
        super("Version " + inForce + " of the directory is in force");
    }
}

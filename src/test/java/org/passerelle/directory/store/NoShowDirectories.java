package org.passerelle.directory.store;

import org.passerelle.directory.Directories;
import org.passerelle.directory.NoShowRegister;

/** Directories that know who must ask first, for tests without Spring. */
public final class NoShowDirectories {

    private NoShowDirectories() {}

    public static Directories over(Directories rules, NoShowRegister register) {
        return new DirectoriesWithNoShows(rules, register);
    }
}

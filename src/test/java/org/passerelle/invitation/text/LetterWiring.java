package org.passerelle.invitation.text;

import org.passerelle.directory.Directories;

/** What writes letters, for tests without Spring. */
public final class LetterWiring {

    private LetterWiring() {}

    public static LetterWriter letters(Directories directories) {
        return new LetterWriter(directories);
    }
}

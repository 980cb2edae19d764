package org.passerelle.invitation.text;

import org.passerelle.directory.Directories;

/** What writes messages, for tests without Spring. */
public final class MessageWiring {

    private MessageWiring() {}

    public static MessageWriter messages(Directories directories) {
        return new MessageWriter(directories);
    }
}

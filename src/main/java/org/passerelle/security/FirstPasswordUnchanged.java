package org.passerelle.security;

import org.springframework.security.access.AccessDeniedException;

/** Somebody came with the password that the program drew for the first administrator, which is only good for being changed. */
public final class FirstPasswordUnchanged extends AccessDeniedException {

    private static final long serialVersionUID = 1;

    FirstPasswordUnchanged() {
        super("The first password is to be changed first");
    }
}

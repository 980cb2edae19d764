package org.passerelle.security;

import org.springframework.security.core.AuthenticationException;

/** A passkey that is not known here, or was not signed with for us and now. */
final class PasskeyRefused extends AuthenticationException {

    private static final long serialVersionUID = 1;

    PasskeyRefused() {
        super("Not a passkey of anybody here");
    }
}

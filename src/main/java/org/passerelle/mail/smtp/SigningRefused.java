package org.passerelle.mail.smtp;

/** Mail cannot be signed as it is set. Names the setting, and tells nothing of a key. */
final class SigningRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SigningRefused(String setting, String what) {
        super(setting + " " + what + ".");
    }
}

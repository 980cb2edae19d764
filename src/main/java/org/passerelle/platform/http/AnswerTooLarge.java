package org.passerelle.platform.http;

import java.io.IOException;

/** A server sends more than is read: in its body, in one line of its head, or in lines of its head. */
public final class AnswerTooLarge extends IOException {

    private static final long serialVersionUID = 1;

    AnswerTooLarge(String what) {
        super(what);
    }
}

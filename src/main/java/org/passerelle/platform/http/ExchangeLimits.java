package org.passerelle.platform.http;

import java.time.Duration;

/**
 * What one exchange with a server may take, whatever the server does.
 *
 * @param connect the longest wait for one address of the server to take the connection
 * @param silence the longest wait for the next byte
 * @param largest bytes of a body that are read; a larger one is refused. Zero if none is wanted: then bodies are left unread,
 *     however large
 */
public record ExchangeLimits(Duration connect, Duration silence, int largest) {

    /** Lines of a head, a trailer included; a head of more is refused. */
    public static final int MOST_HEADERS = 100;

    /** Bytes of one line of a head, and of the line that begins a chunk. */
    public static final int LONGEST_LINE = 16 * 1024;

    /** Addresses of one host that are tried. */
    public static final int MOST_ADDRESSES = 4;

    public ExchangeLimits {
        if (connect.isNegative() || connect.isZero() || silence.isNegative() || silence.isZero() || largest < 0) {
            throw new IllegalArgumentException("Every exchange has bounds");
        }
    }
}

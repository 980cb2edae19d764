package org.passerelle.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param headers by name in lower case, of several of a name the first
 * @param body all of it where the status is 2xx and a body is wanted; of other answers nothing is read
 * @param charset that the server declared, or an empty text
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record ServerAnswer(int status, Map<String, String> headers, byte[] body, String charset) {

    /** Whether it is a 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The body read as UTF-8, whatever was declared. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

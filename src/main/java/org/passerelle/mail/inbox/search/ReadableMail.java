package org.passerelle.mail.inbox.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** A mail as it can be searched: its own bytes, and whatever of it is encoded (RFC 2045 section 6, RFC 2047) once more decoded. */
public final class ReadableMail {

    private static final MimeConfig TOLERANT = MimeConfig.custom()
            .setMaxHeaderCount(-1)
            .setMaxHeaderLen(-1)
            .setMaxLineLen(-1)
            .setMaxContentLen(-1)
            .setMalformedHeaderStartsBody(false)
            .build();

    private static final int DEEPEST = 50;

    private ReadableMail() {}

    /** Never fails: of a mail that cannot be read to its end, what could be read and the bytes themselves. */
    public static String text(byte[] raw) {
        StringBuilder text = new StringBuilder(new String(raw, StandardCharsets.UTF_8));
        try {
            decode(raw, text);
        } catch (IOException | MimeException | RuntimeException e) {
            // A mail that is broken somewhere is searched as it stands, and as far as it could be read.
            return text.toString();
        }
        return text.toString();
    }

    /** What lies deeper is read as it stands: each level costs another look at every byte within it, and a part of the stack. */
    private static void decode(byte[] raw, StringBuilder text) throws IOException, MimeException {
        MimeTokenStream stream = new MimeTokenStream(TOLERANT);
        stream.setRecursionMode(RecursionMode.M_RECURSE);
        stream.parse(new ByteArrayInputStream(raw));
        int depth = 0;
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_MULTIPART, T_START_MESSAGE -> depth++;
                case T_END_MULTIPART, T_END_MESSAGE -> depth--;
                case T_FIELD ->
                    text.append('\n')
                            .append(EncodedWords.decoded(stream.getField().getBody()));
                case T_BODY -> {
                    byte[] body = stream.getDecodedInputStream().readAllBytes();
                    text.append('\n').append(new String(body, StandardCharsets.UTF_8));
                    if (!isAscii(body)) {
                        text.append('\n').append(new String(body, StandardCharsets.ISO_8859_1));
                    }
                }
                default -> {}
            }
            stream.setRecursionMode(depth < DEEPEST ? RecursionMode.M_RECURSE : RecursionMode.M_FLAT);
        }
    }

    private static boolean isAscii(byte[] body) {
        for (byte each : body) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }
}

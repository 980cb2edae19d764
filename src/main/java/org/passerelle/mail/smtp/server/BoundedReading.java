package org.passerelle.mail.smtp.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.passerelle.mail.inbox.Inbox;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.RejectException;

/** Reads mails that come over many connections at once, so that what is held of them stays within bounds at every moment. */
final class BoundedReading {

    /** Of all mails that are not read to their end. */
    static final long MOST_AT_ONCE = 32L * 1024 * 1024;

    private static final int PIECE = 8_192;

    private final AtomicLong held = new AtomicLong();

    /** One mail that is being read. */
    final class Mail {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        int size() {
            return bytes.size();
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        void forget() {
            held.addAndGet(-bytes.size());
            bytes.reset();
        }

        /**
         * Reads what its command announces or its end ends. What is too large is read on, and thrown away, as far again: then a
         * client hears why; one that goes on is cut off.
         */
        void readAll(InputStream in) throws IOException, RejectException {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (bytes.size() + read > Inbox.LARGEST) {
                    forget();
                    discard(in, piece);
                    throw new RejectException(552, "5.3.4 Too large");
                }
                keep(piece, read);
            }
        }

        /** Reads exactly {@code size} bytes, which must fit. */
        void readPart(InputStream in, int size) throws IOException, RejectException {
            byte[] piece = new byte[PIECE];
            for (int left = size; left > 0; ) {
                int read = in.read(piece, 0, Math.min(left, PIECE));
                if (read < 0) {
                    throw new EOFException("A mail ended within a part of it");
                }
                keep(piece, read);
                left -= read;
            }
        }

        private void keep(byte[] piece, int count) throws DropConnectionException {
            if (held.addAndGet(count) > MOST_AT_ONCE) {
                held.addAndGet(-count);
                throw new DropConnectionException(421, "4.3.2 Too much mail at once, try again later");
            }
            bytes.write(piece, 0, count);
        }

        private void discard(InputStream in, byte[] piece) throws IOException, DropConnectionException {
            long left = Inbox.LARGEST;
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                left -= read;
                if (left < 0) {
                    throw new DropConnectionException(552, "5.3.4 Too large");
                }
            }
        }
    }
}

package org.passerelle.platform.mongo.log.disk;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;

/** A file of a {@link LogFolder}. Safe for several threads; being interrupted harms neither the call nor the file. */
public interface LogFile extends Closeable {

    /** In bytes. */
    long size() throws IOException;

    /**
     * Reads {@code length} bytes from {@code position} of the file on.
     *
     * @throws EOFException if the file ends before
     */
    void read(long position, byte[] target, int offset, int length) throws IOException;

    /** Writes over what is there, or past the end. Durable only after {@link #sync}. */
    void write(long position, byte[] source, int offset, int length) throws IOException;

    /** Cuts off what lies behind {@code size}. */
    void truncate(long size) throws IOException;

    /** Makes all that was written durable, and the size of the file. After a failure nobody knows what is. */
    void sync() throws IOException;
}

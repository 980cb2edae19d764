package org.passerelle.platform.mongo.log.disk;

import java.io.IOException;
import java.util.List;

/**
 * As much of a file system as the log needs: the files of one folder. Tests put one under the log that forgets what was
 * not synced, tears what is being written, or fails.
 */
public interface LogFolder {

    /** The one file that is written to again and again; the others only grow. */
    String MARKS = "mark";

    /** The names of all files, in no order. */
    List<String> names() throws IOException;

    /** Opens the file {@code name} for reading and writing, which is made empty if there is none. */
    LogFile open(String name) throws IOException;

    void delete(String name) throws IOException;

    /**
     * Keeps what the file {@code name} holds now as a file of the folder {@code beside} this one, durably. Only of the file of
     * marks is anything written to {@code name} afterwards.
     */
    void preserve(String name, String beside) throws IOException;

    /** Makes durable which files there are. */
    void sync() throws IOException;

    /** How many bytes can still be written before the disk is full, as far as is known. */
    long usableBytes() throws IOException;

    /** For people: where this is. */
    String describe(String name);

    /** For people: where the folder {@code beside} this one is. */
    String describeBeside(String beside);
}

package org.passerelle.platform.mongo.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The heads of the records that were written a while ago, to be written once more: if some of those records cannot be read,
 * people are told which documents they told of. What damages the ones, as a rule a few kilobytes, spares the others. Not safe
 * for several threads.
 */
public final class LogContents {

    /** Bytes of the log between one list and the next. */
    private static final int INTERVAL = 16 << 10;

    private List<RecordHead> older = new ArrayList<>();
    private List<RecordHead> newer = new ArrayList<>();
    private long bytes;

    /** Takes a record into account that stands at the end of the log. */
    void add(RecordHead head) {
        if (head.kind() == ChangeKind.CONTENTS) {
            turn();
        } else {
            bytes += head.length() + head.imageLength();
        }
        newer.add(head);
    }

    private void turn() {
        older = newer;
        newer = new ArrayList<>();
        bytes = 0;
    }

    /** The list that is to be written now; null if none is. */
    byte @Nullable [] due() {
        if (bytes < INTERVAL) {
            return null;
        }
        if (older.isEmpty()) {
            turn();
            return null;
        }
        return written(older);
    }

    /** The list of all that no list names, to be written before the log is closed; null if there is nothing new. */
    byte @Nullable [] rest() {
        if (bytes == 0) {
            return null;
        }
        List<RecordHead> all = new ArrayList<>(older);
        all.addAll(newer);
        return written(all);
    }

    private static byte[] written(List<RecordHead> heads) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(list, deflater)) {
            for (RecordHead head : heads) {
                out.write(head.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("In memory", e);
        } finally {
            deflater.end();
        }
        return list.toByteArray();
    }

    /** The heads that a list names. */
    public static List<RecordHead> read(byte[] list) throws IOException {
        List<RecordHead> heads = new ArrayList<>();
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(list))) {
            byte[] bytes = in.readAllBytes();
            int at = 0;
            while (at + RecordHead.FIXED <= bytes.length) {
                int length = RecordHead.lengthAt(bytes, at);
                RecordHead head = length == 0 ? null : RecordHead.read(bytes, at, length);
                if (head == null) {
                    throw new IOException("No list of contents");
                }
                heads.add(head);
                at += length;
            }
        }
        return heads;
    }
}

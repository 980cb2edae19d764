package org.passerelle.platform.mongo.log;

/**
 * Where the image of a document stands.
 *
 * @param offset of the image's first byte in the segment
 * @param length of the image, in bytes
 */
record ImagePosition(Segment segment, int offset, int length, int checksum) {

    /** What the head of a record takes, about: enough to tell whether a segment is worth keeping. */
    private static final int HEAD = 120;

    static ImagePosition of(Segment segment, long start, RecordHead head) {
        return new ImagePosition(segment, (int) (start + head.length()), head.imageLength(), head.imageChecksum());
    }

    void live() {
        segment.live(length + HEAD);
    }

    void dead() {
        segment.live(-(length + HEAD));
    }
}

package org.passerelle.photo;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How the camera was held (Exif 2.32, tag 0x0112): a picture is stored as the sensor saw it, and is to be turned before it is shown.
 *
 * @param exif 1 to 8
 */
record Orientation(int exif) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int MOST = 8;
    private static final int FIRST_ON_ITS_SIDE = 5;

    private static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MARKER = 0xff;
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int MARKER_LENGTH = 2;

    private static final short LITTLE = 0x4949;
    private static final int DIRECTORY_OFFSET = 4;
    private static final int ENTRY_LENGTH = 12;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int VALUE_OFFSET = 8;

    /** As {@code jpeg} says; upright if that says nothing that can be read. */
    static Orientation of(byte[] jpeg) {
        try {
            return inSegments(ByteBuffer.wrap(jpeg));
        } catch (IndexOutOfBoundsException e) {
            // What is beside a picture does not make the picture unreadable.
            return UPRIGHT;
        }
    }

    /** The first Exif before the pixels: segments of a marker, and of a length that counts itself (ITU T.81 annex B). */
    private static Orientation inSegments(ByteBuffer jpeg) {
        int at = MARKER_LENGTH;
        while ((jpeg.get(at) & MARKER) == MARKER && (jpeg.get(at + 1) & MARKER) != START_OF_SCAN) {
            int length = Short.toUnsignedInt(jpeg.getShort(at + MARKER_LENGTH));
            int from = at + 2 * MARKER_LENGTH;
            if ((jpeg.get(at + 1) & MARKER) == APP1 && PictureFormat.startsWith(jpeg.array(), from, PREFIX)) {
                int tiff = from + PREFIX.length;
                return inTiff(jpeg.slice(tiff, at + MARKER_LENGTH + length - tiff));
            }
            at += MARKER_LENGTH + length;
        }
        return UPRIGHT;
    }

    /** In its first directory (TIFF 6.0 section 2). */
    private static Orientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(DIRECTORY_OFFSET);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + Short.BYTES + i * ENTRY_LENGTH;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG && tiff.getShort(entry + Short.BYTES) == SHORT) {
                int value = Short.toUnsignedInt(tiff.getShort(entry + VALUE_OFFSET));
                return value >= 1 && value <= MOST ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether what is stored as its width is seen as its height. */
    boolean isOnItsSide() {
        return exif >= FIRST_ON_ITS_SIDE;
    }

    /** From a picture that is stored with {@code width} and {@code height} to where its pixels are seen. */
    AffineTransform toSeen(int width, int height) {
        return switch (exif) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}

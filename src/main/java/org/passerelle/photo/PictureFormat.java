package org.passerelle.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a picture is, by what its file begins with, whatever it is called. */
enum PictureFormat {
    JPEG,
    PNG,
    /**
     * It is known, and not read: the reader that there is in Java (TwelveMonkeys 3.12.0) goes on for minutes with a file of thirty bytes
     * that ends too early.
     */
    WEBP;

    private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP_NAME = "WEBP".getBytes(StandardCharsets.US_ASCII);
    private static final int BEHIND_THE_SIZE = 8;

    /** Empty if it is none of them. */
    static Optional<PictureFormat> of(byte[] file) {
        if (startsWith(file, 0, JPEG_START) && file.length > JPEG_START.length) {
            return Optional.of(JPEG);
        }
        if (startsWith(file, 0, PNG_START)) {
            return Optional.of(PNG);
        }
        return startsWith(file, 0, RIFF) && startsWith(file, BEHIND_THE_SIZE, WEBP_NAME)
                ? Optional.of(WEBP)
                : Optional.empty();
    }

    static boolean startsWith(byte[] file, int from, byte[] expected) {
        return file.length >= from + expected.length
                && Arrays.equals(file, from, from + expected.length, expected, 0, expected.length);
    }
}

package org.passerelle.web.calendars;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as a path of SVG, in units of its modules.
 *
 * @param size width and height, the quiet margin included
 * @param path of all dark modules
 */
public record QrCode(int size, String path) {

    /** What readers need around a code (ISO/IEC 18004). */
    private static final int MARGIN = 4;

    /** @throws IllegalArgumentException if {@code text} is too long for any code, which is beyond 2,000 characters */
    public static QrCode of(String text) {
        ByteMatrix modules = encoded(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); ) {
                int end = x;
                while (end < modules.getWidth() && modules.get(end, y) == 1) {
                    end++;
                }
                if (end > x) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x + MARGIN, y + MARGIN, end - x, end - x));
                }
                x = end + 1;
            }
        }
        return new QrCode(modules.getWidth() + 2 * MARGIN, path.toString());
    }

    private static ByteMatrix encoded(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a code", e);
        }
    }
}

package org.passerelle.web.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTests {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int SCALE = 8;

    @Test
    void isReadByACameraAsTheAddress() throws Exception {
        String address = "webcal://salles.it77.example/feeds/Zk3vJ8u0m5b2T7q-1aXyQw9eRtY4uIoPsDfGhJkLzXc.ics";

        assertThat(read(QrCode.of(address))).isEqualTo(address);
    }

    @Test
    void refusesWhatNoCodeHolds() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(5_000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String read(QrCode code) throws Exception {
        int size = code.size() * SCALE;
        int[] pixels = new int[size * size];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher run = RUN.matcher(code.path());
        while (run.find()) {
            assertThat(run.group(3)).isEqualTo(run.group(4));
            paint(pixels, size, number(run, 1), number(run, 2), number(run, 3));
        }
        LuminanceSource picture = new RGBLuminanceSource(size, size, pixels);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("No code to be seen", e);
        }
    }

    private static int number(Matcher run, int group) {
        return Integer.parseInt(run.group(group));
    }

    private static void paint(int[] pixels, int size, int x, int y, int width) {
        for (int row = y * SCALE; row < (y + 1) * SCALE; row++) {
            Arrays.fill(pixels, row * size + x * SCALE, row * size + (x + width) * SCALE, 0);
        }
    }
}

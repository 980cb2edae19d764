package org.passerelle.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.directory.RoomId;

class PhotoStudioTests {

    private static final RoomId SEINE = new RoomId("melun-seine");

    private final PhotoStudio studio = new PhotoStudio();

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, x % height, 0x33aa77);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void aLargePictureIsMadeSmallerAndAJpeg(String format) throws Exception {
        RoomPhoto photo = studio.develop(SEINE, picture(format, 3400, 1700));

        assertThat(photo.width()).isEqualTo(1600);
        assertThat(photo.height()).isEqualTo(800);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
        assertThat(read.getWidth()).isEqualTo(1600);
        assertThat(photo.tag()).hasSizeGreaterThan(10);
    }

    @Test
    void aSmallOneKeepsItsSize() throws Exception {
        RoomPhoto photo = studio.develop(SEINE, picture("png", 120, 80));

        assertThat(photo.width()).isEqualTo(120);
        assertThat(photo.height()).isEqualTo(80);
    }

    /** Where its corners are, by colour, once it is turned: from the left above, as one reads. */
    @ParameterizedTest
    @CsvSource({
        "1, rgby",
        "2, gryb",
        "3, ybgr",
        "4, byrg",
        "5, rbgy",
        "6, bryg",
        "7, ygbr",
        "8, gyrb",
        // Nothing that Exif knows.
        "0, rgby",
        "9, rgby"
    })
    void isTurnedAsItIsToBeSeen(int exif, String seen) throws Exception {
        byte[] tiff = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) exif, 0, 0, 0, 0, 0, 0};
        byte[] jpeg = corners();
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + tiff.length + 10);
        file.put(jpeg, 0, 2).put((byte) 0xff).put((byte) 0xe1).putShort((short) (tiff.length + 8));
        file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff).put(jpeg, 2, jpeg.length - 2);

        RoomPhoto photo = studio.develop(SEINE, file.array());

        boolean isOnItsSide = exif > 4 && exif < 9;
        assertThat(photo.width()).isEqualTo(isOnItsSide ? 64 : 96);
        assertThat(photo.height()).isEqualTo(isOnItsSide ? 96 : 64);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
        int right = read.getWidth() - 8;
        int low = read.getHeight() - 8;
        assertThat("" + colour(read, 8, 8) + colour(read, right, 8) + colour(read, 8, low) + colour(read, right, low))
                .isEqualTo(seen);
    }

    private static byte[] corners() throws IOException {
        BufferedImage image = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 96; x++) {
            for (int y = 0; y < 64; y++) {
                image.setRGB(x, y, y < 32 ? (x < 48 ? 0xff0000 : 0x00ff00) : (x < 48 ? 0x0000ff : 0xffff00));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static char colour(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        if (colour.getBlue() > 128) {
            return 'b';
        }
        return colour.getRed() > 128 ? (colour.getGreen() > 128 ? 'y' : 'r') : 'g';
    }

    /** Whichever of its kinds. */
    @Test
    void aWebpIsToldFromABrokenPicture() throws Exception {
        byte[] webp = "RIFF____WEBPVP8L".getBytes(StandardCharsets.US_ASCII);

        assertRefused(webp, PhotoFault.WEBP);
        assertRefused(Arrays.copyOf(webp, 11), PhotoFault.UNREADABLE);
    }

    @Test
    void nothingThatWasHiddenInItIsKept() throws Exception {
        byte[] picture = picture("jpeg", 200, 100);
        byte[] comment = "<script>GPS 48.52 2.65</script>".getBytes(StandardCharsets.UTF_8);
        ByteBuffer hiding = ByteBuffer.allocate(picture.length + 2 * comment.length + 4);
        hiding.put(picture, 0, 2).put((byte) 0xff).put((byte) 0xfe).putShort((short) (comment.length + 2));
        hiding.put(comment).put(picture, 2, picture.length - 2).put(comment);

        RoomPhoto photo = studio.develop(SEINE, hiding.array());

        assertThat(new String(photo.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("script", "GPS");
    }

    @Test
    void whatIsNoPictureOrBrokenIsRefused() throws Exception {
        byte[] jpeg = picture("jpeg", 200, 100);
        byte[] png = picture("png", 200, 100);
        for (byte[] wrong : new byte[][] {
            {},
            {(byte) 0xff, (byte) 0xd8},
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
            "GIF89a".getBytes(StandardCharsets.UTF_8),
            picture("bmp", 200, 100),
            picture("gif", 200, 100),
            Arrays.copyOf(png, 60),
            Arrays.copyOf(jpeg, 30)
        }) {
            assertRefused(wrong, PhotoFault.UNREADABLE);
        }
        assertRefused(picture("png", 20, 400), PhotoFault.TOO_SMALL);
    }

    /** It says in its head that it has 30,000 pixels each way, and unpacks to nothing. */
    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws Exception {
        byte[] png = picture("png", 200, 100);
        ByteBuffer head = ByteBuffer.wrap(png);
        head.putInt(16, 30_000).putInt(20, 30_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        head.putInt(29, (int) sum.getValue());

        assertRefused(png, PhotoFault.TOO_MANY_PIXELS);
    }

    @Test
    void anythingElseIsAPictureOrRefused() throws Exception {
        Random random = new Random(66);
        for (byte[] whole : new byte[][] {picture("jpeg", 90, 60), picture("png", 90, 60)}) {
            for (int run = 0; run < 150; run++) {
                byte[] hurt = whole.clone();
                for (int i = 0; i < 6; i++) {
                    hurt[random.nextInt(hurt.length)] = (byte) random.nextInt();
                }
                try {
                    assertThat(studio.develop(SEINE, hurt).width()).isBetween(50, 1600);
                } catch (PhotoRefused e) {
                    assertThat(e.fault()).isNotNull();
                }
            }
        }
    }

    private void assertRefused(byte[] sent, PhotoFault fault) {
        assertThatThrownBy(() -> studio.develop(SEINE, sent))
                .isInstanceOfSatisfying(
                        PhotoRefused.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }
}

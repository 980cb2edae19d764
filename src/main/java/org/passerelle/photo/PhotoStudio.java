package org.passerelle.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.digest.Digests;
import org.springframework.stereotype.Component;

/**
 * Makes a photo of what somebody sends. Its size is read before anything is unpacked, of a large one only some pixels are, and what is
 * kept is drawn anew, turned as it is to be seen: no place where it was taken, no name of a camera, no second file behind the first.
 */
@Component
public class PhotoStudio {

    /** Of the longer side. */
    static final int LONGEST_SIDE = 1600;

    private static final int SHORTEST_SIDE = 50;
    private static final long MOST_PIXELS = 60_000_000;
    private static final float QUALITY = 0.8f;

    /** A second one waits: each takes up to 40 MB while it is drawn. */
    private final Semaphore one = new Semaphore(1);

    /** @throws PhotoRefused if nothing can be made of it */
    public RoomPhoto develop(RoomId room, byte[] sent) throws PhotoRefused {
        one.acquireUninterruptibly();
        try {
            BufferedImage drawn = drawn(sent);
            byte[] jpeg = jpeg(drawn);
            return new RoomPhoto(room, jpeg, Digests.hex(jpeg), drawn.getWidth(), drawn.getHeight());
        } catch (IOException | RuntimeException e) {
            // Readers of pictures say in many ways that a file is broken.
            throw new PhotoRefused(PhotoFault.UNREADABLE);
        } finally {
            one.release();
        }
    }

    private static BufferedImage drawn(byte[] sent) throws IOException, PhotoRefused {
        PictureFormat format = PictureFormat.of(sent).orElseThrow(() -> new PhotoRefused(PhotoFault.UNREADABLE));
        if (format == PictureFormat.WEBP) {
            throw new PhotoRefused(PhotoFault.WEBP);
        }
        ImageReader reader = reader(format);
        try (ImageInputStream bytes = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(bytes, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw new PhotoRefused(PhotoFault.TOO_MANY_PIXELS);
            }
            if (Math.min(width, height) < SHORTEST_SIDE) {
                throw new PhotoRefused(PhotoFault.TOO_SMALL);
            }
            int every = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
            ImageReadParam few = reader.getDefaultReadParam();
            few.setSourceSubsampling(every, every, 0, 0);
            return smaller(
                    reader.read(0, few), format == PictureFormat.JPEG ? Orientation.of(sent) : Orientation.UPRIGHT);
        } finally {
            reader.dispose();
        }
    }

    /** No other reader is even tried. */
    private static ImageReader reader(PictureFormat format) throws PhotoRefused {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        if (!readers.hasNext()) {
            throw new PhotoRefused(PhotoFault.UNREADABLE);
        }
        return readers.next();
    }

    /** As it is seen: what says how it is to be turned is not kept. */
    private static BufferedImage smaller(BufferedImage image, Orientation orientation) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        boolean isTurned = orientation.isOnItsSide();
        BufferedImage drawn =
                new BufferedImage(isTurned ? height : width, isTurned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = drawn.createGraphics();
        try {
            brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            brush.transform(orientation.toSeen(width, height));
            brush.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        } finally {
            brush.dispose();
        }
        return drawn;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

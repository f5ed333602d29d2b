package org.safetyledger.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that have their picture and nothing beside. */
class BarePictureTest {
    private static final int AFTER_START = 2;
    private static final int AFTER_PNG_HEADER = 33;

    @TempDir
    Path directory;

    @Test
    void picturesAreBareAsAnEncoderWritesThem() throws IOException {
        assertTrue(isBare(jpeg(false), MediaType.JPEG));
        assertTrue(isBare(jpeg(true), MediaType.JPEG));
        assertTrue(isBare(png(), MediaType.PNG));
    }

    @Test
    void fileIsReadToItsEnd() throws IOException {
        for (MediaType type : BarePicture.TYPES) {
            byte[] photo = type == MediaType.JPEG ? jpeg(false) : png();
            Path file = directory.resolve(type.name());
            assertTrue(BarePicture.isIn(Files.write(file, photo), type));
            assertFalse(BarePicture.isIn(Files.write(file, inserted(photo, photo.length, new byte[] {1})), type));
            assertFalse(BarePicture.isIn(Files.write(file, Arrays.copyOf(photo, photo.length - 1)), type));
        }
        assertFalse(BarePicture.isIn(Files.write(directory.resolve("empty"), new byte[0]), MediaType.PNG));
    }

    @Test
    void segmentThatTellsMoreIsFoundWhereverItStands() throws IOException {
        // Given
        byte[] photo = jpeg(true);
        List<byte[]> telling = List.of(
                segment(0xE1, "Exif\0\0GPS"),
                segment(0xE1, "http://ns.adobe.com/xap/1.0/\0owner"),
                segment(0xE2, "MPF\0second picture"),
                segment(0xE2, "ICC_PROFILE\0\1\1device and day"),
                segment(0xED, "Photoshop 3.0\0IPTC"),
                segment(0xFE, "comment"),
                segment(0xE0, "JFXX\0thumbnail of the whole"));

        // Then
        for (byte[] segment : telling) {
            assertFalse(isBare(inserted(photo, AFTER_START, segment), MediaType.JPEG));
            assertFalse(isBare(inserted(photo, secondScan(photo), segment), MediaType.JPEG));
        }
    }

    @Test
    void chunkThatTellsMoreIsFound() throws IOException {
        for (String chunk : List.of("eXIf", "tEXt", "iTXt", "zTXt", "tIME", "prVt", "iCCP")) {
            assertFalse(isBare(inserted(png(), AFTER_PNG_HEADER, chunk(chunk)), MediaType.PNG), chunk);
        }
        assertTrue(isBare(inserted(png(), AFTER_PNG_HEADER, chunk("sBIT")), MediaType.PNG));
        assertFalse(isBare(inserted(png(), AFTER_PNG_HEADER, chunk("sBIT", "owner")), MediaType.PNG));
    }

    @Test
    void whatFollowsTheEndOrIsCutIsNoBarePicture() throws IOException {
        for (MediaType type : BarePicture.TYPES) {
            byte[] photo = type == MediaType.JPEG ? jpeg(false) : png();
            assertFalse(isBare(inserted(photo, photo.length, new byte[] {1}), type));
            for (int length = 0; length < photo.length; length++) {
                assertFalse(isBare(Arrays.copyOf(photo, length), type));
            }
        }
    }

    @Test
    void lengthsThatLeadBackwardsEnd() throws IOException {
        byte[] chunk = ByteBuffer.allocate(12)
                .putInt(Integer.MIN_VALUE)
                .put("sBIT".getBytes(StandardCharsets.US_ASCII))
                .array();
        assertFalse(isBare(inserted(png(), AFTER_PNG_HEADER, chunk), MediaType.PNG));
        assertFalse(isBare(
                inserted(jpeg(false), AFTER_START, new byte[] {(byte) 0xFF, (byte) 0xDB, 0, 0}), MediaType.JPEG));
    }

    private static boolean isBare(byte[] content, MediaType type) {
        return BarePicture.isIn(ByteBuffer.wrap(content), type);
    }

    private static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 48; i++) {
            picture.setRGB(i % 64, i / 64, i * 2654435);
        }
        return picture;
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageIO.write(picture(), "png", written);
        return written.toByteArray();
    }

    private static byte[] jpeg(boolean progressive) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        writer.setOutput(ImageIO.createImageOutputStream(written));
        writer.write(null, new IIOImage(picture(), null, null), how);
        ((ImageOutputStream) writer.getOutput()).flush();
        writer.dispose();
        return written.toByteArray();
    }

    /** Where the second scan of a progressive picture, or its tables, begin. */
    private static int secondScan(byte[] photo) {
        int scans = 0;
        for (int i = AFTER_START; i < photo.length - 1; i++) {
            if (photo[i] == (byte) 0xFF && photo[i + 1] == (byte) 0xDA && ++scans == 2) {
                return i;
            }
        }
        assertEquals(2, scans);
        return 0;
    }

    private static byte[] segment(int marker, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(4 + bytes.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (bytes.length + 2))
                .put(bytes)
                .array();
    }

    private static byte[] chunk(String type) {
        return chunk(type, "");
    }

    private static byte[] chunk(String type, String content) {
        byte[] named = (type + content).getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(content.length())
                .put(named)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static byte[] inserted(byte[] whole, int at, byte[] part) {
        return ByteBuffer.allocate(whole.length + part.length)
                .put(whole, 0, at)
                .put(part)
                .put(whole, at, whole.length - at)
                .array();
    }
}

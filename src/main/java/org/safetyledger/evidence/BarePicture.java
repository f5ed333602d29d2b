package org.safetyledger.evidence;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether a file has its picture and nothing beside: no place, time, camera or owner (EXIF, XMP, IPTC, comments, and
 * profiles of colours, which name their device and the day on which they were made), and nothing behind its end. It names what may be there, so that what nobody thought of is not. A library that reads metadata
 * knows those that it knows, and none takes them away from all of the formats without writing the picture anew, while evidence
 * is kept as it was hashed.
 */
final class BarePicture {
    /** The types in which it is looked for; what says more can hide in too many places of the others. */
    static final Set<MediaType> TYPES = EnumSet.of(MediaType.JPEG, MediaType.PNG);

    private static final int JPEG_START = 0xFFD8;
    private static final int JPEG_END = 0xD9;
    private static final int JPEG_SCAN = 0xDA;
    private static final int JFIF = 0xE0;
    private static final int ADOBE = 0xEE;
    /** JFIF without a thumbnail, and Adobe's, are of one size. */
    private static final int JFIF_SIZE = 14;

    private static final int ADOBE_SIZE = 12;

    private static final long PNG_START = 0x89504E470D0A1A0AL;
    private static final int PNG_CHECKSUM = 4;
    private static final int PNG_TYPE = 4;
    private static final String PNG_END = "IEND";

    /** How much each may hold: the picture itself any, the others what PNG (third edition, clause 11) has them say. */
    private static final Map<String, Integer> PNG_CHUNKS = Map.ofEntries(
            Map.entry("IHDR", 13),
            Map.entry("PLTE", 768),
            Map.entry("IDAT", Integer.MAX_VALUE),
            Map.entry(PNG_END, 0),
            Map.entry("tRNS", 256),
            Map.entry("gAMA", 4),
            Map.entry("cHRM", 32),
            Map.entry("sRGB", 1),
            Map.entry("bKGD", 6),
            Map.entry("pHYs", 9),
            Map.entry("sBIT", 4));

    private BarePicture() {}

    static boolean isIn(Path path, MediaType type) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return isIn(file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()), type);
        }
    }

    static boolean isIn(ByteBuffer bytes, MediaType type) {
        try {
            return switch (type) {
                case JPEG -> isJpeg(bytes);
                case PNG -> isPng(bytes);
                default -> false;
            };
        } catch (BufferUnderflowException cut) {
            return false;
        }
    }

    private static boolean isJpeg(ByteBuffer bytes) {
        if (unsigned(bytes) != JPEG_START) {
            return false;
        }
        while (true) {
            int marker = marker(bytes);
            if (marker == JPEG_END) {
                return !bytes.hasRemaining();
            }
            ByteBuffer segment = next(bytes, unsigned(bytes) - Short.BYTES);
            if (!isOfPicture(marker, segment)) {
                return false;
            }
            if (marker == JPEG_SCAN) {
                skipScan(bytes);
            }
        }
    }

    private static boolean isOfPicture(int marker, ByteBuffer segment) {
        return switch (marker) {
            case JFIF -> segment.remaining() == JFIF_SIZE;
            case ADOBE -> segment.remaining() == ADOBE_SIZE;
            // Frames and tables: ITU-T T.81, table B.1.
            default -> (marker >= 0xC0 && marker <= 0xCF) || marker == JPEG_SCAN || marker == 0xDB || marker == 0xDD;
        };
    }

    private static int marker(ByteBuffer bytes) {
        if (bytes.get() != (byte) 0xFF) {
            return 0;
        }
        int marker = 0xFF;
        while (marker == 0xFF) {
            marker = Byte.toUnsignedInt(bytes.get());
        }
        return marker;
    }

    /** To the next marker: in a scan, what follows 0xFF tells that it is none. */
    private static void skipScan(ByteBuffer bytes) {
        while (true) {
            if (bytes.get() == (byte) 0xFF) {
                int following = Byte.toUnsignedInt(bytes.get());
                boolean restart = following >= 0xD0 && following <= 0xD7;
                if (following != 0 && !restart) {
                    bytes.position(bytes.position() - 2);
                    return;
                }
            }
        }
    }

    private static boolean isPng(ByteBuffer bytes) {
        if (bytes.getLong() != PNG_START) {
            return false;
        }
        while (true) {
            int size = bytes.getInt();
            String chunk = text(next(bytes, PNG_TYPE), PNG_TYPE);
            next(bytes, size);
            next(bytes, PNG_CHECKSUM);
            Integer most = PNG_CHUNKS.get(chunk);
            if (most == null || size > most) {
                return false;
            }
            if (chunk.equals(PNG_END)) {
                return !bytes.hasRemaining();
            }
        }
    }

    private static int unsigned(ByteBuffer bytes) {
        return Short.toUnsignedInt(bytes.getShort());
    }

    private static ByteBuffer next(ByteBuffer bytes, int size) {
        if (size < 0 || size > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer part = bytes.slice(bytes.position(), size);
        bytes.position(bytes.position() + size);
        return part;
    }

    private static String text(ByteBuffer part, int size) {
        byte[] letters = new byte[Math.min(size, part.remaining())];
        part.get(0, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}

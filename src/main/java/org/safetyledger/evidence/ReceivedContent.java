package org.safetyledger.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.tika.Tika;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Sha256;

/** A content as it arrived: its place, size, hash and the media types that its first bytes fit. */
record ReceivedContent(Path path, long size, String sha256, Set<String> types) {
    private static final int CHUNK = 64 * 1024;
    private static final Tika TIKA = new Tika();

    /**
     * Writes the stream to the path, chunk by chunk, and stops when it passes the limit. What was written outlives a loss
     * of power.
     */
    static ReceivedContent receive(InputStream stream, Path path, long limit) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size = 0;
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = read(stream, chunk); read >= 0; read = read(stream, chunk)) {
                size += read;
                if (size > limit) {
                    throw Refusal.at("content", ErrorCode.SIZE_OUT_OF_RANGE, limit);
                }
                digest.update(chunk, 0, read);
                write(file, ByteBuffer.wrap(chunk, 0, read));
            }
            file.force(true);
        } catch (IOException failure) {
            throw new StoreUnavailableException(failure);
        }
        if (size == 0) {
            throw Refusal.at("content", ErrorCode.SIZE_OUT_OF_RANGE, limit);
        }
        return new ReceivedContent(path, size, HexFormat.of().formatHex(digest.digest()), detect(path));
    }

    /** What cannot be read was not sent: the client left, or fell silent. */
    private static int read(InputStream stream, byte[] chunk) {
        try {
            return stream.read(chunk);
        } catch (IOException cut) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "Content-Length");
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /** Of all that the stream has. */
    static String sha256(InputStream content) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] chunk = new byte[CHUNK];
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            digest.update(chunk, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** By content alone: a file name would let its sender choose. */
    private static Set<String> detect(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] beginning = in.readNBytes(CHUNK);
            FileBrands brands = FileBrands.of(beginning);
            Set<MediaType> types = brands == null ? Set.of() : brands.types();
            return types.isEmpty()
                    ? Set.of(TIKA.detect(beginning))
                    : types.stream().map(MediaType::text).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

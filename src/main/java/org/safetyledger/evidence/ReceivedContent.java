package org.safetyledger.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.tika.Tika;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** A content as it arrived: its place, size, hash and the media types that its first bytes fit. */
record ReceivedContent(Path path, long size, String sha256, Set<String> types) {
    private static final int CHUNK = 64 * 1024;
    private static final Tika TIKA = new Tika();

    /** Writes the stream to the path, chunk by chunk, and stops when it passes the limit. */
    static ReceivedContent receive(InputStream stream, Path path, long limit) throws IOException {
        MessageDigest digest = newDigest();
        long size = 0;
        try (InputStream in = new DigestInputStream(stream, digest);
                OutputStream out = Files.newOutputStream(path)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                size += read;
                if (size > limit) {
                    throw Refusal.at("content", ErrorCode.SIZE_OUT_OF_RANGE, limit);
                }
                out.write(chunk, 0, read);
            }
        }
        if (size == 0) {
            throw Refusal.at("content", ErrorCode.SIZE_OUT_OF_RANGE, limit);
        }
        return new ReceivedContent(path, size, HexFormat.of().formatHex(digest.digest()), detect(path));
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

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }
}

package org.safetyledger.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;

/** Keeps contents as files, spread over directories by the last digits of their ids. */
@ApplicationScoped
class FileEvidenceStore implements EvidenceStore {
    private final Path directory;
    private final Path incoming;
    private final long reserve;
    private final DirectorySync sync;

    /** Makes what a directory lists outlive a loss of power. */
    interface DirectorySync {
        void force(Path directory) throws IOException;
    }

    @Inject
    FileEvidenceStore(EvidenceSettings settings) {
        this(settings.directory(), settings.reserve(), FileEvidenceStore::force);
    }

    FileEvidenceStore(Path directory, long reserve, DirectorySync sync) {
        this.directory = directory;
        this.incoming = directory.resolve("incoming");
        this.reserve = reserve;
        this.sync = sync;
    }

    @Override
    public Path receive() throws StoreUnavailableException {
        try {
            Path part = Files.createTempFile(Files.createDirectories(incoming), "evidence", ".part");
            long room = Files.getFileStore(directory).getUsableSpace();
            if (room < reserve) {
                Files.delete(part);
                throw new StoreUnavailableException(
                        "only %d bytes are free, %d are held back".formatted(room, reserve));
            }
            return part;
        } catch (StoreUnavailableException full) {
            throw full;
        } catch (IOException failure) {
            throw new StoreUnavailableException(failure);
        }
    }

    @Override
    public void keep(UUID id, Path received) throws StoreUnavailableException {
        Path shelf = shelf(id);
        try {
            if (!Files.isDirectory(shelf)) {
                Files.createDirectories(shelf);
                sync.force(directory);
            }
            Files.move(received, file(id), StandardCopyOption.ATOMIC_MOVE);
            sync.force(shelf);
        } catch (IOException failure) {
            throw new StoreUnavailableException(failure);
        }
    }

    @Override
    public long size(UUID id) throws IOException {
        return Files.size(file(id));
    }

    @Override
    public InputStream open(UUID id) throws IOException {
        return Files.newInputStream(file(id));
    }

    @Override
    public int removeParts(Instant untouchedSince) throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(incoming)) {
            for (Path part : parts) {
                if (isOlder(part, untouchedSince) && Files.deleteIfExists(part)) {
                    removed++;
                }
            }
        } catch (NoSuchFileException nothingWasEverReceived) {
            return 0;
        }
        return removed;
    }

    private static boolean isOlder(Path part, Instant time) throws IOException {
        try {
            return Files.getLastModifiedTime(part).toInstant().isBefore(time);
        } catch (NoSuchFileException keptMeanwhile) {
            return false;
        }
    }

    @Override
    public long room() throws StoreUnavailableException {
        try {
            Path probe = Files.createTempFile(Files.createDirectories(incoming), "probe", ".part");
            try {
                Files.write(probe, new byte[] {1});
            } finally {
                Files.deleteIfExists(probe);
            }
            return Math.max(0, Files.getFileStore(directory).getUsableSpace() - reserve);
        } catch (IOException failure) {
            throw new StoreUnavailableException(failure);
        }
    }

    private Path file(UUID id) {
        return shelf(id).resolve(id.toString());
    }

    private Path shelf(UUID id) {
        String name = id.toString();
        return directory.resolve(name.substring(name.length() - 2));
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

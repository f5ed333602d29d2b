package org.safetyledger.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Keeps contents as files, spread over directories by the last digits of their ids. */
@ApplicationScoped
class FileEvidenceStore implements EvidenceStore {
    private final Path directory;

    FileEvidenceStore(EvidenceSettings settings) {
        this.directory = settings.directory();
    }

    @Override
    public Path receive() throws IOException {
        Path incoming = Files.createDirectories(directory.resolve("incoming"));
        return Files.createTempFile(incoming, "evidence", ".part");
    }

    @Override
    public void keep(UUID id, Path received) throws IOException {
        Path file = file(id);
        Files.createDirectories(file.getParent());
        Files.move(received, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public InputStream open(UUID id) throws IOException {
        return Files.newInputStream(file(id));
    }

    private Path file(UUID id) {
        String name = id.toString();
        return directory.resolve(name.substring(name.length() - 2)).resolve(name);
    }
}

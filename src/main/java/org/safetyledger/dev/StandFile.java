package org.safetyledger.dev;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The stand's own files. They live beside the classes and not among the static resources, which would be packaged. */
final class StandFile {
    private StandFile() {}

    static String read(String name) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream("dev/" + name)) {
            if (file == null) {
                throw new FileNotFoundException("dev/" + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.safetyledger.dev;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The personas of {@code dev/personas.json}, in the file's order. */
@Singleton
@IfBuildProfile("dev")
class Personas {
    private final Map<String, Persona> bySubject = new LinkedHashMap<>();

    Personas(ObjectMapper json) {
        try {
            for (Persona persona : json.readValue(StandFile.read("personas.json"), Persona[].class)) {
                bySubject.put(persona.subject(), persona);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Persona> all() {
        return List.copyOf(bySubject.values());
    }

    Optional<Persona> find(@Nullable String subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }
}

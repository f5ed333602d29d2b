package org.safetyledger.supervision.draw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds the rows of a draw, as many as there are by one statement. */
@ApplicationScoped
class DrawRows {
    private final EntityManager entityManager;
    private final ObjectMapper mapper;

    DrawRows(EntityManager entityManager, ObjectMapper mapper) {
        this.entityManager = entityManager;
        this.mapper = mapper;
    }

    /** @param statement with the parameters {@code draw} and {@code rows} */
    void insert(String statement, Draw draw, List<Map<String, @Nullable Object>> rows) {
        entityManager.flush();
        entityManager
                .createNativeQuery(statement)
                .setParameter("draw", draw.id())
                .setParameter("rows", json(rows))
                .executeUpdate();
    }

    static String joined(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

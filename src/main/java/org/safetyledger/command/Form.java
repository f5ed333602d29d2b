package org.safetyledger.command;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Refusal;

/**
 * A command's input, checked: values by the names of their fields, of which those that say nothing are absent.
 *
 * @param takenBack of the fields that may be taken back those that were given as null, or as an empty text
 */
public record Form(Map<String, Object> values, Set<String> takenBack) {
    Form(Map<String, Object> values) {
        this(values, Set.of());
    }

    public Target target() {
        return target(InputType.ID);
    }

    public Target target(String field) {
        return new Target(id(field), (Integer) values.get(InputType.EXPECTED_VERSION));
    }

    /** The id that the client made for the new object, or one made now. */
    public UUID newId() {
        UUID given = idOrNull(InputType.ID);
        return given == null ? NodeId.newUuid() : given;
    }

    public UUID id(String field) {
        return present(field, idOrNull(field));
    }

    public @Nullable UUID idOrNull(String field) {
        return (UUID) values.get(field);
    }

    /** With its type, where the field takes several. */
    public NodeId node(String field) {
        return present(field, (NodeId) values.get(field));
    }

    /** Without repeats; empty where the field is absent. */
    @SuppressWarnings("unchecked")
    public List<UUID> ids(String field) {
        return (List<UUID>) values.getOrDefault(field, List.of());
    }

    public String text(String field) {
        return present(field, textOrNull(field));
    }

    public @Nullable String textOrNull(String field) {
        return (String) values.get(field);
    }

    /** A text that has to be there in this case, though not in every one. */
    public String requiredText(String field) {
        String text = textOrNull(field);
        if (text == null) {
            throw Refusal.at(field, ErrorCode.TEXT_REQUIRED);
        }
        return text;
    }

    /** Without repeats; empty where the field is absent. */
    @SuppressWarnings("unchecked")
    public List<String> codes(String field) {
        return (List<String>) values.getOrDefault(field, List.of());
    }

    public boolean truth(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    public int count(String field) {
        return present(field, (Integer) values.get(field));
    }

    public int count(String field, int otherwise) {
        return (Integer) values.getOrDefault(field, otherwise);
    }

    public BigDecimal amount(String field) {
        return present(field, (BigDecimal) values.get(field));
    }

    public double decimal(String field) {
        return present(field, (Double) values.get(field));
    }

    public @Nullable Integer countOrNull(String field) {
        return (Integer) values.get(field);
    }

    public Instant time(String field) {
        return present(field, timeOrNull(field));
    }

    public @Nullable Instant timeOrNull(String field) {
        return (Instant) values.get(field);
    }

    public LocalDate day(String field) {
        return present(field, dayOrNull(field));
    }

    public @Nullable LocalDate dayOrNull(String field) {
        return (LocalDate) values.get(field);
    }

    public <E extends Enum<E>> E choice(String field, Class<E> of) {
        return present(field, choiceOrNull(field, of));
    }

    public <E extends Enum<E>> @Nullable E choiceOrNull(String field, Class<E> of) {
        String name = textOrNull(field);
        return name == null ? null : Enum.valueOf(of, name);
    }

    @SuppressWarnings("unchecked")
    public List<Form> parts(String field) {
        return (List<Form>) values.getOrDefault(field, List.of());
    }

    public @Nullable Form part(String field) {
        return (Form) values.get(field);
    }

    /** What it says, apart from how it is written and from its key: false and an empty list say as much as nothing. */
    Map<String, Object> content() {
        Map<String, Object> said = new TreeMap<>();
        values.forEach((field, value) -> {
            if (!field.equals(InputType.REQUEST_ID) && !value.equals(false) && !value.equals(List.of())) {
                said.put(field, said(value));
            }
        });
        // Not as a text may be, which is never a list.
        takenBack.forEach(field -> said.put(field, List.of()));
        return said;
    }

    private static Object said(Object value) {
        return switch (value) {
            case Form part -> part.content();
            case List<?> elements -> elements.stream().map(Form::said).toList();
            default -> value.toString();
        };
    }

    private static <V> V present(String field, @Nullable V value) {
        return Objects.requireNonNull(value, () -> "The schema has " + field + " given");
    }
}

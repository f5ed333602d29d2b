package org.safetyledger.party;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** To whom a piece of work was given, named as then. */
@Embeddable
@SuppressWarnings("NullAway.Init") // Hibernate sets fields.
public class AssignedPerson {
    @Column(name = "person_id")
    private UUID id;

    @Column(name = "person_name")
    private String name;

    @Column(name = "person_subject")
    private @Nullable String subject;

    protected AssignedPerson() {}

    public AssignedPerson(PostHolder holder) {
        id = holder.id();
        name = holder.name();
        subject = holder.subject();
    }

    public boolean is(UUID person) {
        return id.equals(person);
    }

    /** From whom it was taken, as history tells it. */
    public Map<String, String> toldReleased() {
        return Map.of("personBefore", name);
    }

    /** Who has it now and who had it before, as history tells it. */
    public Map<String, String> told(@Nullable AssignedPerson before) {
        Map<String, String> told = new HashMap<>(Map.of("person", name));
        if (before != null) {
            told.put("personBefore", before.name);
        }
        return told;
    }
}

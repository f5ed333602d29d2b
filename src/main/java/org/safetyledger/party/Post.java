package org.safetyledger.party;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A post: of a leader, of a department or of an enterprise. */
@Entity
@Immutable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Post {
    @Id
    private UUID id;

    private String divisionCode;
    private @Nullable UUID enterpriseId;
    private @Nullable String departmentCode;
    private String title;
    private String kind;

    protected Post() {}

    UUID id() {
        return id;
    }

    String divisionCode() {
        return divisionCode;
    }

    @Nullable
    UUID enterpriseId() {
        return enterpriseId;
    }

    @Nullable
    String departmentCode() {
        return departmentCode;
    }

    String title() {
        return title;
    }

    String kind() {
        return kind;
    }
}

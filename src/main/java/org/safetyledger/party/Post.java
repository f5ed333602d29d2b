package org.safetyledger.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A post: of a leader, of a department or of an enterprise. */
@Entity
@Immutable
@Table(name = "post")
@SuppressWarnings("NullAway.Init")
public class Post {
    @Id
    private UUID id;

    @Column(name = "enterprise_id")
    private @Nullable UUID enterpriseId;

    @Column(name = "department_code")
    private @Nullable String departmentCode;

    private String title;
    private String kind;

    protected Post() {}

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

package org.safetyledger.inspection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.party.Person;

/** An officer of an inspection, with name and certificate as they were when named. */
@Entity
@IdClass(InspectionOfficer.Key.class)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class InspectionOfficer {
    @Id
    private UUID inspectionId;

    @Id
    private UUID personId;

    private String name;
    private @Nullable String subject;
    private @Nullable String certificateNumber;
    private @Nullable String exclusion;
    private @Nullable String excludedBy;
    private @Nullable String formerExclusion;
    private @Nullable String readmission;

    protected InspectionOfficer() {}

    InspectionOfficer(UUID inspectionId, Person person) {
        this.inspectionId = inspectionId;
        this.personId = person.id();
        this.name = person.name();
        this.subject = person.subject();
        this.certificateNumber = person.certificateNumber();
    }

    /** Both columns together name the row. */
    public record Key(UUID inspectionId, UUID personId) implements Serializable {}

    /** @param by who may take it back: the officer's own subject, else the code of an authority */
    void exclude(String reason, String by) {
        exclusion = reason;
        excludedBy = by;
    }

    void readmit(String reason) {
        formerExclusion = exclusion;
        exclusion = null;
        excludedBy = null;
        readmission = reason;
    }

    @Nullable
    String excludedBy() {
        return excludedBy;
    }

    boolean isExcluded() {
        return exclusion != null;
    }

    UUID personId() {
        return personId;
    }

    public String name() {
        return name;
    }

    public @Nullable String certificateNumber() {
        return certificateNumber;
    }

    public UUID inspectionId() {
        return inspectionId;
    }

    public @Nullable String subject() {
        return subject;
    }
}

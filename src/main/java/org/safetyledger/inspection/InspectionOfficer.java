package org.safetyledger.inspection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.party.Person;

/** An officer of an inspection, with name and certificate as they were when named. */
@Entity
@IdClass(InspectionOfficer.Key.class)
@Table(name = "inspection_officer")
@SuppressWarnings("NullAway.Init")
public class InspectionOfficer {
    @Id
    @Column(name = "inspection_id")
    private UUID inspectionId;

    @Id
    @Column(name = "person_id")
    private UUID personId;

    private String name;
    private @Nullable String subject;

    @Column(name = "certificate_number")
    private @Nullable String certificateNumber;

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

    public UUID inspectionId() {
        return inspectionId;
    }

    public UUID personId() {
        return personId;
    }

    public String name() {
        return name;
    }

    public @Nullable String subject() {
        return subject;
    }

    public @Nullable String certificateNumber() {
        return certificateNumber;
    }
}

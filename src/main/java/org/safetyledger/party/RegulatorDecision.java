package org.safetyledger.party;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.Department;

/** That a government gave a trade or a kind of venue to one of its departments, until another decision follows. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class RegulatorDecision extends PlacedObject {
    private @Nullable String industryCode;
    private @Nullable String venueType;
    private String departmentCode;
    private String departmentName;
    private String reason;
    private String documentNumber;
    private String decidedBy;
    private Instant recordedAt;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;

    protected RegulatorDecision() {}

    RegulatorDecision(UUID id, Ruling ruling, Department department, Caller leader, Instant now) {
        super(id, ruling.divisionCode());
        this.industryCode = ruling.industry();
        this.venueType = ruling.venue();
        this.departmentCode = department.code();
        this.departmentName = department.name();
        this.reason = ruling.reason();
        this.documentNumber = ruling.documentNumber();
        this.decidedBy = leader.name();
        this.recordedAt = now;
        this.validFrom = ruling.decidedOn();
    }

    /** What a government decides: for a trade or for a kind of venue, of which exactly one is given. */
    record Ruling(
            String divisionCode,
            @Nullable String industry,
            @Nullable String venue,
            String departmentCode,
            String reason,
            String documentNumber,
            LocalDate decidedOn) {}

    void end(LocalDate lastDay) {
        validTo = lastDay;
    }

    String departmentCode() {
        return departmentCode;
    }

    String departmentName() {
        return departmentName;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Override
    public NodeType nodeType() {
        return NodeType.REGULATOR_DECISION;
    }

    @Override
    public String state() {
        return validTo == null ? "OPEN_ENDED" : "DATED";
    }
}

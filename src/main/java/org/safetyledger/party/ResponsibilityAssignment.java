package org.safetyledger.party;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;

/** Who holds one of the four responsibilities, for which place, trade or enterprise, from when to when. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class ResponsibilityAssignment extends PlacedObject {
    @Enumerated(EnumType.STRING)
    private ResponsibilityParty party;

    private @Nullable String industryCode;
    private @Nullable UUID enterpriseId;
    private UUID personId;
    private String holderName;
    private String holderTitle;
    private String holderPost;
    private @Nullable String departmentCode;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;

    protected ResponsibilityAssignment() {}

    ResponsibilityAssignment(
            UUID id,
            ResponsibilityParty party,
            Extent extent,
            Person holder,
            Post post,
            LocalDate from,
            @Nullable LocalDate to) {
        super(id, extent.divisionCode());
        this.party = party;
        this.industryCode = extent.industryCode();
        this.enterpriseId = extent.enterpriseId();
        this.personId = holder.id();
        this.holderName = holder.name();
        this.holderTitle = post.title();
        this.holderPost = post.kind();
        this.departmentCode = post.departmentCode();
        this.validFrom = from;
        this.validTo = to;
    }

    /** What an assignment covers: a place, in it perhaps only one trade or one enterprise. */
    public record Extent(
            String divisionCode,
            @Nullable String industryCode,
            @Nullable UUID enterpriseId) {}

    /** Ends the assignment because another holder follows. */
    void end(LocalDate lastDay) {
        if (lastDay.isBefore(validFrom)) {
            throw Refusal.at("validFrom", ErrorCode.END_BEFORE_START);
        }
        if (validTo != null && validTo.isBefore(lastDay)) {
            throw Refusal.at("replacesId", ErrorCode.ASSIGNMENT_ENDED, validTo);
        }
        validTo = lastDay;
    }

    @Override
    public NodeType nodeType() {
        return NodeType.RESPONSIBILITY;
    }

    public ResponsibilityParty party() {
        return party;
    }

    @Override
    public @Nullable String industryCode() {
        return industryCode;
    }

    @Override
    public @Nullable UUID enterpriseId() {
        return enterpriseId;
    }

    @Override
    public String state() {
        return validTo == null ? "OPEN_ENDED" : "DATED";
    }

    public String holderName() {
        return holderName;
    }

    public String holderTitle() {
        return holderTitle;
    }

    String holderPost() {
        return holderPost;
    }

    @Nullable
    String departmentCode() {
        return departmentCode;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public @Nullable LocalDate validTo() {
        return validTo;
    }
}

package org.safetyledger.party.graphql;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.Node;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.party.ResponsibilityAssignment;
import org.safetyledger.party.ResponsibilityParty;

@Type("ResponsibilityAssignment")
@Description("Who holds one of the four responsibilities (四方责任), for which place, trade or enterprise, and when.")
public final class ResponsibilityAssignmentView implements Node {
    private final ResponsibilityAssignment assignment;

    public ResponsibilityAssignmentView(ResponsibilityAssignment assignment) {
        this.assignment = assignment;
    }

    public String divisionCode() {
        return assignment.divisionCode();
    }

    public @Nullable UUID enterpriseUuid() {
        return assignment.enterpriseId();
    }

    @Nullable
    String holderNameTo(Caller reader) {
        return assignment.party().isNamedTo(reader) ? assignment.holderName() : null;
    }

    @Override
    @Id
    @NonNull
    @Description("Node id.")
    public String getId() {
        return NodeId.text(NodeType.RESPONSIBILITY, assignment.id());
    }

    @NonNull
    @Description("Which of the four parties.")
    public ResponsibilityParty getParty() {
        return assignment.party();
    }

    @Description("Section or division of GB/T 4754-2017 that it is limited to; null for every trade.")
    public @Nullable String getIndustry() {
        return assignment.industryCode();
    }

    @NonNull
    @Description("Title of the holder's post.")
    public String getHolderTitle() {
        return assignment.holderTitle();
    }

    @NonNull
    @Description("First day.")
    public LocalDate getValidFrom() {
        return assignment.validFrom();
    }

    @Description("Last day; null while it is open-ended.")
    public @Nullable LocalDate getValidTo() {
        return assignment.validTo();
    }

    @Description("Version, for `expectedVersion`.")
    public int getVersion() {
        return assignment.version();
    }
}

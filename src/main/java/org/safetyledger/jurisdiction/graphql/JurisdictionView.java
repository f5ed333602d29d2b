package org.safetyledger.jurisdiction.graphql;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.graphql.Node;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.Division;

@Type("Jurisdiction")
@Description("An area of administration (辖区): a city, county, town or functional zone. Seen by every caller.")
public final class JurisdictionView implements Node {
    private final Division division;

    public JurisdictionView(Division division) {
        this.division = division;
    }

    public String code() {
        return division.code();
    }

    public @Nullable String parentCode() {
        return division.parentCode();
    }

    @Override
    @Id
    @NonNull
    @Description("Node id.")
    public String getId() {
        return NodeId.text(NodeType.JURISDICTION, division.id());
    }

    @NonNull
    @Description("12-digit division code (GB/T 2260 and GB/T 10114), or a local extension code for a functional zone.")
    public String getCode() {
        return division.code();
    }

    @NonNull
    @Description("Name.")
    public String getName() {
        return division.name();
    }

    @NonNull
    @Description("Level.")
    public DivisionLevel getLevel() {
        return division.level();
    }

    @NonNull
    @Description("Kind.")
    public Division.Kind getKind() {
        return division.kind();
    }

    @NonNull
    @Description("First day of the code's validity.")
    public LocalDate getValidFrom() {
        return division.validFrom();
    }

    @Description("Last day of the code's validity; null while it is valid.")
    public @Nullable LocalDate getValidTo() {
        return division.validTo();
    }
}

package org.safetyledger.party.graphql;

import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Node;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseStatus;

@Type("Enterprise")
@Description("An enterprise under supervision (生产经营单位). Seen by authorities of its area and trade, and by itself.")
public final class EnterpriseView implements Node {
    private final Enterprise enterprise;

    public EnterpriseView(Enterprise enterprise) {
        this.enterprise = enterprise;
    }

    public UUID uuid() {
        return enterprise.id();
    }

    public String divisionCode() {
        return enterprise.divisionCode();
    }

    @Override
    @Id
    @NonNull
    @Description("Node id.")
    public String getId() {
        return NodeId.text(NodeType.ENTERPRISE, enterprise.id());
    }

    @NonNull
    @Description("Unified social credit code (统一社会信用代码, GB 32100-2015), 18 characters.")
    public String getCreditCode() {
        return enterprise.creditCode();
    }

    @NonNull
    @Description("Name.")
    public String getName() {
        return enterprise.name();
    }

    @NonNull
    @Description("Division of GB/T 4754-2017: a letter and two digits.")
    public String getIndustry() {
        return enterprise.industryCode();
    }

    @Description("Code of its key sector (重点行业领域); null when it belongs to none.")
    public @Nullable String getSector() {
        return enterprise.sector();
    }

    @NonNull
    @Description("Address.")
    public String getAddress() {
        return enterprise.address();
    }

    @Description("Number of employees.")
    public int getEmployees() {
        return enterprise.employees();
    }

    @Description("Longitude in degrees, WGS 84.")
    public @Nullable Double getLongitude() {
        return enterprise.longitude();
    }

    @Description("Latitude in degrees, WGS 84.")
    public @Nullable Double getLatitude() {
        return enterprise.latitude();
    }

    @NonNull
    @Description("Whether it is at work.")
    public EnterpriseStatus getStatus() {
        return enterprise.status();
    }
}

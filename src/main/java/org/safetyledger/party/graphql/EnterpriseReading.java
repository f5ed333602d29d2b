package org.safetyledger.party.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.ListQuery;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.party.EnterpriseFilter;
import org.safetyledger.party.EnterpriseRepository;
import org.safetyledger.read.ReadArguments;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How enterprises are read with what is selected of them. */
@ApplicationScoped
public class EnterpriseReading implements ReadSource {
    @Override
    public List<ReadType> types() {
        return List.of(ReadType.of("Enterprise", "enterprise")
                .node(NodeType.ENTERPRISE)
                .text("creditCode", "credit_code")
                .text("name", "name")
                .text("industry", "industry_code")
                .text("sector", "sector")
                .text("address", "address")
                .integer("employees", "employees")
                .decimal("longitude", "longitude")
                .decimal("latitude", "latitude")
                .text("status", "status")
                .codeReference("jurisdiction", "Jurisdiction", "division_code", "code")
                .list("hazards", "Hazard", "enterprise_id", Permission.READ)
                .list("inspections", "Inspection", "enterprise_id", Permission.READ_INSPECTIONS)
                .list("rectificationTasks", "RectificationTask", "enterprise_id", Permission.READ)
                .rootObject("enterprise", Permission.READ, NodeType.ENTERPRISE)
                .rootList("enterprises", Permission.READ, EnterpriseReading::query));
    }

    private static ListQuery<?> query(ReadArguments arguments) {
        return EnterpriseRepository.query(arguments.get("filter", EnterpriseFilter.class));
    }
}

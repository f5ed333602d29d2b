package org.safetyledger.inspection.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.ListQuery;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.InspectionFilter;
import org.safetyledger.inspection.InspectionOrder;
import org.safetyledger.inspection.InspectionRepository;
import org.safetyledger.read.ReadArguments;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How inspections are read with what is selected of them. */
@ApplicationScoped
public class InspectionReading implements ReadSource {
    @Override
    public List<ReadType> types() {
        return List.of(ReadType.of("Inspection", "inspection")
                .node(NodeType.INSPECTION)
                .text("kind", "kind")
                .text("status", "status")
                .truth("announced", "$.announced")
                .text("targetDepartment", "target_department")
                .day("plannedOn", "planned_on")
                .time("startedAt", "started_at")
                .time("signedAt", "signed_at")
                .text("signerName", "signer_name")
                .text("signatureRefusal", "signature_refusal")
                .time("completedAt", "completed_at")
                .text("endReason", "end_reason")
                .integer("version", "version")
                .reference("enterprise", "Enterprise", "enterprise_id", "id")
                .list("hazards", "Hazard", "inspection_id", Permission.READ)
                .list("evidence", "Evidence", "inspection_id", Permission.READ)
                .rootObject("inspection", Permission.READ_INSPECTIONS, NodeType.INSPECTION)
                .rootList("inspections", Permission.READ_INSPECTIONS, InspectionReading::query));
    }

    private static ListQuery<?> query(ReadArguments arguments) {
        return InspectionRepository.query(
                arguments.get("filter", InspectionFilter.class),
                arguments.get("orderBy", InspectionOrder.class, InspectionOrder.PLANNED_ON_DESC));
    }
}

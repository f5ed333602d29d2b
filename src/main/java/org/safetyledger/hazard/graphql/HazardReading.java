package org.safetyledger.hazard.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.ListQuery;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.hazard.HazardFilter;
import org.safetyledger.hazard.HazardOrder;
import org.safetyledger.hazard.HazardRepository;
import org.safetyledger.read.ReadArguments;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How hazards are read with what is selected of them. */
@ApplicationScoped
public class HazardReading implements ReadSource {
    @Override
    public List<ReadType> types() {
        return List.of(ReadType.of("Hazard", "hazard")
                .node(NodeType.HAZARD)
                .text("title", "title")
                .text("description", "description")
                .text("place", "place")
                .text("category", "category_code")
                .text("industry", "industry_code")
                .text("source", "source")
                .text("status", "status")
                .text("grade", "grade")
                .text("judgementStandard", "judgement_standard")
                .text("judgementClause", "judgement_clause")
                .time("discoveredAt", "discovered_at")
                .time("reportedAt", "reported_at")
                .time("closedAt", "closed_at")
                .text("rejectionReason", "rejection_reason")
                .truth("contested", "$.contested")
                .text("interimMeasures", "interim_measures")
                .time("dueAt", "due_at")
                .truth("overdue", "($.open and $.due_at < now())")
                .integer("version", "version")
                .reference("enterprise", "Enterprise", "enterprise_id", "id")
                .codeReference("jurisdiction", "Jurisdiction", "division_code", "code")
                .reference("inspection", "Inspection", "inspection_id", Permission.READ_INSPECTIONS)
                .reference("duplicateOf", "Hazard", "duplicate_of_id", "id")
                .list("rectificationTasks", "RectificationTask", "hazard_id", Permission.READ)
                .rootObject("hazard", Permission.READ, NodeType.HAZARD)
                .rootList("hazards", Permission.READ, HazardReading::query));
    }

    private static ListQuery<?> query(ReadArguments arguments) {
        return HazardRepository.query(
                arguments.get("filter", HazardFilter.class),
                arguments.get("orderBy", HazardOrder.class, HazardOrder.DUE_AT_ASC));
    }
}

package org.safetyledger.inspection.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.ListQuery;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.CampaignKind;
import org.safetyledger.inspection.CampaignRepository;
import org.safetyledger.inspection.CampaignStatus;
import org.safetyledger.inspection.ChecklistRepository;
import org.safetyledger.read.ReadArguments;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How campaigns and checklists are read, by themselves and with the inspections that belong to them. */
@ApplicationScoped
public class CampaignReading implements ReadSource {
    @Override
    public List<ReadType> types() {
        return List.of(campaign(), checklist(), item());
    }

    private static ReadType campaign() {
        return ReadType.of("Campaign", "campaign")
                .node(NodeType.CAMPAIGN)
                .text("title", "title")
                .text("kind", "kind")
                .text("status", "status")
                .day("startsOn", "starts_on")
                .day("endsOn", "ends_on")
                .texts("targetJurisdictions", "target_divisions")
                .texts("industries", "industries")
                .time("createdAt", "created_at")
                .integer("version", "version")
                .list("inspections", "Inspection", "campaign_id", Permission.READ_INSPECTIONS)
                .rootList("campaigns", Permission.READ_CAMPAIGNS, CampaignReading::campaigns);
    }

    private static ReadType checklist() {
        return ReadType.of("Checklist", "checklist")
                .node(NodeType.CHECKLIST)
                .text("code", "code")
                .integer("version", "version")
                .text("title", "title")
                .text("sector", "sector")
                .text("matter", "matter")
                .day("validFrom", "valid_from")
                .day("validTo", "valid_to")
                .members("items", "ChecklistItem", "checklist_id", "id", 200, "number")
                .rootList("checklists", Permission.READ, CampaignReading::checklists);
    }

    private static ReadType item() {
        return ReadType.of("ChecklistItem", "checklist_item")
                .node(NodeType.ITEM)
                .integer("number", "number")
                .text("text", "text")
                .text("basis", "basis")
                .text("category", "category_code");
    }

    private static ListQuery<?> campaigns(ReadArguments arguments) {
        return CampaignRepository.query(
                arguments.get("kind", CampaignKind.class), arguments.get("status", CampaignStatus.class));
    }

    private static ListQuery<?> checklists(ReadArguments arguments) {
        return ChecklistRepository.query(
                arguments.get("sector", String.class), arguments.get("validOn", LocalDate.class));
    }
}

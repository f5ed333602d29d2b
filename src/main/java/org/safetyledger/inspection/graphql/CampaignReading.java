package org.safetyledger.inspection.graphql;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.CampaignKind;
import org.safetyledger.inspection.CampaignPhase;
import org.safetyledger.inspection.CampaignPhaseDates;
import org.safetyledger.inspection.CampaignStatus;
import org.safetyledger.inspection.CampaignVerb;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How campaigns and checklists are read, by themselves and with the inspections that belong to them. */
@ApplicationScoped
public class CampaignReading implements ReadSource {
    private final AvailableActions actions;
    private final ObjectMapper mapper;

    CampaignReading(AvailableActions actions, ObjectMapper mapper) {
        this.actions = actions;
        this.mapper = mapper;
    }

    @Override
    public List<ReadType> types() {
        return List.of(campaign(), checklist(), item());
    }

    private ReadType campaign() {
        return ReadType.of(
                        "Campaign",
                        "campaign",
                        "A campaign of inspections (专项行动). Seen by its authority and by those of the counties that it"
                                + " targets.")
                .node(NodeType.CAMPAIGN)
                .text("title!", "Title.")
                .choice("kind!", CampaignKind.class, "Kind.")
                .choice("status!", CampaignStatus.class, "State.")
                .day("startsOn!", "First day.")
                .day("endsOn!", "Last day.")
                .texts("targetJurisdictions!", "target_divisions", "Division codes of the places that it targets.")
                .labels(
                        "targetJurisdictionLabels",
                        "Jurisdiction",
                        "target_divisions",
                        200,
                        "What its `targetJurisdictions` stand for, by code.")
                .texts("industries!", "industries", "Sections or divisions of GB/T 4754-2017; empty for every trade.")
                .labels("industryLabels", "Industry", "industries", 100, "What its `industries` stand for, by code.")
                .time("createdAt!", "When it was drafted.")
                .values(
                        "phases!",
                        CampaignPhase.values().length,
                        "$.phases",
                        CampaignPhaseDates.class,
                        (stored, caller) -> mapper.convertValue(
                                stored,
                                mapper.getTypeFactory().constructCollectionType(List.class, CampaignPhaseDates.class)),
                        "Its phases with their dates; empty where they are not fixed beforehand.")
                .text("approvedBy", "Name of who approved it.")
                .time("approvedAt", "When it was approved.")
                .text("approvalDocument", "Number of the approval's document.")
                .text("filing", "Where its plan was filed (备案); null when it was not.")
                .text("handover", "To whom its open hazards were handed over at its end.")
                .time("archivedAt", "When it was archived.")
                .availableActions(actions.of(CampaignVerb.values(), CampaignVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "campaign",
                        Permission.READ_CAMPAIGNS,
                        "One campaign; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "campaigns",
                                Permission.READ_CAMPAIGNS,
                                "Campaigns of the caller's area and those that target it, latest start first.")
                        .descending("STARTS_ON", "Latest start first.", "starts_on date", "id uuid")
                        .arguments(
                                Filter.choice("kind", CampaignKind.class, "kind", "Kind."),
                                Filter.choice("status", CampaignStatus.class, "status", "State.")))
                .payload("CampaignPayload", "campaign", "The campaign, or why it was refused.");
    }

    private static ReadType checklist() {
        return ReadType.of("Checklist", "checklist", "One version of a checklist (检查表). Seen by every caller.")
                .node(NodeType.CHECKLIST)
                .text("code!", "Code, the same for all versions.")
                .integer("version!", "Version, from 1.")
                .text("title!", "Title.")
                .text("sector", "Code of the key sector that it is for; null for every sector.")
                .label("sector", "KeySector", "sector")
                .text(
                        "matter",
                        "Code of the matter, e.g. FIRE, to whose supervisors a visit with it belongs; null for none.")
                .label("matter", "Matter", "matter")
                .day("validFrom!", "First day of this version.")
                .day("validTo", "Last day of this version; null while it is valid.")
                .members(
                        "items!",
                        "ChecklistItem",
                        "checklist_id",
                        "id",
                        200,
                        List.of("number"),
                        "The items, by number.")
                .list(ReadList.of("checklists", Permission.READ, "Checklists by code and version.")
                        .ascending("CODE", "By code and version.", "code text", "version integer")
                        .arguments(
                                Filter.code("sector", "sector", "Code of a key sector."),
                                Filter.validOn("Only versions valid on this day.")));
    }

    private static ReadType item() {
        return ReadType.of("ChecklistItem", "checklist_item", "One item of a checklist.")
                .id(NodeType.ITEM, "Id, to be named when the item is answered.")
                .integer("number!", "Number in the checklist, from 1.")
                .text("text!", "What to check.")
                .text("basis", "Legal basis.")
                .text("category", "category_code", "Code of the hazard category that a negative answer suggests.")
                .label("category", "HazardCategory", "category_code");
    }
}

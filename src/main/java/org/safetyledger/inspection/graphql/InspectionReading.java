package org.safetyledger.inspection.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Verbs;
import org.safetyledger.graphql.ListQuery;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.InspectionFacts;
import org.safetyledger.inspection.InspectionFilter;
import org.safetyledger.inspection.InspectionKind;
import org.safetyledger.inspection.InspectionOrder;
import org.safetyledger.inspection.InspectionRepository;
import org.safetyledger.inspection.InspectionStatus;
import org.safetyledger.inspection.InspectionVerb;
import org.safetyledger.inspection.Inspections;
import org.safetyledger.inspection.Surroundings;
import org.safetyledger.read.ReadArguments;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How inspections are read with what is selected of them, their officers and their findings. */
@ApplicationScoped
public class InspectionReading implements ReadSource {
    private static final String FACTS =
            "jsonb_build_object('status', $.status, 'kind', $.kind, 'announced', $.announced,"
                    + " 'targetDepartment', $.target_department, 'officers', array(select o.subject from inspection_officer o"
                    + " where o.inspection_id = $.id), 'inWindow', coalesce((select ledger_today() between c.starts_on and c.ends_on"
                    + " from campaign c where c.id = $.campaign_id), true))";

    private final Inspections conduct;
    private final Verbs verbs;
    private final ObjectMapper mapper;

    InspectionReading(Inspections conduct, Verbs verbs, ObjectMapper mapper) {
        this.conduct = conduct;
        this.verbs = verbs;
        this.mapper = mapper;
    }

    /** The facts of a row, without the rest of it, and the subjects of its officers. */
    @RegisterForReflection
    public record StoredFacts(
            InspectionStatus status,
            InspectionKind kind,
            boolean announced,
            @Nullable String targetDepartment,
            List<@Nullable String> officers,
            boolean inWindow)
            implements InspectionFacts {}

    @Override
    public List<ReadType> types() {
        return List.of(inspection(), officer(), finding());
    }

    private ReadType inspection() {
        return ReadType.of("Inspection", "inspection")
                .node(NodeType.INSPECTION)
                .text("kind", "kind")
                .text("status", "status")
                .truth("announced", "$.announced")
                .text("targetDepartment", "target_department")
                .day("plannedOn", "planned_on")
                .time("startedAt", "started_at")
                .time("deviceStartedAt", "device_started_at")
                .time("signedAt", "signed_at")
                .time("deviceSignedAt", "device_signed_at")
                .derived(
                        "signerName",
                        "to_jsonb($.signer_name)",
                        (stored, caller) -> caller.readsPersonalData() ? stored : null)
                .text("signatureRefusal", "signature_refusal")
                .time("completedAt", "completed_at")
                .text("endReason", "end_reason")
                .integer("version", "version")
                .derived("availableActions", FACTS, this::availableActions)
                .reference("enterprise", "Enterprise", "enterprise_id", "id")
                .reference("campaign", "Campaign", "campaign_id", Permission.READ_CAMPAIGNS)
                .codeReference("checklist", "Checklist", "checklist_id", "id")
                .members("officers", "InspectionOfficer", "inspection_id", "id", 20, "name", "person_id")
                .members("findings", "Finding", "inspection_id", "id", 200, "recorded_at", "id")
                .list("hazards", "Hazard", "inspection_id", Permission.READ)
                .list("evidence", "Evidence", "inspection_id", Permission.READ)
                .rootObject("inspection", Permission.READ_INSPECTIONS, NodeType.INSPECTION)
                .rootList("inspections", Permission.READ_INSPECTIONS, InspectionReading::query);
    }

    private static ReadType officer() {
        return ReadType.of("InspectionOfficer", "inspection_officer")
                .text("name", "name")
                .text("certificateNumber", "certificate_number");
    }

    private static ReadType finding() {
        return ReadType.of("Finding", "finding")
                .node(NodeType.FINDING)
                .text("result", "result")
                .text("note", "note")
                .text("grade", "grade")
                .truth("fixedOnSite", "$.fixed_on_site")
                .time("recordedAt", "recorded_at")
                .time("deviceRecordedAt", "device_recorded_at")
                .codeReference("item", "ChecklistItem", "item_id", "id");
    }

    private Object availableActions(JsonNode stored, Caller caller) {
        StoredFacts facts = mapper.convertValue(stored, StoredFacts.class);
        Surroundings around = new Surroundings(facts.officers(), facts.inWindow());
        return verbs.tell(InspectionVerb.values(), verb -> conduct.objection(verb, facts, around, caller));
    }

    private static ListQuery<?> query(ReadArguments arguments) {
        return InspectionRepository.query(
                arguments.get("filter", InspectionFilter.class),
                arguments.get("orderBy", InspectionOrder.class, InspectionOrder.PLANNED_ON_DESC));
    }
}

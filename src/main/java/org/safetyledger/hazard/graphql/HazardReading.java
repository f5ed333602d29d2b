package org.safetyledger.hazard.graphql;

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
import org.safetyledger.hazard.FiveImplementations;
import org.safetyledger.hazard.HazardFacts;
import org.safetyledger.hazard.HazardFilter;
import org.safetyledger.hazard.HazardOrder;
import org.safetyledger.hazard.HazardRepository;
import org.safetyledger.hazard.HazardSource;
import org.safetyledger.hazard.HazardStatus;
import org.safetyledger.hazard.HazardVerb;
import org.safetyledger.hazard.Opinion;
import org.safetyledger.inspection.HazardGrade;
import org.safetyledger.jurisdiction.graphql.DeadlineReading;
import org.safetyledger.party.ResponsibilitySnapshot;
import org.safetyledger.read.ReadArguments;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How hazards are read with what is selected of them. */
@ApplicationScoped
public class HazardReading implements ReadSource {
    /** What the guards of a hazard look at, as JSON; {@code $} is its row. */
    public static final String FACTS =
            "jsonb_build_object('status', $.status, 'grade', $.grade, 'source', $.source, 'reportedBy', $.reported_by, 'foundBy', $.found_by,"
                    + " 'fixedBy', $.fixed_by,"
                    + " 'gradedBy', $.graded_by, 'gradedByCity', $.graded_by_city, 'contested', $.contested,"
                    + " 'hasFiveImplementations', $.five_implementations is not null,"
                    + " 'hasInterimMeasures', $.interim_measures is not null)";

    private final DeadlineReading deadlines;
    private final Verbs verbs;
    private final ObjectMapper mapper;

    HazardReading(DeadlineReading deadlines, Verbs verbs, ObjectMapper mapper) {
        this.deadlines = deadlines;
        this.verbs = verbs;
        this.mapper = mapper;
    }

    /** The facts of a row, without the rest of it. */
    @RegisterForReflection
    public record StoredFacts(
            HazardStatus status,
            HazardGrade grade,
            HazardSource source,
            String reportedBy,
            @Nullable String foundBy,
            @Nullable String fixedBy,
            @Nullable String gradedBy,
            boolean gradedByCity,
            boolean contested,
            boolean hasFiveImplementations,
            boolean hasInterimMeasures)
            implements HazardFacts {}

    @Override
    public List<ReadType> types() {
        return List.of(deadlines.addTo(ReadType.of("Hazard", "hazard")
                .node(NodeType.HAZARD)
                .text("title", "title")
                .text("description", "description")
                .text("place", "place")
                .text("category", "category_code")
                .text("industry", "industry_code")
                .text("matter", "matter")
                .text("source", "source")
                .text("status", "status")
                .text("grade", "grade")
                .text("judgementStandard", "judgement_standard")
                .text("judgementClause", "judgement_clause")
                .time("discoveredAt", "discovered_at")
                .time("reportedAt", "reported_at")
                .truth("deviceClockAhead", "($.discovered_at > $.reported_at)")
                .time("closedAt", "closed_at")
                .truth("selfClosed", "$.self_closed")
                .text("rejectionReason", "rejection_reason")
                .truth("contested", "$.contested")
                .text("interimMeasures", "interim_measures")
                .time("dueAt", "due_at")
                .truth("overdue", "($.open and $.due_at < now())")
                .integer("version", "version")
                .derived("responsibleParties", "$.responsible_parties", this::responsibleParties)
                .derived("judgementOpinion", "$.judgement_opinion", this::judgementOpinion)
                .derived("fiveImplementations", "$.five_implementations", this::fiveImplementations)
                .derived("availableActions", FACTS, this::availableActions)
                .reference("enterprise", "Enterprise", "enterprise_id", "id")
                .codeReference("jurisdiction", "Jurisdiction", "division_code", "code")
                .reference("inspection", "Inspection", "inspection_id", Permission.READ_INSPECTIONS)
                .reference("duplicateOf", "Hazard", "duplicate_of_id", "id")
                .list("rectificationTasks", "RectificationTask", "hazard_id", Permission.READ)
                .list("evidence", "Evidence", "hazard_id", Permission.READ)
                .rootObject("hazard", Permission.READ, NodeType.HAZARD)
                .rootList("hazards", Permission.READ, HazardReading::query)));
    }

    private @Nullable Object responsibleParties(JsonNode stored, Caller caller) {
        return ResponsiblePartiesView.of(mapper.convertValue(stored, ResponsibilitySnapshot.class), caller);
    }

    private @Nullable Object judgementOpinion(JsonNode stored, Caller caller) {
        return OpinionView.orNull(mapper.convertValue(stored, Opinion.class));
    }

    private @Nullable Object fiveImplementations(JsonNode stored, Caller caller) {
        return FiveImplementationsView.orNull(mapper.convertValue(stored, FiveImplementations.class));
    }

    private @Nullable Object availableActions(JsonNode stored, Caller caller) {
        return verbs.available(HazardVerb.values(), mapper.convertValue(stored, StoredFacts.class), caller);
    }

    private static ListQuery<?> query(ReadArguments arguments) {
        return HazardRepository.query(
                arguments.get("filter", HazardFilter.class),
                arguments.get("orderBy", HazardOrder.class, HazardOrder.DUE_AT_ASC));
    }
}

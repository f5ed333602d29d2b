package org.safetyledger.paper;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.inspection.HazardGrade;

/** One problem on a paper, with the hazard's words as they were then. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class PaperItem {
    @Id
    private UUID id;

    private UUID paperId;
    private int number;
    private @Nullable UUID hazardId;
    private String problem;
    private @Nullable String place;

    @Enumerated(EnumType.STRING)
    private @Nullable HazardGrade grade;

    private @Nullable String clause;
    private @Nullable String demand;
    private @Nullable Instant dueAt;

    @Enumerated(EnumType.STRING)
    private @Nullable RecheckResult result;

    private @Nullable String note;

    protected PaperItem() {}

    private PaperItem(UUID paper, int number) {
        this.id = NodeId.newUuid();
        this.paperId = paper;
        this.number = number;
    }

    static PaperItem of(UUID paper, int number, PaperDraft.Problem said, @Nullable Hazard hazard) {
        PaperItem item = new PaperItem(paper, number);
        item.hazardId = said.hazardId();
        item.problem = hazard == null ? String.valueOf(said.problem()) : hazard.title();
        item.place = said.place() == null && hazard != null ? hazard.place() : said.place();
        item.grade = hazard == null ? null : hazard.grade();
        item.clause = hazard == null ? null : hazard.clause();
        item.demand = said.demand();
        item.dueAt = said.dueAt();
        return item;
    }

    @Nullable
    UUID hazardId() {
        return hazardId;
    }

    /** What a re-check found of this problem of an earlier paper. */
    PaperItem checkedAgain(UUID paper, PaperDraft.Problem found) {
        PaperItem item = new PaperItem(paper, number);
        item.hazardId = hazardId;
        item.problem = problem;
        item.place = place;
        item.grade = grade;
        item.clause = clause;
        item.demand = demand;
        item.dueAt = dueAt;
        item.result = found.result();
        item.note = found.note();
        return item;
    }

    boolean isMajor() {
        return grade == HazardGrade.MAJOR;
    }
}

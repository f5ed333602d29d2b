package org.safetyledger.supervision.coverage;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeType;

/** One place, enterprise, hazard, task or item of a directive that somebody should have and nobody has. */
@Type("CoverageGap")
@Description("One place, enterprise, hazard, task or item of a directive that somebody should have and nobody has.")
public record CoverageGap(
        @NonNull @Description("What is missing.") Kind kind,

        @NonNull @Description("Division code of the place in which it lies.")
        String jurisdiction,

        @NonNull @Description("Name of that place.") String jurisdictionName,

        @Description("Section of GB/T 4754, one letter; null for gaps of the place itself and for items of directives.")
        @Nullable
        String industry,

        @NonNull
        @Id
        @Description(
                "Node id of what has the gap: an enterprise, a hazard, a task, an item of a directive; of a place its division code.")
        String objectId,

        @NonNull
        @Description("Name or title of what has the gap; of an item of a directive the conference that decided it.")
        String objectName,

        @Description("Since which day, as far as the ledger knows (Asia/Shanghai).") @Nullable
        LocalDate since,

        @NonNull @Description("Where the next page goes on, as argument `after`.")
        String cursor) {

    /** Kinds of gaps. */
    @Enum("CoverageGapKind")
    @Description("What nobody has.")
    public enum Kind {
        @Description("What a directive demands was not answered by its lead in time (会议交办事项逾期未答复).")
        DIRECTIVE_WITHOUT_ANSWER(NodeType.DIRECTIVE_ITEM),
        @Description("A hazard is confirmed or reopened, and no rectification was assigned.")
        HAZARD_WITHOUT_TASK(NodeType.HAZARD),
        @Description("No department of the county regulates the enterprise, by trade, venue or decision (三管三必须).")
        NO_REGULATOR(NodeType.ENTERPRISE),
        @Description(
                "The enterprise has completed no self-check for as many days as the rule SELF_CHECK_WITHIN allows.")
        NO_SELF_CHECK(NodeType.ENTERPRISE),
        @Description("Nobody holds the territorial responsibility for the town or street (属地责任).")
        NO_TERRITORIAL_HOLDER(null),
        @Description(
                "No authority has visited the enterprise for as many days as the rule VISIT_WITHIN allows for its class (Work Safety Law,"
                        + " article 62); before its first visit they count from when the ledger got to know it.")
        NO_VISIT(NodeType.ENTERPRISE),
        @Description("The county has no official whose enforcement certificate is valid today.")
        NO_OFFICER(null),
        @Description("A rectification was assigned, and nobody has accepted it in time.")
        TASK_WITHOUT_HOLDER(NodeType.TASK);

        private final @Nullable NodeType of;

        Kind(@Nullable NodeType of) {
            this.of = of;
        }

        /** Of what there are such gaps; null for places. */
        @Nullable
        NodeType of() {
            return of;
        }
    }
}

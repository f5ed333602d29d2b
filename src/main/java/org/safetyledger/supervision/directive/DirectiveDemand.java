package org.safetyledger.supervision.directive;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;

/** What an item is to say, kept with its directive until that is issued. */
@RegisterForReflection
@Type("DirectiveDemand")
@Description("What an item of a directive is to say once it is issued.")
public record DirectiveDemand(
        @Description("What is demanded.") String demand,

        @Description("The measurable result by which it is judged.")
        String result,

        @Description("Code of the government or department that leads and answers for it.")
        String lead,

        @Description("Codes of the co-units.") List<String> coUnits,

        @Id @Description("The person who answers for it at the lead.") @Nullable
        String responsibleId,

        @Description("By when; null for the day of the rule DIRECTIVE_RESPONSE.") @Nullable
        OffsetDateTime dueAt,

        @Id @Description("The hazard that it is about.") @Nullable
        String hazardId,

        @Id @Description("The enterprise that it is about.") @Nullable
        String enterpriseId,

        @Id @Description("The campaign that it belongs to.") @Nullable
        String campaignId) {

    /** Whatever the offset in which the date was kept. */
    public DirectiveDemand {
        dueAt = dueAt == null ? null : Times.local(dueAt.toInstant());
    }

    /** The id in a node id that was checked before it was kept. */
    static @Nullable UUID uuid(@Nullable String node) {
        return node == null ? null : NodeId.parse(node).orElseThrow().uuid();
    }
}

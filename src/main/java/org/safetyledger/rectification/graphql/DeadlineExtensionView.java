package org.safetyledger.rectification.graphql;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.rectification.DeadlineExtension;
import org.safetyledger.rectification.ExtensionStatus;

@Type("DeadlineExtension")
@Description("An extension that was asked for, with the deadline before it (延期申请).")
public record DeadlineExtensionView(
        @NonNull @Id @Description("Id.") String id,
        @NonNull @Description("State.") ExtensionStatus status,
        @NonNull @Description("Why it was asked for.") String reason,

        @NonNull @Description("What keeps people safe until then.")
        String interimMeasures,

        @NonNull @Description("When it was asked for.") OffsetDateTime requestedAt,
        @NonNull @Description("The deadline before it.") OffsetDateTime previousDueAt,

        @NonNull @Description("The deadline that was asked for.")
        OffsetDateTime requestedDueAt,

        @NonNull @Description("By when it is to be decided.")
        OffsetDateTime decideBy,

        @Description("When it was decided.") @Nullable OffsetDateTime decidedAt,
        @Description("Comment on the decision.") @Nullable String decisionComment) {

    static DeadlineExtensionView of(DeadlineExtension extension) {
        return new DeadlineExtensionView(
                NodeId.text(NodeType.EXTENSION, extension.id()),
                extension.status(),
                extension.reason(),
                extension.interimMeasures(),
                Times.local(extension.requestedAt()),
                Times.local(extension.previousDueAt()),
                Times.local(extension.requestedDueAt()),
                Times.local(extension.decideBy()),
                Times.localOrNull(extension.decidedAt()),
                extension.decisionComment());
    }
}

package org.safetyledger.inspection.graphql;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;
import org.safetyledger.inspection.FindingResult;
import org.safetyledger.inspection.HazardGrade;

@Input("RecordFindingInput")
@Description("Answers one checklist item.")
public record RecordFindingInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @Id
        @Description(
                "Id made by the client when it answers offline, the same for each answer to this item; absent to have"
                        + " one made.")
        @Nullable
        String id,

        @NonNull @Id @Description("Inspection.") String inspectionId,

        @Description("Version that the caller saw; the command is refused when it has changed.") @Nullable
        Integer expectedVersion,

        @NonNull @Id @Description("Item of the inspection's checklist.")
        String itemId,

        @NonNull @Description("Answer.") FindingResult result,

        @Description("Note, up to 2000 characters.") @Nullable
        String note,

        @Description(
                "Whether something negative was put right at once; false by default. It needs a grade, and photos of the"
                        + " finding BEFORE and AFTER; those AFTER by the officers, or by the enterprise in its self-check.")
        @Nullable
        Boolean fixedOnSite,

        @Description("Grade of something negative; needed when it was put right at once, which nothing MAJOR is.")
        @Nullable
        HazardGrade grade,

        @Description(
                "When it was answered, by the clock of a device that sends it later; kept beside the ledger's own time. At"
                        + " most five minutes ahead.")
        @Nullable
        OffsetDateTime recordedAt)
        implements Command {}

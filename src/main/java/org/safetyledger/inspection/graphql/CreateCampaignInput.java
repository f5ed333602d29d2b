package org.safetyledger.inspection.graphql;

import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.safetyledger.audit.Command;
import org.safetyledger.inspection.CampaignKind;

@Input("CreateCampaignInput")
@Description("Drafts a campaign.")
public record CreateCampaignInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @NonNull @Description("Title, up to 200 characters.")
        String title,

        @NonNull @Description("Kind.") CampaignKind kind,
        @NonNull @Description("First day.") LocalDate startsOn,
        @NonNull @Description("Last day.") LocalDate endsOn,

        @NonNull
        @Description("Division codes in the caller's own area, at least one; none that has retired by the first day.")
        List<@NonNull String> targetJurisdictions,

        @Description("Sections or divisions of GB/T 4754-2017; absent for every trade.") @Nullable
        List<@NonNull String> industries)
        implements Command {}

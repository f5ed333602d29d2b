package org.safetyledger.inspection.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.UserError;

@Type("CampaignPayload")
@Description("The campaign, or why it was refused.")
public record CampaignPayload(
        @Description("The changed object; null when the command was refused.") @Nullable
        CampaignView campaign,

        @NonNull @Description("Why the command was refused; empty when it was carried out.")
        List<@NonNull UserError> userErrors) {}

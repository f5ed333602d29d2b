package org.safetyledger.inspection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a mechanism above still has to see to before a campaign is archived. */
public interface CampaignRemains {
    /** @param handover to whom what is open was handed over; null for nobody */
    void requireHandedOver(UUID campaign, @Nullable String handover);
}

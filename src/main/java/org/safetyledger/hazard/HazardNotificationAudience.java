package org.safetyledger.hazard;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("HazardNotificationAudience")
@Description("Whom an enterprise tells of a hazard.")
public enum HazardNotificationAudience {
    @Description("Its workers (从业人员; Work Safety Law, article 41).")
    WORKERS,
    @Description(
            "Its workers' congress or assembly (职工大会或者职工代表大会), to which a major hazard is reported, too (the same article).")
    WORKERS_CONGRESS,
    @Description("Neighbours that the hazard may affect (相邻单位; order 41 of the NDRC of 2026, article 19).")
    NEIGHBOURS
}

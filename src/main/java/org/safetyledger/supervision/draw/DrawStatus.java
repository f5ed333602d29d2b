package org.safetyledger.supervision.draw;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("DrawStatus")
@Description("State of a random draw.")
public enum DrawStatus {
    @Description("Announced; its pool is frozen.")
    ANNOUNCED,
    @Description("Drawn; the result is frozen.")
    DRAWN,
    @Description("Published: the area's enterprises read it, too.")
    PUBLISHED,
    @Description("Withdrawn, and never drawn.")
    CANCELLED
}

package org.safetyledger.comment;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("CommentVisibility")
@Description("For whom a comment is.")
public enum CommentVisibility {
    @Description("For authorities only (内部); no enterprise sees it.")
    INTERNAL,
    @Description("For the enterprise's managers, too, as far as they see what it is about.")
    SHARED
}

package org.safetyledger.comment;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("CommentStatus")
@Description("State of a comment.")
public enum CommentStatus {
    @Description("It stands.")
    PUBLISHED,
    @Description("Its author withdrew it; its history keeps the words.")
    WITHDRAWN
}

package org.safetyledger.read;

import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Refusal;

/** What has to be there for the caller, else a list is refused. */
sealed interface Guard {
    Refusal otherwise();

    /** An object of a type that the caller may read. */
    record Visible(NodeId object, Refusal otherwise) implements Guard {}

    /** A row of a table with the value in the column. */
    record Row(String table, String column, Object value, Refusal otherwise) implements Guard {}
}

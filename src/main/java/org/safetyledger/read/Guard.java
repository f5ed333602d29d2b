package org.safetyledger.read;

import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Refusal;

/**
 * A row that has to be there for the caller, else a list is refused.
 *
 * @param node the object whose row it is; null for a row that is named by table, column and value
 */
record Guard(@Nullable NodeId node, String table, String column, Object value, Refusal refusal) {}

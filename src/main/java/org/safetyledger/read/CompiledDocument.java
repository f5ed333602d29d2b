package org.safetyledger.read;

import graphql.language.VariableDefinition;
import java.util.List;

/**
 * A document that was understood.
 *
 * @param isCommand whether it is a mutation
 * @param roots the fields at the root
 */
record CompiledDocument(
        List<VariableDefinition> variables,
        Switches switches,
        DocumentBound bound,
        boolean isCommand,
        List<Selection> roots) {

    DocumentBound.Limits limits() {
        return isCommand ? DocumentBound.Limits.OF_COMMANDS : DocumentBound.Limits.OF_QUERY;
    }

    /** Whether all of it is read from tables. */
    boolean isRead() {
        return !isCommand && roots.stream().noneMatch(Selection.Resolved.class::isInstance);
    }
}

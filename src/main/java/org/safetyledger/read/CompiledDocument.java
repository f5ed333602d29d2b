package org.safetyledger.read;

import graphql.language.VariableDefinition;
import java.util.List;
import java.util.Map;

/**
 * A document that was understood.
 *
 * @param roots the fields at the root of a query; none of a command
 * @param changed of each command, by its name in the answer, what is selected of the object that it changes
 */
record CompiledDocument(
        List<VariableDefinition> variables,
        Switches switches,
        DocumentBound bound,
        List<Selection> roots,
        Map<String, List<Selection.Changed>> changed) {

    DocumentBound.Limits limits() {
        return changed.isEmpty() ? DocumentBound.Limits.OF_QUERY : DocumentBound.Limits.OF_COMMANDS;
    }

    /** Whether all of it is read from tables. */
    boolean isRead() {
        return changed.isEmpty() && roots.stream().noneMatch(Selection.Resolved.class::isInstance);
    }
}

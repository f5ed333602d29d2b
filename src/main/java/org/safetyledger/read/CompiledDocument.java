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
        return isCommand() ? DocumentBound.Limits.OF_COMMANDS : DocumentBound.Limits.OF_QUERY;
    }

    boolean isCommand() {
        return !changed.isEmpty();
    }

    /** Whether all of it is read from tables. */
    boolean isRead() {
        return !isCommand() && roots.stream().noneMatch(Selection.Resolved.class::isInstance);
    }
}

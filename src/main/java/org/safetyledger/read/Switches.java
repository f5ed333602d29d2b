package org.safetyledger.read;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.VariableReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The variables by which a document's {@code @skip} and {@code @include} change what is selected. */
record Switches(Set<String> variables) {
    private static final Set<String> DIRECTIVES = Set.of("skip", "include");

    static Switches of(Document document) {
        Set<String> variables = new LinkedHashSet<>();
        Deque<Node<?>> open = new ArrayDeque<>();
        open.add(document);
        while (!open.isEmpty()) {
            Node<?> node = open.remove();
            if (node instanceof DirectivesContainer<?> switched) {
                switched.getDirectives().forEach(directive -> addVariable(directive, variables));
            }
            node.getChildren().forEach(open::add);
        }
        return new Switches(variables);
    }

    private static void addVariable(Directive directive, Set<String> variables) {
        if (DIRECTIVES.contains(directive.getName())
                && directive.getArgument("if") != null
                && directive.getArgument("if").getValue() instanceof VariableReference variable) {
            variables.add(variable.getName());
        }
    }

    /** A variable with a default may be nullable, and still must not be null where it switches. */
    void requireNoneNull(Map<String, Object> given) {
        for (String variable : variables) {
            if (given.containsKey(variable) && given.get(variable) == null) {
                throw new RefusedDocument.NullSwitch(variable);
            }
        }
    }
}

package org.safetyledger.read;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A field's arguments in one request, as the schema's types take them; one that is null is absent. */
record ReadArguments(Map<String, Object> values) {
    /** @throws RefusedDocument.Invalid where one does not fit */
    static ReadArguments of(Selection.Arguments arguments, CoercedVariables variables) {
        return new ReadArguments(RefusedDocument.orInvalid(() -> ValuesResolver.getArgumentValues(
                arguments.defined(), arguments.given(), variables, GraphQLContext.getDefault(), Locale.ENGLISH)));
    }

    /** The members of an input object. */
    Map<?, ?> members(String name) {
        return (Map<?, ?>) Objects.requireNonNull(values.get(name), name);
    }

    PageRequest page() {
        return PageRequest.of((Integer) values.get("first"), (String) values.get("after"));
    }

    String text(String name) {
        return (String) Objects.requireNonNull(values.get(name), name);
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String name) {
        return (List<String>) Objects.requireNonNull(values.get(name), name);
    }
}

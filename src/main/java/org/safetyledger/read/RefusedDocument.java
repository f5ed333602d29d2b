package org.safetyledger.read;

import graphql.GraphQLError;
import graphql.GraphQLException;
import java.util.List;
import java.util.function.Supplier;

/** A document that nobody runs, because of what it is or of what it could cost. */
public abstract sealed class RefusedDocument extends RuntimeException {
    private RefusedDocument(String message) {
        // Thrown for what a caller sends: where it came from is of no use, and costs.
        super(message, null, false, false);
    }

    /** What the engine makes of a document; what it says against it refuses the document. */
    static <T> T orInvalid(Supplier<T> engine) {
        try {
            return engine.get();
        } catch (GraphQLException misfit) {
            throw misfit instanceof GraphQLError error ? new Invalid(List.of(error)) : misfit;
        }
    }

    /** It is no document, or none of this schema, or its variables do not fit. */
    public static final class Invalid extends RefusedDocument {
        private final transient List<GraphQLError> errors;

        Invalid(List<? extends GraphQLError> errors) {
            super("The document is not valid");
            this.errors = List.copyOf(errors);
        }

        public List<GraphQLError> errors() {
            return errors;
        }
    }

    /** It is larger than may be read, or asks for more than may be answered. */
    public static final class BeyondLimits extends RefusedDocument {
        BeyondLimits(String detail) {
            super(detail);
        }

        /** How much it asks for, how much may be asked for, and how to ask for less. */
        public String detail() {
            return String.valueOf(getMessage());
        }
    }

    /** A variable that switches fields on or off is null, which is neither. */
    public static final class NullSwitch extends RefusedDocument {
        private final String variable;

        NullSwitch(String variable) {
            super("A variable of @include or @skip must not be null");
            this.variable = variable;
        }

        public String variable() {
            return variable;
        }

        public String detail() {
            return String.valueOf(getMessage());
        }
    }
}

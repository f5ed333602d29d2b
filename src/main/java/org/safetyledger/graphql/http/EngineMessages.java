package org.safetyledger.graphql.http;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.UnknownOperationException;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.validation.ValidationError;
import org.jspecify.annotations.Nullable;

/**
 * What the engine says about a faulty document or variable, in English, for developers, without its own insides. Its words
 * hold texts of the caller, of any length: they are cut, and looked through once, never matched against a pattern.
 */
final class EngineMessages {
    private static final int LENGTH = 500;
    private static final int SUBJECT_LENGTH = 100;

    /** Before the text form of the engine's syntax tree, and before what it would rather have had in its place. */
    private static final String TREE = " with value '";

    private static final String AFTER_TREE = "' is not a valid '";
    private static final String AFTER_TREE_OF_OBJECT = "' contains a field not in '";
    private static final String AFTER_INCOMPLETE_TREE = "' is missing required fields '";
    private static final String AFTER_NULL_TREE = "' must not be null";
    private static final String EXPECTED = " - Expected an AST type of '";
    private static final String UNNAMED = " is not a valid 'Unknown Scalar Type [";

    private EngineMessages() {}

    /** The engine's own words; null when they cannot be told outside. */
    static @Nullable String detail(GraphQLError error) {
        String message = error.getMessage();
        if (message == null || !isToldToCallers(error)) {
            return null;
        }
        return cut(before(UNNAMED, before(EXPECTED, withoutTree(message))), LENGTH);
    }

    /** The name that the engine quotes first: a variable, an argument or a field. */
    static String subject(@Nullable String message) {
        if (message == null) {
            return "-";
        }
        int open = message.indexOf('\'');
        int close = open < 0 ? -1 : message.indexOf('\'', open + 1);
        return close <= open + 1 ? "-" : cut(message.substring(open + 1, close), SUBJECT_LENGTH);
    }

    /** These are about the request; other errors may tell of classes and of the database. */
    private static boolean isToldToCallers(GraphQLError error) {
        return switch (error) {
            case ValidationError _, CoercingParseLiteralException _, CoercingParseValueException _ -> true;
            case NonNullableValueCoercedAsNullException _, UnknownOperationException _ -> true;
            default ->
                error.getErrorType() == ErrorType.InvalidSyntax || error.getErrorType() == ErrorType.ExecutionAborted;
        };
    }

    private static String withoutTree(String message) {
        int tree = message.indexOf(TREE);
        if (tree < 0) {
            return message;
        }
        for (String after : new String[] {AFTER_TREE, AFTER_TREE_OF_OBJECT, AFTER_INCOMPLETE_TREE, AFTER_NULL_TREE}) {
            int end = message.lastIndexOf(after);
            if (end > tree) {
                return message.substring(0, tree) + message.substring(end + 1);
            }
        }
        return message.substring(0, tree);
    }

    private static String before(String end, String text) {
        int there = text.indexOf(end);
        return there < 0 ? text : text.substring(0, there);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length) + "…";
    }
}

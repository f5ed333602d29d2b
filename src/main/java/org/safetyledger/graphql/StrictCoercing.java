package org.safetyledger.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.AstPrinter;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a value only in the form of its scalar, and the same from a literal, a variable and a default, whoever reads it
 * afterwards. Answers are written as the engine writes them.
 */
public final class StrictCoercing implements Coercing<Object, Object> {
    private final ScalarForm form;
    private final Coercing<?, ?> engine;

    public StrictCoercing(ScalarForm form, Coercing<?, ?> engine) {
        this.form = form;
        this.engine = engine;
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        Object value = form.read(input);
        if (value == null) {
            throw CoercingParseValueException.newCoercingParseValueException()
                    .message(message(input))
                    .extensions(extensions(input))
                    .build();
        }
        return value;
    }

    @Override
    public Object parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        Object input = plain(literal);
        Object value = form.read(input);
        if (value == null) {
            throw CoercingParseLiteralException.newCoercingParseLiteralException()
                    .message(message(input))
                    .extensions(extensions(input))
                    .build();
        }
        return value;
    }

    private static Object plain(Value<?> literal) {
        return switch (literal) {
            case StringValue text -> text.getValue();
            case IntValue number -> number.getValue();
            case FloatValue number -> number.getValue();
            case BooleanValue truth -> truth.isValue();
            default -> AstPrinter.printAstCompact(literal);
        };
    }

    private String message(Object input) {
        return "'" + Texts.shown(String.valueOf(input)) + "' is not " + form.description();
    }

    private Map<String, Object> extensions(Object input) {
        return Map.of(ScalarForm.EXPECTED, form.description(), ScalarForm.VALUE, Texts.shown(String.valueOf(input)));
    }

    @Override
    public @Nullable Object serialize(Object value, GraphQLContext context, Locale locale) {
        return engine.serialize(value, context, locale);
    }

    @Override
    public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
        return engine.valueToLiteral(value, context, locale);
    }
}

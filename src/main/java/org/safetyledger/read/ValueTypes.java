package org.safetyledger.read;

import graphql.parser.Parser;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeReference;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** The schema's types of values that have no table: enums, and records whose components are the fields. */
public final class ValueTypes {
    /** What the engine writes behind the description of a day or a time. */
    public static final String ISO_8601 = " (ISO-8601)";

    private static final Map<Class<?>, String> SCALARS = Map.of(
            String.class, "String",
            int.class, "Int",
            Integer.class, "Int",
            boolean.class, "Boolean",
            Double.class, "Float",
            LocalDate.class, "Date",
            OffsetDateTime.class, "DateTime");

    private ValueTypes() {}

    /** The name that the schema has for an enum or a record. */
    public static String name(Class<?> of) {
        Enum choice = of.getAnnotation(Enum.class);
        Type record = of.getAnnotation(Type.class);
        String given = choice != null ? choice.value() : record != null ? record.value() : "";
        return given.isEmpty() ? of.getSimpleName() : given;
    }

    /** The type, and through the consumer those of which it is made. */
    static GraphQLNamedType of(Class<?> of, Consumer<Class<?>> parts) {
        return of.isEnum() ? choice(of) : object(of, parts);
    }

    private static GraphQLEnumType choice(Class<?> of) {
        GraphQLEnumType.Builder type = GraphQLEnumType.newEnum().name(name(of)).description(description(of));
        for (Object constant : of.getEnumConstants()) {
            String name = ((java.lang.Enum<?>) constant).name();
            type.value(name, name, description(field(of, name)));
        }
        return type.build();
    }

    private static AnnotatedElement field(Class<?> of, String name) {
        try {
            return of.getField(name);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static GraphQLObjectType object(Class<?> of, Consumer<Class<?>> parts) {
        return GraphQLObjectType.newObject()
                .name(name(of))
                .description(description(of))
                .fields(Arrays.stream(of.getRecordComponents())
                        .map(component -> field(component, parts))
                        .toList())
                .build();
    }

    private static GraphQLFieldDefinition field(RecordComponent component, Consumer<Class<?>> parts) {
        // The annotations of the schema can stand on methods, not on components.
        AnnotatedElement annotated = component.getAccessor();
        String type = annotated.isAnnotationPresent(Id.class) ? "ID" : type(component.getAnnotatedType(), parts);
        boolean isTime = type.startsWith("Date");
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(component.getName())
                .description(description(annotated) + (isTime ? ISO_8601 : ""))
                .type(parsed(type + required(component.getAnnotatedType())))
                .build();
    }

    private static String type(AnnotatedType type, Consumer<Class<?>> parts) {
        if (type instanceof AnnotatedParameterizedType list) {
            AnnotatedType element = list.getAnnotatedActualTypeArguments()[0];
            return "[" + type(element, parts) + required(element) + "]";
        }
        Class<?> of = (Class<?>) type.getType();
        String scalar = SCALARS.get(of);
        if (scalar != null) {
            return scalar;
        }
        parts.accept(of);
        return name(of);
    }

    private static String required(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class) ? "" : "!";
    }

    static String description(AnnotatedElement of) {
        return Objects.requireNonNull(of.getAnnotation(Description.class), of::toString)
                .value();
    }

    /** A type as the schema writes it, by names that are looked up when the schema is put together. */
    static GraphQLOutputType parsed(String type) {
        return (GraphQLOutputType) wrapped(Parser.parseType(type));
    }

    static GraphQLType wrapped(graphql.language.Type<?> type) {
        return switch (type) {
            case graphql.language.NonNullType nonNull -> GraphQLNonNull.nonNull(wrapped(nonNull.getType()));
            case graphql.language.ListType list -> GraphQLList.list(wrapped(list.getType()));
            case graphql.language.TypeName named -> GraphQLTypeReference.typeRef(named.getName());
            default -> throw new IllegalArgumentException(String.valueOf(type));
        };
    }
}

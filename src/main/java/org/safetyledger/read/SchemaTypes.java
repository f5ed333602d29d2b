package org.safetyledger.read;

import graphql.Scalars;
import graphql.language.EnumValue;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safetyledger.graphql.UserError;

/** Adds to the engine's schema what the features declare: their types, lists and payloads, and the fields at the root. */
public final class SchemaTypes {
    private static final String QUERY = "Query";
    private static final String MUTATION = "Mutation";
    static final String USER_ERRORS = "userErrors";

    private final ReadTypes types;
    private final GraphQLSchema engine;
    private final Map<String, GraphQLNamedType> made = new LinkedHashMap<>();
    private final List<GraphQLFieldDefinition> commands = new ArrayList<>();
    private final GraphQLCodeRegistry.Builder code;

    private SchemaTypes(ReadTypes types, GraphQLSchema engine) {
        this.types = types;
        this.engine = engine;
        this.code = GraphQLCodeRegistry.newCodeRegistry(engine.getCodeRegistry());
    }

    static GraphQLSchema addTo(GraphQLSchema engine, ReadTypes types, List<SchemaPart> parts) {
        SchemaTypes schema = new SchemaTypes(types, engine);
        parts.forEach(part -> part.addTo(schema));
        return schema.build();
    }

    /** A mutation that answers with the payload of a type that is declared. The engine never runs it. */
    public void command(String name, String changes, String said, GraphQLArgument argument) {
        String payload = Objects.requireNonNull(types.named(changes).changed()).payload();
        commands.add(SchemaFields.field(name, payload, said).argument(argument).build());
    }

    private GraphQLSchema build() {
        code.defaultDataFetcher(environment -> SelectedReads.PART);
        List<GraphQLFieldDefinition> roots = new ArrayList<>(NodeFields.definitions());
        make(NodeFields.INTERFACE);
        make(PageTypes.INFO);
        make(UserError.class);
        for (ReadType type : types.all()) {
            make(object(type));
            type.parts().forEach(this::make);
            if (type.root() != null) {
                roots.add(rootObject(type, type.root()));
            }
            if (type.list() != null) {
                addList(type, type.list());
                roots.add(rootList(type, type.list()));
            }
            if (type.changed() != null) {
                addPayload(type, type.changed());
            }
        }
        Stream.of(Scalars.GraphQLInt, Scalars.GraphQLFloat, Scalars.GraphQLBoolean, Scalars.GraphQLID)
                .forEach(this::make);
        roots.forEach(
                root -> code.dataFetcher(FieldCoordinates.coordinates(QUERY, root.getName()), SelectedReads.ROOT));
        code.typeResolver(NodeFields.INTERFACE.getName(), NodeFields.RESOLVER);
        GraphQLObjectType query = Objects.requireNonNull(engine.getQueryType());
        addToViewer();
        roots.add(query.getFieldDefinition(ViewerField.ROOT)
                .transform(viewer -> viewer.type(GraphQLTypeReference.typeRef(ViewerField.TYPE))));
        return GraphQLSchema.newSchema(engine)
                .query(query.transform(fields -> roots.forEach(fields::field)))
                .mutation(GraphQLObjectType.newObject()
                        .name(MUTATION)
                        .fields(commands)
                        .build())
                .clearAdditionalTypes()
                .additionalTypes(Stream.concat(
                                engine.getAdditionalTypes().stream()
                                        .filter(type -> !(type instanceof GraphQLNamedType named
                                                && named.getName().equals(ViewerField.TYPE))),
                                made.values().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new)))
                .codeRegistry(code.build())
                .build();
    }

    /** The engine made it of a resolver's answer; what of it is read from tables has fetchers of its own. */
    private void addToViewer() {
        GraphQLObjectType viewer = Objects.requireNonNull(engine.getObjectType(ViewerField.TYPE));
        made.put(
                ViewerField.TYPE,
                viewer.transform(fields -> types.ofViewer().values().forEach(field -> {
                    fields.field(own(field));
                    code.dataFetcher(FieldCoordinates.coordinates(ViewerField.TYPE, field.name()), SelectedReads.OWN);
                })));
    }

    private GraphQLFieldDefinition own(ViewerField field) {
        ReadType type = field.type();
        return field.isList()
                ? SchemaFields.field(field.name(), type.name() + "Connection", field.description())
                        .arguments(arguments(type, type.requiredList(), true))
                        .build()
                : SchemaFields.field(field.name(), type.name(), field.description())
                        .build();
    }

    /** The engine has a type already where an input or a resolver of its own names it, too. */
    public void make(GraphQLNamedType type) {
        if (engine.getType(type.getName()) == null) {
            made.putIfAbsent(type.getName(), type);
        }
    }

    /** The type of an enum, or of a record whose components are its fields. */
    public void make(Class<?> part) {
        if (!made.containsKey(ValueTypes.name(part))) {
            make(ValueTypes.of(part, this::make));
        }
    }

    private GraphQLObjectType object(ReadType type) {
        GraphQLObjectType.Builder object = GraphQLObjectType.newObject()
                .name(type.name())
                .description(type.description())
                .fields(type.fields().values().stream().map(this::field).toList());
        if (type.node() != null) {
            object.withInterface(GraphQLTypeReference.typeRef(NodeFields.INTERFACE.getName()));
        }
        return object.build();
    }

    private GraphQLFieldDefinition field(ReadField field) {
        GraphQLFieldDefinition.Builder definition = SchemaFields.field(
                field.said().name(), field.said().type(), field.said().description());
        if (field instanceof ReadField.Children children) {
            ReadList list = types.named(children.target()).requiredList();
            definition.arguments(arguments(types.named(children.target()), list, false));
        }
        if (field instanceof ReadField.Derived derived) {
            derived.amounts().forEach(amount -> definition.argument(amount.argument()));
        }
        return definition.build();
    }

    private GraphQLFieldDefinition rootObject(ReadType type, Place.Root root) {
        String required = root.keys().size() == 1 ? "!" : "";
        GraphQLFieldDefinition.Builder field = SchemaFields.field(root.field(), type.name(), root.description());
        root.keys().stream()
                .flatMap(Place.Key::all)
                .forEach(key -> field.argument(
                        SchemaFields.argument(key.argument(), key.type() + required, key.description())));
        return field.build();
    }

    private GraphQLFieldDefinition rootList(ReadType type, ReadList list) {
        return SchemaFields.field(list.field(), type.name() + "Connection", list.description())
                .arguments(arguments(type, list, true))
                .build();
    }

    private List<GraphQLArgument> arguments(ReadType type, ReadList list, boolean atRoot) {
        List<GraphQLArgument> arguments = new ArrayList<>();
        arguments.add(SchemaFields.argument("first", "Int", "How many, 1 to 100.")
                .defaultValueProgrammatic(PageRequest.DEFAULT_SIZE)
                .build());
        arguments.add(SchemaFields.argument("after", "String", "Cursor behind which to go on.")
                .build());
        list.arguments().stream()
                .filter(filter -> atRoot || !filter.atRootOnly())
                .forEach(filter ->
                        arguments.add(SchemaFields.argument(filter.name(), filter.type(), filter.description())
                                .build()));
        if (!list.filters().isEmpty()) {
            arguments.add(SchemaFields.argument(ReadList.FILTER, filterName(type), "Which to list.")
                    .build());
        }
        if (list.orders().size() > 1) {
            String first = list.orders().getFirst().name();
            arguments.add(SchemaFields.argument(ReadList.ORDER_BY, orderName(type), "Order.")
                    .defaultValueLiteral(new EnumValue(first))
                    .build());
        }
        return arguments;
    }

    private void addList(ReadType type, ReadList list) {
        make(PageTypes.connection(type.name(), list.page(), !list.facets().isEmpty()));
        if (!list.facets().isEmpty()) {
            make(PageTypes.FACET_COUNT);
            make(PageTypes.facets(type.name(), list.facets()));
        }
        make(PageTypes.edge(type.name(), list.edge()));
        Stream.concat(list.arguments().stream(), list.filters().stream())
                .map(Filter::choice)
                .filter(Objects::nonNull)
                .forEach(this::make);
        if (!list.filters().isEmpty()) {
            make(filter(filterName(type), list));
        }
        if (list.orders().size() > 1) {
            make(orders(orderName(type), list));
        }
    }

    private static String filterName(ReadType type) {
        return type.name() + "Filter";
    }

    private static String orderName(ReadType type) {
        return type.name() + "Order";
    }

    private static GraphQLInputObjectType filter(String name, ReadList list) {
        return GraphQLInputObjectType.newInputObject()
                .name(name)
                .description(list.filterDescription())
                .fields(list.filters().stream()
                        .map(filter -> GraphQLInputObjectField.newInputObjectField()
                                .name(filter.name())
                                .type(SchemaFields.input(filter.type()))
                                .description(filter.description())
                                .build())
                        .toList())
                .build();
    }

    private static GraphQLEnumType orders(String name, ReadList list) {
        GraphQLEnumType.Builder type = GraphQLEnumType.newEnum().name(name).description(list.orderDescription());
        list.orders().forEach(order -> type.value(order.name(), order.name(), order.description()));
        return type.build();
    }

    private void addPayload(ReadType type, Place.Changed payload) {
        String name = payload.payload();
        make(GraphQLObjectType.newObject()
                .name(name)
                .description(payload.description())
                .field(SchemaFields.field(
                        payload.field(), type.name(), "The changed object; null when the command was refused."))
                .field(SchemaFields.field(
                        USER_ERRORS, "[UserError!]!", "Why the command was refused; empty when it was carried out."))
                .build());
    }
}

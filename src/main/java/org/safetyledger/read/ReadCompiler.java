package org.safetyledger.read;

import graphql.ExecutionInput;
import graphql.GraphQLContext;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeType;

/** Compiles a valid document to what it selects. */
@ApplicationScoped
class ReadCompiler {
    private final GraphQLSchema schema;
    private final ReadTypes types;
    private final int mostFields;
    private final int deepest;

    ReadCompiler(
            GraphQLSchema schema,
            ReadTypes types,
            @ConfigProperty(name = "quarkus.smallrye-graphql.instrumentation-query-complexity") int mostFields,
            @ConfigProperty(name = "quarkus.smallrye-graphql.instrumentation-query-depth") int deepest) {
        this.schema = schema;
        this.types = types;
        this.mostFields = mostFields;
        this.deepest = deepest;
    }

    /**
     * @param given the variables as they came: those that switch fields change what is selected
     * @throws RefusedDocument where the document is not valid, or larger than any may be
     */
    CompiledDocument compile(String text, @Nullable String operationName, Map<String, Object> given) {
        Document document = parsed(text);
        SelectedFields.requireAtMost(mostFields, document);
        List<ValidationError> faults = ParseAndValidate.validate(schema, document, Locale.ENGLISH);
        if (!faults.isEmpty()) {
            throw new RefusedDocument.Invalid(faults);
        }
        Switches switches = Switches.of(document);
        switches.requireNoneNull(given);
        OperationDefinition operation =
                RefusedDocument.orInvalid(() -> NodeUtil.getOperation(document, operationName).operationDefinition);
        CoercedVariables coerced = coerced(operation.getVariableDefinitions(), given);
        ExecutableNormalizedOperation normalized = RefusedDocument.orInvalid(
                () -> ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                        schema, document, operationName, coerced));
        List<ExecutableNormalizedField> fields = normalized.getTopLevelFields();
        boolean isQuery = operation.getOperation() == OperationDefinition.Operation.QUERY;
        CompiledDocument compiled = new CompiledDocument(
                operation.getVariableDefinitions(),
                switches,
                DocumentBound.of(schema, types, fields),
                !isQuery,
                fields.stream().map(isQuery ? this::root : this::command).toList());
        Neighbours.requireFew(compiled.roots());
        if (isQuery && !compiled.isRead()) {
            // The engine, which runs it, looks at its depth.
            return compiled;
        }
        requireDepth(normalized.getOperationDepth());
        return compiled;
    }

    /**
     * The variables as the schema's types take them, defaults put in.
     *
     * @throws RefusedDocument.Invalid where one is missing or has a value that its type does not take
     */
    CoercedVariables coerced(List<VariableDefinition> defined, Map<String, Object> given) {
        return RefusedDocument.orInvalid(() -> ValuesResolver.coerceVariableValues(
                schema, defined, RawVariables.of(given), GraphQLContext.getDefault(), Locale.ENGLISH));
    }

    private static Document parsed(String text) {
        WordLengths.requireModest(text);
        ParseAndValidateResult result = ParseAndValidate.parse(
                ExecutionInput.newExecutionInput(text).locale(Locale.ENGLISH).build());
        if (!result.isFailure()) {
            return result.getDocument();
        }
        InvalidSyntaxException refusal = result.getSyntaxException();
        boolean excessive = refusal instanceof ParseCancelledException
                || refusal instanceof ParseCancelledTooDeepException
                || refusal instanceof ParseCancelledTooManyCharsException;
        throw excessive
                ? new RefusedDocument.BeyondLimits(String.valueOf(refusal.getMessage()))
                : new RefusedDocument.Invalid(result.getErrors());
    }

    private void requireDepth(int depth) {
        if (depth > deepest) {
            throw new RefusedDocument.BeyondLimits(
                    "Its fields lie %d deep, at most %d are allowed".formatted(depth, deepest));
        }
    }

    private Selection root(ExecutableNormalizedField field) {
        String name = field.getFieldName();
        String key = field.getResultKey();
        if (name.equals("__typename")) {
            return new Selection.TypeName(key, "Query");
        }
        if (name.equals(NodeFields.ONE) || name.equals(NodeFields.MANY)) {
            return new Selection.RootNodes(key, name.equals(NodeFields.MANY), arguments(field), ofEachType(field));
        }
        ReadType type = types.ofRoot(name);
        if (type == null) {
            return new Selection.Resolved(key, name.equals(ViewerField.ROOT) ? ownParts(field) : List.of());
        }
        ReadList list = type.list();
        return list != null && list.field().equals(name)
                ? new Selection.RootMany(key, list, arguments(field), page(type, field))
                : new Selection.RootOne(
                        key, Objects.requireNonNull(type.root()), arguments(field), fields(type, field));
    }

    /** What of the viewer is read from tables. */
    private List<Selection> ownParts(ExecutableNormalizedField viewer) {
        return viewer.getChildren().stream()
                .filter(child -> types.ofViewer().containsKey(child.getFieldName()))
                .<Selection>map(this::own)
                .toList();
    }

    private Selection own(ExecutableNormalizedField field) {
        ViewerField own = Objects.requireNonNull(types.ofViewer().get(field.getFieldName()));
        String key = field.getResultKey();
        return own.isList()
                ? new Selection.OwnMany(key, own, arguments(field), page(own.type(), field))
                : new Selection.OwnOne(key, own, fields(own.type(), field));
    }

    /** What is selected of an object by its node id, whose type is not known yet. */
    private Map<NodeType, Selection.Fields> ofEachType(ExecutableNormalizedField field) {
        Map<NodeType, Selection.Fields> fields = new EnumMap<>(NodeType.class);
        types.nodes().forEach((node, type) -> fields.put(node, fields(type, field)));
        return fields;
    }

    private Selection command(ExecutableNormalizedField field) {
        return field.getFieldName().equals("__typename")
                ? new Selection.TypeName(field.getResultKey(), "Mutation")
                : new Selection.Command(
                        field.getResultKey(),
                        field.getFieldName(),
                        arguments(field),
                        field.getChildren().stream().map(this::payload).toList());
    }

    private Selection payload(ExecutableNormalizedField field) {
        String payload = field.getSingleObjectTypeName();
        String key = field.getResultKey();
        return switch (field.getFieldName()) {
            case "__typename" -> new Selection.TypeName(key, payload);
            case SchemaTypes.USER_ERRORS -> new Selection.UserErrors(key, properties(field));
            default -> new Selection.Changed(key, fields(types.ofPayload(payload), field));
        };
    }

    private Selection.Arguments arguments(ExecutableNormalizedField field) {
        return new Selection.Arguments(
                field.getFieldDefinitions(schema).getFirst().getArguments(), field.getAstArguments());
    }

    private Selection.Fields fields(ReadType type, ExecutableNormalizedField field) {
        return new Selection.Fields(
                type,
                field.getChildren().stream()
                        .filter(child -> child.getObjectTypeNames().contains(type.name()))
                        .map(child -> part(type, child))
                        .toList());
    }

    private Selection part(ReadType type, ExecutableNormalizedField field) {
        String key = field.getResultKey();
        if (field.getFieldName().equals("__typename")) {
            return new Selection.TypeName(key, type.name());
        }
        return switch (Objects.requireNonNull(type.fields().get(field.getFieldName()))) {
            case ReadField.Column column -> new Selection.Value(key, column);
            case ReadField.Derived derived -> new Selection.Derived(key, derived, arguments(field), properties(field));
            case ReadField.Reference reference ->
                new Selection.Single(key, reference, fields(types.named(reference.target()), field));
            case ReadField.Members members ->
                new Selection.All(key, members, fields(types.named(members.target()), field));
            case ReadField.Children children ->
                new Selection.Many(key, children, arguments(field), page(types.named(children.target()), field));
        };
    }

    private List<Selection.Property> properties(ExecutableNormalizedField field) {
        return field.getChildren().stream().map(this::property).toList();
    }

    private Selection.Property property(ExecutableNormalizedField field) {
        String type = field.getSingleObjectTypeName();
        return new Selection.Property(
                field.getResultKey(),
                field.getFieldName(),
                type,
                types.resolved(type, field.getFieldName()).orElse(1),
                properties(field));
    }

    private Selection.Page page(ReadType type, ExecutableNormalizedField field) {
        List<Selection> parts = field.getChildren().stream()
                .<Selection>map(child -> switch (child.getFieldName()) {
                    case "nodes" -> new Selection.Nodes(child.getResultKey(), fields(type, child));
                    case "edges" ->
                        new Selection.Edges(
                                child.getResultKey(),
                                child.getChildren().stream()
                                        .map(part -> edge(type, part))
                                        .toList());
                    case "pageInfo" ->
                        new Selection.PageInfo(
                                child.getResultKey(),
                                child.getChildren().stream()
                                        .map(ReadCompiler::pageInfo)
                                        .toList());
                    case "totalCount" -> new Selection.TotalCount(child.getResultKey());
                    case "totalCountExact" -> new Selection.TotalCountExact(child.getResultKey());
                    case "facets" ->
                        new Selection.FacetCounts(
                                child.getResultKey(),
                                child.getChildren().stream().map(this::facet).toList());
                    default -> new Selection.TypeName(child.getResultKey(), type.name() + "Connection");
                })
                .toList();
        return Selection.Page.of(type, parts);
    }

    private Selection facet(ExecutableNormalizedField field) {
        return field.getFieldName().equals("__typename")
                ? new Selection.TypeName(field.getResultKey(), field.getSingleObjectTypeName())
                : new Selection.FacetCount(field.getResultKey(), field.getFieldName(), properties(field));
    }

    private Selection edge(ReadType type, ExecutableNormalizedField field) {
        return switch (field.getFieldName()) {
            case "node" -> new Selection.EdgeNode(field.getResultKey(), fields(type, field));
            case "cursor" -> new Selection.Cursor(field.getResultKey());
            default -> new Selection.TypeName(field.getResultKey(), type.name() + "Edge");
        };
    }

    private static Selection pageInfo(ExecutableNormalizedField field) {
        return field.getFieldName().equals("__typename")
                ? new Selection.TypeName(field.getResultKey(), "PageInfo")
                : new Selection.PageInfoValue(field.getResultKey(), field.getFieldName());
    }
}

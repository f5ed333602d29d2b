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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Compiles a valid document to what it selects, as far as it is a query that need not be left to the engine. */
@ApplicationScoped
class ReadCompiler {
    /** Within these, a document is far from the engine's limits; beyond, the engine decides. */
    private static final int FIELDS = 500;

    private static final int DEPTH = 12;
    private static final int NESTED_LISTS = 2;

    private static final Logger LOG = Logger.getLogger(ReadCompiler.class);

    private final GraphQLSchema schema;
    private final ReadTypes types;
    private final int mostFields;

    ReadCompiler(
            GraphQLSchema schema,
            ReadTypes types,
            @ConfigProperty(name = "quarkus.smallrye-graphql.instrumentation-query-complexity") int mostFields) {
        this.schema = schema;
        this.types = types;
        this.mostFields = mostFields;
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
        OperationDefinition operation = NodeUtil.getOperation(document, operationName).operationDefinition;
        CoercedVariables coerced = coerced(operation.getVariableDefinitions(), given);
        ExecutableNormalizedOperation normalized =
                ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                        schema, document, operationName, coerced);
        return new CompiledDocument(
                operation.getVariableDefinitions(),
                switches,
                DocumentBound.of(schema, types, normalized.getTopLevelFields()),
                read(operation, normalized));
    }

    /** The variables as the schema's types take them, defaults put in. */
    CoercedVariables coerced(List<VariableDefinition> defined, Map<String, Object> given) {
        return ValuesResolver.coerceVariableValues(
                schema, defined, RawVariables.of(given), GraphQLContext.getDefault(), Locale.ROOT);
    }

    private static Document parsed(String text) {
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

    private Optional<CompiledRead> read(OperationDefinition operation, ExecutableNormalizedOperation normalized) {
        if (operation.getOperation() != OperationDefinition.Operation.QUERY
                || normalized.getOperationFieldCount() > FIELDS
                || normalized.getOperationDepth() > DEPTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CompiledRead(
                    normalized.getTopLevelFields().stream().map(this::root).toList()));
        } catch (Unreadable left) {
            LOG.debug("Left to the engine", left);
            return Optional.empty();
        }
    }

    private Selection root(ExecutableNormalizedField field) {
        if (field.getFieldName().equals("__typename")) {
            return new Selection.TypeName(field.getResultKey(), "Query");
        }
        ReadType type = types.ofRoot(field.getFieldName());
        if (type == null) {
            throw new Unreadable(field.getFieldName());
        }
        ReadType.RootList list = type.rootList();
        if (list != null && list.field().equals(field.getFieldName())) {
            return new Selection.RootMany(field.getResultKey(), list, arguments(field), page(type, field, 0));
        }
        ReadType.RootObject object = type.rootObject();
        if (object == null) {
            throw new Unreadable(field.getFieldName());
        }
        return new Selection.RootOne(field.getResultKey(), object, arguments(field), fields(type, field, 0));
    }

    private Selection.Arguments arguments(ExecutableNormalizedField field) {
        return new Selection.Arguments(
                field.getFieldDefinitions(schema).getFirst().getArguments(), field.getAstArguments());
    }

    private Selection.Fields fields(ReadType type, ExecutableNormalizedField field, int lists) {
        return new Selection.Fields(
                type,
                field.getChildren().stream()
                        .map(child -> part(type, child, lists))
                        .toList());
    }

    private Selection part(ReadType type, ExecutableNormalizedField field, int lists) {
        String name = field.getFieldName();
        if (name.equals("__typename")) {
            return new Selection.TypeName(field.getResultKey(), type.name());
        }
        ReadType.Column column = type.columns().get(name);
        if (column != null) {
            return new Selection.Value(field.getResultKey(), column);
        }
        ReadType.Derived derived = type.derived().get(name);
        if (derived != null) {
            return new Selection.Derived(field.getResultKey(), derived, properties(field));
        }
        ReadType.Reference reference = type.references().get(name);
        if (reference != null) {
            return new Selection.Single(
                    field.getResultKey(), reference, fields(types.named(reference.type()), field, lists));
        }
        ReadType.Members members = type.members().get(name);
        if (members != null) {
            return new Selection.All(field.getResultKey(), members, fields(types.named(members.type()), field, lists));
        }
        ReadType.Children children = type.children().get(name);
        if (children == null || lists == NESTED_LISTS) {
            throw new Unreadable(type.name() + "." + name);
        }
        return new Selection.Many(
                field.getResultKey(), children, arguments(field), page(types.named(children.type()), field, lists + 1));
    }

    private static List<Selection.Property> properties(ExecutableNormalizedField field) {
        return field.getChildren().stream()
                .map(child -> new Selection.Property(
                        child.getResultKey(), child.getFieldName(), child.getSingleObjectTypeName(), properties(child)))
                .toList();
    }

    private Selection.Page page(ReadType type, ExecutableNormalizedField field, int lists) {
        List<Selection> parts = field.getChildren().stream()
                .<Selection>map(child -> switch (child.getFieldName()) {
                    case "nodes" -> new Selection.Nodes(child.getResultKey(), fields(type, child, lists));
                    case "edges" ->
                        new Selection.Edges(
                                child.getResultKey(),
                                child.getChildren().stream()
                                        .map(part -> edge(type, part, lists))
                                        .toList());
                    case "pageInfo" ->
                        new Selection.PageInfo(
                                child.getResultKey(),
                                child.getChildren().stream()
                                        .map(ReadCompiler::pageInfo)
                                        .toList());
                    case "totalCount" -> new Selection.TotalCount(child.getResultKey());
                    default -> new Selection.TypeName(child.getResultKey(), type.name() + "Connection");
                })
                .toList();
        return Selection.Page.of(type, parts);
    }

    private Selection edge(ReadType type, ExecutableNormalizedField field, int lists) {
        return switch (field.getFieldName()) {
            case "node" -> new Selection.EdgeNode(field.getResultKey(), fields(type, field, lists));
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

package org.safetyledger.graphql.http;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.ReadScope;
import org.safetyledger.access.Side;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;

/**
 * Answers a query in the plainest way that there is: the engine goes from field to field, and each object and list is a
 * statement of its own. It shares nothing with what it is compared with but the schema and the policies of the database.
 */
final class PlainReader {
    /** Stands for each cursor. */
    static final String CURSOR = "(cursor)";

    private static final Map<String, String> TABLES = Map.of("Jurisdiction", "division");

    /** Types whose ids begin with another word than their name. */
    private static final Map<String, NodeType> IDS = Map.ofEntries(
            entry("RectificationTask", NodeType.TASK),
            entry("ResponsibilityAssignment", NodeType.RESPONSIBILITY),
            entry("ChecklistItem", NodeType.ITEM),
            entry("DeadlineExtension", NodeType.EXTENSION),
            entry("BulletinDelivery", NodeType.DELIVERY));

    /** Columns that are not named as their field. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            entry("Hazard.category", "category_code"),
            entry("Hazard.industry", "industry_code"),
            entry("Enterprise.industry", "industry_code"),
            entry("ResponsibilityAssignment.industry", "industry_code"),
            entry("RegulatorDecision.industry", "industry_code"),
            entry("UndeterminedRegulator.industry", "industry_code"),
            entry("VenueType.provenance", "evidence"),
            entry("DutyRule.provenance", "evidence"),
            entry("ChecklistItem.category", "category_code"),
            entry("Campaign.targetJurisdictions", "target_divisions"),
            entry("CampaignGroup.targetJurisdictions", "target_divisions"),
            entry("Evidence.sha256", "sha256"),
            entry("JudgementStandard.provenance", "evidence"),
            entry("JudgementClause.provenance", "evidence"),
            entry("JudgementClause.number", "clause"),
            entry("JudgementClause.text", "summary"),
            entry("DeadlineRule.provenance", "evidence"),
            entry("LimitRule.provenance", "evidence"),
            entry("EscalationRule.provenance", "evidence"));

    /** Columns that hold another object's code where the field's name does not tell. */
    private static final Map<String, String> CODES = Map.ofEntries(
            entry("Jurisdiction.parent", "parent_code"),
            entry("Industry.parent", "parent_code"),
            entry("BulletinDelivery.department", "department_code"),
            entry("ResponsibilityAssignment.holderDepartment", "department_code"),
            entry("RegulatorDecision.department", "department_code"),
            entry("Post.department", "department_code"),
            entry("CampaignGroupMember.department", "department_code"),
            entry("DutyPerformance.duty", "duty_code"),
            entry("SupervisionVisit.office", "office"),
            entry("SupervisionVisit.targetJurisdiction", "target_division"),
            entry("SupervisionVisit.targetDepartment", "target_department"),
            entry("SupervisionItem.office", "office"),
            entry("SupervisionItem.addresseeJurisdiction", "addressee_division"),
            entry("SupervisionItem.addresseeDepartment", "addressee_department"),
            entry("Directive.office", "office"),
            entry("DirectiveItem.office", "office"),
            entry("DirectiveItem.leadJurisdiction", "division_code"),
            entry("DirectiveItem.leadDepartment", "lead_department"),
            entry("DirectiveResponse.jurisdiction", "authority_division"),
            entry("DirectiveResponse.department", "authority_department"),
            entry("JudgementClause.standard", "standard_code"),
            entry("ReportedObject.responsibleJurisdiction", "responsible_division"),
            entry("ReportedObject.inspection", "object_id"),
            entry("ReportedObject.finding", "object_id"),
            entry("ReportedObject.hazard", "object_id"),
            entry("ReportedObject.rectificationTask", "object_id"),
            entry("ReportedObject.paper", "object_id"),
            entry("ReportedObject.supervisionItem", "object_id"),
            entry("ReportedObject.directiveItem", "object_id"),
            entry("Evidence.damage", "id"),
            entry("Comment.rectificationTask", "task_id"),
            entry("HazardTransfer.fromJurisdiction", "from_division"),
            entry("HazardTransfer.fromDepartment", "from_department"),
            entry("HazardTransfer.toJurisdiction", "to_division"),
            entry("HazardTransfer.toDepartment", "to_department"),
            entry("HazardTransfer.handlerJurisdiction", "handler_division"),
            entry("HazardTransfer.handlerDepartment", "handler_department"));

    /** Lists of what a list of codes stands for, by the column of the codes. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            entry("Campaign.targetJurisdictionLabels", "target_divisions"),
            entry("CampaignGroup.targetJurisdictionLabels", "target_divisions"),
            entry("Campaign.industryLabels", "industries"),
            entry("DailyReport.missingJurisdictions", "missing"),
            entry("Department.industryLabels", "industries"),
            entry("Department.matterLabels", "matters"),
            entry("Department.venueLabels", "venues"),
            entry("DutyPerformance.evidence", "evidence_ids"),
            entry("JudgementStandard.categoryLabels", "categories"));

    /** Lists without pages, by the column that leads to the parent and the order. */
    private static final Map<String, String> MEMBERS = Map.ofEntries(
            entry("Jurisdiction.children", "parent_code code"),
            entry("Jurisdiction.departments", "division_code code"),
            entry("Inspection.officers", "inspection_id name, person_id"),
            entry("Inspection.findings", "inspection_id recorded_at, id"),
            entry("Inspection.recusals", "inspection_id asked_at, person_id"),
            entry("Checklist.items", "checklist_id number"),
            entry("Paper.problems", "paper_id number"),
            entry("Paper.things", "paper_id number"),
            entry("Site.units", "site_id valid_from, id"),
            entry("Site.mainUnits", "site_id valid_from, id"),
            entry("CampaignGroup.members", "group_id joined_at, id"),
            entry("SupervisionVisit.findings", "supervision_visit_id recorded_at, id"),
            entry("DirectiveItem.responses", "directive_item_id responded_at, id"),
            entry("RectificationTask.extensions", "task_id requested_at, id"),
            entry("Draw.visits", "draw_id number"),
            entry("EvidenceReel.entries", "arrangement_id position"));

    /** The order of lists that have only one. */
    private static final Map<String, String> ORDERS = Map.ofEntries(
            entry("Evidence", "received_at desc, id desc"),
            entry("Campaign", "starts_on desc, id desc"),
            entry("CampaignGroup", "starts_on desc, id desc"),
            entry("Checklist", "code, version"),
            entry("Enterprise", "name, id"),
            entry("Person", "name, id"),
            entry("ResponsibilityAssignment", "valid_from, id"),
            entry("RegulatorDecision", "valid_from desc, id desc"),
            entry("UndeterminedRegulator", "entered_at, id"),
            entry("Post", "code, id"),
            entry("DutyPerformance", "performed_on desc, id desc"),
            entry("Site", "registered_at desc, id desc"),
            entry("JudgementClause", "standard_code, position, clause"),
            entry("Bulletin", "drafted_at desc, id desc"),
            entry("BulletinDelivery", "sent_at desc, id desc"),
            entry("DailyReport", "day desc, id desc"),
            entry("ReportedObject", "figure, id"),
            entry("CalendarDay", "day"),
            entry("RuleChange", "changed_at desc, id desc"),
            entry("LadderChange", "changed_at desc, id desc"),
            entry("DeadlineClock", "due_at, id"),
            entry("DeadlineEvent", "reached_at desc, id desc"),
            entry("Urge", "urged_at desc, id desc"),
            entry("EnterprisePost", "kept_at desc, id desc"),
            entry("PostCheck", "due_until, id"),
            entry("PostCheckRecord", "period_from desc, id desc"),
            entry("QuickReport", "reported_at desc, id desc"),
            entry("InternalRewards", "year desc, id desc"),
            entry("SupervisionVisit", "planned_on desc, id desc"),
            entry("CampaignDuty", "day desc, id desc"),
            entry("Directive", "held_on desc, id desc"),
            entry("CheckPlan", "drafted_at desc, id desc"),
            entry("VisitEdition", "published_at desc, id desc"),
            entry("Draw", "announced_at desc, id desc"),
            entry("EvidenceReel", "meeting_on desc, id desc"),
            entry("DrawCandidate", "number, id"),
            entry("LookBack", "announced_at desc, id desc"),
            entry("LookBackCandidate", "number, id"),
            entry("LookBackCheck", "drawn_at desc, id desc"),
            entry("Paper", "issued_at desc, id desc"),
            entry("HazardTransfer", "sent_at desc, id desc"));

    private static final Set<String> OF_PAGES = Set.of("first", "after", "filter", "orderBy");

    private static final Set<String> OF_CODES = Set.of(
            "Jurisdiction",
            "Department",
            "HazardCategory",
            "Industry",
            "KeySector",
            "Matter",
            "VenueType",
            "DutyRule",
            "JudgementStandard",
            "DeadlineRule",
            "LimitRule",
            "EscalationRule");

    private static final Map<String, Permission> LISTS = Map.ofEntries(
            entry("EnterprisePost", Permission.READ_POSTS),
            entry("PostCheck", Permission.READ_POSTS),
            entry("PostCheckRecord", Permission.READ_POSTS),
            entry("QuickReport", Permission.READ_POSTS),
            entry("InternalRewards", Permission.READ_REWARDS),
            entry("Inspection", Permission.READ_INSPECTIONS),
            entry("Paper", Permission.READ_PAPERS),
            entry("Campaign", Permission.READ_CAMPAIGNS),
            entry("CampaignGroup", Permission.READ_CAMPAIGNS),
            entry("ResponsibilityAssignment", Permission.READ_RESPONSIBILITIES),
            entry("Post", Permission.READ_RESPONSIBILITIES),
            entry("DutyPerformance", Permission.READ_DUTIES),
            entry("UndeterminedRegulator", Permission.READ_RESPONSIBILITY_GAPS),
            entry("SupervisionVisit", Permission.READ_SUPERVISION),
            entry("DailyReport", Permission.READ_DAILY_REPORTS),
            entry("ReportedObject", Permission.READ_DAILY_REPORTS),
            entry("SupervisionItem", Permission.READ_SUPERVISION),
            entry("Directive", Permission.READ_DIRECTIVES),
            entry("DirectiveItem", Permission.READ_DIRECTIVES),
            entry("CampaignDuty", Permission.READ_CAMPAIGNS),
            entry("CheckPlan", Permission.READ_CHECK_PLANS),
            entry("VisitEdition", Permission.READ_VISIT_EDITIONS),
            entry("Draw", Permission.READ_DRAWS),
            entry("DrawCandidate", Permission.READ_DRAWS),
            entry("LookBack", Permission.READ_DRAWS),
            entry("LookBackCandidate", Permission.READ_DRAWS),
            entry("LookBackCheck", Permission.READ_DRAWS),
            entry("EvidenceReel", Permission.READ_REELS),
            entry("DeadlineClock", Permission.READ_DEADLINES),
            entry("DeadlineEvent", Permission.READ_DEADLINES),
            entry("Urge", Permission.READ_DEADLINES),
            entry("HazardTransfer", Permission.READ_TRANSFERS),
            entry("OffSiteCheck", Permission.READ_OFF_SITE_CHECKS),
            entry("Comment", Permission.READ_COMMENTS));

    private final GraphQL engine;
    private final Connection connection;
    private final Caller caller;
    private final ObjectMapper mapper;
    private final Map<String, BiFunction<JsonNode, Caller, @Nullable Object>> workedOut;
    private final List<Throwable> failures = new ArrayList<>();

    /** What the caller may not ask for: an error at its place. */
    private static final class Forbidden extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Row(String type, JsonNode columns) {}

    private record Page(List<Row> rows, boolean hasNext, String count) {}

    /** @param workedOut values of fields that no column holds, by type and field */
    PlainReader(
            GraphQL engine,
            Connection connection,
            Caller caller,
            ObjectMapper mapper,
            Map<String, BiFunction<JsonNode, Caller, @Nullable Object>> workedOut) {
        this.connection = connection;
        this.caller = caller;
        this.mapper = mapper;
        this.workedOut = workedOut;
        this.engine = engine;
    }

    /** An engine for any number of readers: to change the schema for each takes longer than they do. */
    static GraphQL engine(GraphQLSchema schema) {
        return GraphQL.newGraphQL(schema.transform(changed -> changed.codeRegistry(GraphQLCodeRegistry.newCodeRegistry()
                        .defaultDataFetcher(
                                _ -> environment -> reader(environment).fetch(environment))
                        .typeResolver(
                                "Node",
                                environment ->
                                        environment.getSchema().getObjectType(((Row) environment.getObject()).type()))
                        .build())))
                .defaultDataFetcherExceptionHandler(
                        failure -> reader(failure.getDataFetchingEnvironment()).failed(failure))
                .build();
    }

    private static PlainReader reader(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getGraphQlContext().<PlainReader>get(PlainReader.class));
    }

    /** The data, in a transaction that has the caller's scope. */
    JsonNode answer(String document, Map<String, Object> variables, ReadScope scope) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement entering = connection.prepareStatement(scope.statement(caller, "select ?"))) {
            entering.setObject(scope.bind(entering, caller), ReadScope.text(""));
            entering.execute();
            JsonNode answer = mapper.valueToTree(engine.execute(ExecutionInput.newExecutionInput(document)
                            .variables(variables)
                            .graphQLContext(context -> context.of(PlainReader.class, this))
                            .build())
                    .toSpecification());
            if (!failures.isEmpty()) {
                throw new IllegalStateException(
                        "What the plain reader is not told of a type it takes by its names: tell it in the maps at its"
                                + " head (of what is worked out, in WorkedOut). It was asked " + document,
                        failures.getFirst());
            }
            return answer;
        } finally {
            connection.rollback();
        }
    }

    /** An error at its place; what the caller is not refused is kept, because the engine would go on without it. */
    private CompletableFuture<DataFetcherExceptionHandlerResult> failed(DataFetcherExceptionHandlerParameters failure) {
        if (!(failure.getException() instanceof Forbidden)) {
            failures.add(failure.getException());
        }
        GraphQLError error = GraphqlErrorBuilder.newError(failure.getDataFetchingEnvironment())
                .message(String.valueOf(failure.getException()))
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    private @Nullable Object fetch(DataFetchingEnvironment environment) throws Exception {
        GraphQLFieldDefinition field = environment.getFieldDefinition();
        GraphQLNamedType target = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
        Object source = environment.getSource();
        return switch (source) {
            case null -> root(environment, target.getName());
            case Page page -> ofPage(page, field.getName());
            case Row row
            when environment.getParentType() instanceof GraphQLObjectType edge
                    && edge.getName().endsWith("Edge") -> field.getName().equals("node") ? row : CURSOR;
            case Row row -> ofRow(row, environment, target);
            case Map<?, ?> value -> value.get(field.getName());
            default -> throw new IllegalStateException(field.getName());
        };
    }

    private @Nullable Object root(DataFetchingEnvironment environment, String type) throws Exception {
        if (type.endsWith("Connection")) {
            return page(environment, "true", type);
        }
        Map<String, Object> arguments = environment.getArguments();
        if (arguments.get("ids") instanceof List<?> ids) {
            List<@Nullable Object> nodes = new ArrayList<>();
            for (Object id : ids) {
                nodes.add(node(id.toString()));
            }
            return nodes;
        }
        if (!caller.may(LISTS.getOrDefault(type, Permission.READ))) {
            throw new Forbidden();
        }
        return arguments.containsKey("code")
                ? one(type, "code", String.valueOf(arguments.get("code")))
                : node(String.valueOf(arguments.get("id")));
    }

    private @Nullable Row node(String id) throws SQLException {
        NodeId node = NodeId.parse(id).orElseThrow();
        String name = typeOf(node.type());
        return caller.may(LISTS.getOrDefault(name, Permission.READ))
                ? one(name, "id", node.uuid().toString())
                : null;
    }

    /** The constant of a type's ids, which is called like the type. */
    static NodeType nodeType(String type) {
        String constant = snake(type).toUpperCase(Locale.ROOT);
        return IDS.containsKey(type)
                ? IDS.get(type)
                : Stream.of(NodeType.values())
                        .filter(node -> node.name().equals(constant))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "Call the NodeType of " + type + " " + constant + ", or name it in PlainReader.IDS"));
    }

    private static String typeOf(NodeType node) {
        return IDS.entrySet().stream()
                .filter(one -> one.getValue() == node)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> camel(node.name()));
    }

    private static Object ofPage(Page page, String field) {
        return switch (field) {
            case "nodes", "edges" -> page.rows();
            case "totalCount" -> Integer.parseInt(page.count());
            default -> {
                Map<String, Object> info =
                        new HashMap<>(Map.of("hasNextPage", page.hasNext(), "hasPreviousPage", false));
                if (!page.rows().isEmpty()) {
                    info.put("startCursor", CURSOR);
                    info.put("endCursor", CURSOR);
                }
                yield info;
            }
        };
    }

    private @Nullable Object ofRow(Row row, DataFetchingEnvironment environment, GraphQLNamedType target)
            throws Exception {
        String name = environment.getFieldDefinition().getName();
        String path = row.type() + "." + name;
        if (workedOut.containsKey(path)) {
            return workedOut.get(path).apply(row.columns(), caller);
        }
        if (target.getName().endsWith("Connection")) {
            String column = row.type().equals("RectificationTask") ? "task_id" : table(row.type()) + "_id";
            if (path.equals("Post.duties")) {
                return page(environment, "t.post_kind = '" + text(row, "kind") + "'", target.getName());
            }
            if (row.type().equals("Jurisdiction")) {
                return page(environment, "t.division_code = '" + text(row, "code") + "'", target.getName());
            }
            return page(environment, "t." + column + " = '" + text(row, "id") + "'", target.getName());
        }
        if (MEMBERS.containsKey(path)) {
            String[] how = MEMBERS.get(path).split(" ", 2);
            String key = how[0].equals("arrangement_id") ? how[0] : how[0].endsWith("_id") ? "id" : "code";
            return rows(target.getName(), "t." + how[0] + " = '" + text(row, key) + "' order by " + how[1]);
        }
        if (LABELS.containsKey(path)) {
            List<String> codes = new ArrayList<>();
            row.columns().path(LABELS.get(path)).forEach(code -> codes.add(code.asText()));
            String key = LABELS.get(path).endsWith("_ids") ? "id" : "code";
            return rows(target.getName(), "t." + key + " = any('{" + String.join(",", codes) + "}') order by " + key);
        }
        if (path.equals("Hazard.judgementClauseLabel")) {
            return clause(text(row, "judgement_standard"), text(row, "judgement_clause"));
        }
        if (target instanceof GraphQLObjectType) {
            return reference(row, name, path, target.getName());
        }
        return scalar(row, name, path);
    }

    private @Nullable Row clause(@Nullable String standard, @Nullable String clause) throws SQLException {
        List<Row> rows =
                rows("JudgementClause", "t.standard_code = '" + standard + "' and t.clause = '" + clause + "'");
        return rows.isEmpty() ? null : rows.getFirst();
    }

    private @Nullable Row reference(Row row, String name, String path, String type) throws SQLException {
        Permission needed = LISTS.get(type);
        if (needed != null && !caller.may(needed)) {
            return null;
        }
        String column = CODES.getOrDefault(
                path,
                name.endsWith("Label")
                        ? columnOf(row.type() + "." + name.replace("Label", ""))
                        : type.equals("Jurisdiction") ? "division_code" : snake(name) + "_id");
        String key = text(row, column);
        String of = type.equals("EvidenceDamage") ? "evidence_id" : "id";
        return key == null ? null : one(type, OF_CODES.contains(type) ? "code" : of, key);
    }

    private static String columnOf(String path) {
        return COLUMNS.getOrDefault(path, snake(path.substring(path.indexOf('.') + 1)));
    }

    private @Nullable Object scalar(Row row, String name, String path) {
        if (name.equals("id")) {
            return NodeId.text(nodeType(row.type()), UUID.fromString(String.valueOf(text(row, "id"))));
        }
        JsonNode value = row.columns().path(columnOf(path));
        if (value.isMissingNode()) {
            throw new IllegalStateException("No column for " + path + ": name it in PlainReader.COLUMNS or WorkedOut");
        }
        return value.isNull() ? null : mapper.convertValue(value, Object.class);
    }

    private Page page(DataFetchingEnvironment environment, String parent, String connectionType) throws Exception {
        String type = connectionType.substring(0, connectionType.length() - "Connection".length());
        Permission needed = LISTS.getOrDefault(type, Permission.READ);
        if (!caller.may(needed)) {
            throw new Forbidden();
        }
        int first = environment.getArgument("first");
        Map<String, Object> conditions = new HashMap<>(environment.getArgumentOrDefault("filter", Map.of()));
        environment.getArguments().forEach((name, value) -> {
            if (!OF_PAGES.contains(name)) {
                conditions.put(name, value);
            }
        });
        String where = parent + " and " + filter(type, conditions);
        String order = order(type, environment.getArgument("orderBy"));
        List<Row> rows = rows(type, where + " order by " + order + " limit " + (first + 1));
        return new Page(
                rows.subList(0, Math.min(first, rows.size())),
                rows.size() > first,
                query("select count(*) from " + table(type) + " t where " + where)
                        .getFirst());
    }

    private static String order(String type, @Nullable Object name) {
        if (name == null) {
            return Optional.ofNullable(OF_CODES.contains(type) ? "code" : ORDERS.get(type))
                    .orElseThrow(
                            () -> new IllegalStateException("Name the order of " + type + " in PlainReader.ORDERS"));
        }
        if (!name.toString().matches("\\w+_(ASC|DESC)")) {
            throw new IllegalStateException(
                    "Call the order " + name + " of " + type + " by its column: COLUMN_ASC or _DESC");
        }
        boolean down = name.toString().endsWith("_DESC");
        String column = name.toString().toLowerCase(Locale.ROOT).replaceAll("_(asc|desc)$", "");
        String within = Set.of("status", "grade").contains(column)
                ? type.equals("Inspection") ? ", planned_on" : ", due_at"
                : "";
        return (column + within + ", id").replace(",", down ? " desc," : ",") + (down ? " desc" : "");
    }

    /** No generated transfer was answered by silence. */
    private static final String TRANSFER_AWAITED = "t.status in ('PROPOSED', 'APPROVED', 'PENDING', 'ARBITRATION')";

    private static String ofSide(String side) {
        return "coalesce(t." + side + "_department, t." + side
                + "_division) in (nullif(current_setting('ledger.department'), '')," + " ledger_government())";
    }

    /** The conditions that the random documents use; a choice is told by the column of its name. */
    private String filter(String type, Map<String, Object> filter) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        filter.forEach((name, value) -> conditions.add(
                switch (name) {
                    case "open" -> "t.open = " + value;
                    case "statuses" ->
                        "t.status = any('{"
                                + String.join(
                                        ",",
                                        ((List<?>) value)
                                                .stream().map(Object::toString).toList()) + "}')";
                    case "jurisdiction" ->
                        "t.division_code like '" + value.toString().substring(0, 6) + "%'";
                    case "industry" -> "t.industry_code like '" + value + "%'";
                    case "direction" -> ofSide(value.equals("SENT") ? "from" : "to");
                    case "overdue" ->
                        "("
                                + (switch (type) {
                                    case "HazardTransfer" -> TRANSFER_AWAITED;
                                    case "DeadlineClock" -> "t.stopped_at is null";
                                    default -> "t.open";
                                })
                                + " and t.due_at < now()) = " + value;
                    case "grades", "categories" ->
                        "t." + (name.equals("grades") ? "grade" : "category_code") + " = any('{"
                                + ((List<?>) value)
                                        .stream().map(Object::toString).collect(Collectors.joining(","))
                                + "}')";
                    case "source" ->
                        type.equals("Inspection") && caller.side() != Side.AUTHORITY
                                ? "false"
                                : "t.source = '" + value + "'";
                    case "dueFrom" -> "t.due_at >= '" + value + "'";
                    case "dueBefore" -> "t.due_at < '" + value + "'";
                    case "updatedSince" -> "t.updated_at >= '" + value + "'";
                    case "reportedFrom" -> "t.reported_at >= '" + value + "'";
                    case "plannedFrom" -> "t.planned_on >= '" + value + "'";
                    case "text" ->
                        "position('" + value + "' in coalesce(to_jsonb(t)->>'title', to_jsonb(t)->>'name')) > 0";
                    default -> "t." + columnOf(type + "." + name) + " = '" + value + "'";
                }));
        return String.join(" and ", conditions);
    }

    private @Nullable Row one(String type, String column, String value) throws SQLException {
        List<Row> rows = rows(type, "t." + column + " = '" + value + "'");
        return rows.isEmpty() ? null : rows.getFirst();
    }

    private List<Row> rows(String type, String where) throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (String row : query("select to_jsonb(t) from " + table(type) + " t where " + where)) {
            try {
                rows.add(new Row(type, mapper.readTree(row)));
            } catch (java.io.IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return rows;
    }

    private List<String> query(String statement) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement prepared = connection.prepareStatement(statement);
                ResultSet result = prepared.executeQuery()) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    private static @Nullable String text(Row row, String column) {
        JsonNode value = row.columns().path(column);
        if (value.isMissingNode()) {
            throw new IllegalStateException("No column " + column + " of " + row.type());
        }
        return value.isNull() ? null : value.asText();
    }

    static String table(String type) {
        return TABLES.getOrDefault(type, snake(type));
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String camel(String constant) {
        return Stream.of(constant.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}

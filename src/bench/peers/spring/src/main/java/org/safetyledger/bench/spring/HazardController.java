package org.safetyledger.bench.spring;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.safetyledger.bench.spring.Rows.Enterprise;
import org.safetyledger.bench.spring.Rows.Hazard;
import org.safetyledger.bench.spring.Rows.HazardPage;
import org.safetyledger.bench.spring.Rows.Inspection;
import org.safetyledger.bench.spring.Rows.Jurisdiction;
import org.safetyledger.bench.spring.Rows.RectificationTask;
import org.safetyledger.bench.spring.Rows.Report;
import org.safetyledger.bench.spring.Rows.TaskPage;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

@Controller
class HazardController {
    private static final String COLUMNS = "id, title, status, grade, source, category_code as category, place, due_at,"
            + " reported_at, enterprise_id, division_code, inspection_id";

    private final JdbcClient database;
    private final Scope scope;

    HazardController(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    @QueryMapping
    Hazard hazard(@Argument UUID id) {
        return scope.in(() -> database.sql("select " + COLUMNS + " from hazard where id = ?")
                .param(id)
                .query(Hazard.class)
                .optional()
                .orElse(null));
    }

    @QueryMapping
    HazardPage hazards(@Argument int first, @Argument String county, @Argument Boolean open, @Argument String text) {
        return new HazardPage(first, county, open, text);
    }

    @SchemaMapping(typeName = "HazardConnection")
    List<Hazard> nodes(HazardPage page) {
        String condition = page.text() == null ? "open = ?" : "title ilike '%' || ? || '%'";
        return scope.in(() -> database.sql("select " + COLUMNS + " from hazard where county_code = ? and " + condition
                        + " order by due_at, id limit ?")
                .params(page.county(), page.text() == null ? page.open() : page.text(), page.first())
                .query(Hazard.class)
                .list());
    }

    @SchemaMapping(typeName = "HazardConnection")
    int totalCount(HazardPage page) {
        return scope.in(() -> database.sql(
                        "select count(*)::integer from hazard where county_code = ? and title ilike '%' || ? || '%'")
                .params(page.county(), page.text())
                .query(Integer.class)
                .single());
    }

    @BatchMapping
    Map<Hazard, Enterprise> enterprise(List<Hazard> hazards) {
        return byKey(hazards, Hazard::enterpriseId, ids -> load(
                "select id, name, credit_code from enterprise where id = any(?)", ids, Enterprise.class, Enterprise::id));
    }

    @BatchMapping
    Map<Hazard, Jurisdiction> jurisdiction(List<Hazard> hazards) {
        return byKey(hazards, Hazard::divisionCode, codes -> scope.in(() -> database.sql(
                        "select code, name from division where code = any(?)")
                .param(codes.toArray(String[]::new))
                .query(Jurisdiction.class)
                .list()
                .stream()
                .collect(toMap(Jurisdiction::code, identity()))));
    }

    @BatchMapping
    Map<Hazard, Inspection> inspection(List<Hazard> hazards) {
        return byKey(hazards, Hazard::inspectionId, ids -> load(
                "select id, kind, status, planned_on::text from inspection where id = any(?)",
                ids,
                Inspection.class,
                Inspection::id));
    }

    @BatchMapping
    Map<Hazard, TaskPage> rectificationTasks(List<Hazard> hazards) {
        UUID[] ids = hazards.stream().map(Hazard::id).toArray(UUID[]::new);
        Map<UUID, List<RectificationTask>> tasks = scope.in(() -> database.sql(
                        "select t.hazard_id, t.status, t.due_at, t.requirement from unnest(?) h(id) cross join lateral"
                                + " (select * from rectification_task t where t.hazard_id = h.id"
                                + " order by t.due_at, t.id limit 20) t")
                .param(ids)
                .query(RectificationTask.class)
                .list()
                .stream()
                .collect(groupingBy(RectificationTask::hazardId)));
        return hazards.stream()
                .collect(toMap(identity(), hazard -> new TaskPage(tasks.getOrDefault(hazard.id(), List.of()))));
    }

    @MutationMapping
    Hazard reportHazard(@Argument Report input) {
        return report("bench_report", input);
    }

    @MutationMapping
    Hazard reportWithDuties(@Argument Report input) {
        return report("bench_duty", input);
    }

    private Hazard report(String table, Report input) {
        return scope.in(() -> database.sql("insert into " + table + " (division_code, enterprise_id,"
                        + " industry_code, title, category_code) values (?, ?, ?, ?, ?) returning " + COLUMNS)
                .params(input.divisionCode(), input.enterpriseId(), input.industryCode(), input.title(), input.category())
                .query(Hazard.class)
                .single());
    }

    private <T> Map<UUID, T> load(String sql, Collection<UUID> ids, Class<T> type, Function<T, UUID> id) {
        return scope.in(() -> database.sql(sql).param(ids.toArray(UUID[]::new)).query(type).list().stream()
                .collect(toMap(id, identity())));
    }

    private static <K, T> Map<Hazard, T> byKey(
            List<Hazard> hazards, Function<Hazard, K> key, Function<Collection<K>, Map<K, T>> load) {
        List<K> keys = hazards.stream().map(key).filter(java.util.Objects::nonNull).distinct().toList();
        Map<K, T> found = load.apply(keys);
        Map<Hazard, T> result = new HashMap<>();
        hazards.forEach(hazard -> result.put(hazard, found.get(key.apply(hazard))));
        return result;
    }
}

package org.safetyledger.bench.spring;

import java.util.List;
import org.safetyledger.bench.spring.Rows.Count;
import org.safetyledger.bench.spring.Rows.Dashboard;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

@Controller
@SchemaMapping(typeName = "Dashboard")
class DashboardController {
    private final JdbcClient database;
    private final Scope scope;

    DashboardController(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    @QueryMapping
    Dashboard dashboard() {
        return new Dashboard();
    }

    @SchemaMapping
    List<Count> byStatus() {
        return counts("status", "");
    }

    @SchemaMapping
    List<Count> byGrade() {
        return counts("grade", "where open");
    }

    @SchemaMapping
    List<Count> byCounty() {
        return counts("county_code", "where open");
    }

    @SchemaMapping
    List<Count> byIndustry() {
        return counts("industry_section", "where open");
    }

    @SchemaMapping
    List<Count> reportedByDay() {
        return counts(
                "to_char(reported_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')",
                "where reported_at >= ((now() at time zone 'Asia/Shanghai')::date - 29)::timestamp"
                        + " at time zone 'Asia/Shanghai'");
    }

    @SchemaMapping
    int overdue() {
        return scope.in(() -> database.sql("select count(*)::integer from hazard where open and due_at < now()")
                .query(Integer.class)
                .single());
    }

    private List<Count> counts(String key, String condition) {
        return scope.in(() -> database.sql("select " + key + " as key, count(*)::integer as count from hazard "
                        + condition + " group by 1 order by 1")
                .query(Count.class)
                .list());
    }
}

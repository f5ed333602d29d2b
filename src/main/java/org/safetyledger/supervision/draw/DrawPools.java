package org.safetyledger.supervision.draw;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.command.Form;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.InspectionBudgets;
import org.safetyledger.jurisdiction.Department;
import org.safetyledger.jurisdiction.DepartmentRepository;
import org.safetyledger.jurisdiction.Limits;

/** Who may be drawn, and who is left out: named by whoever announces, or known to the ledger. */
@ApplicationScoped
class DrawPools {
    private final DrawTables tables;
    private final DepartmentRepository departments;
    private final InspectionBudgets budgets;
    private final Limits limits;
    private final Callers callers;

    DrawPools(
            DrawTables tables,
            DepartmentRepository departments,
            InspectionBudgets budgets,
            Limits limits,
            Callers callers) {
        this.tables = tables;
        this.departments = departments;
        this.budgets = budgets;
        this.limits = limits;
        this.callers = callers;
    }

    /** Whom somebody leaves out: an enterprise, an officer, or the officer for the enterprise. */
    private record Exclusion(
            @Nullable UUID enterprise, @Nullable UUID officer) {}

    /** What a pool is made of, in its order. */
    private record Named(Map<UUID, String> enterprises, Map<UUID, String> officers) {
        DrawPool without(Map<Exclusion, String> excluded) {
            List<DrawPool.Candidate> candidates = new ArrayList<>();
            enterprises.forEach((id, name) ->
                    candidates.add(DrawPool.Candidate.enterprise(id, name, excluded.get(new Exclusion(id, null)))));
            officers.forEach((id, name) ->
                    candidates.add(DrawPool.Candidate.officer(id, name, excluded.get(new Exclusion(null, id)))));
            excluded.forEach((exclusion, reason) -> {
                if (exclusion.enterprise() != null && exclusion.officer() != null) {
                    candidates.add(new DrawPool.Candidate(
                            NodeId.text(NodeType.ENTERPRISE, exclusion.enterprise()),
                            NodeId.text(NodeType.PERSON, exclusion.officer()),
                            enterprises.get(exclusion.enterprise()) + " / " + officers.get(exclusion.officer()),
                            reason));
                }
            });
            return new DrawPool(candidates);
        }
    }

    /** @param day the first day on which a visit that was drawn may be */
    DrawPool pool(Form form, Draw.Scope scope, int officersPerVisit, Instant now, LocalDate day) {
        Caller caller = callers.current();
        int most = limits.on(Times.day(now), "DRAW_POOL", "ENTERPRISE").amount();
        Named named = new Named(
                tables.enterprises(scope, caller, most + 1),
                tables.officers(caller, department(form, caller, Times.day(now)), most + 1));
        if (named.enterprises().size() > most || named.officers().size() > most) {
            throw Refusal.at("jurisdiction", ErrorCode.POOL_TOO_LARGE, most);
        }
        Map<Exclusion, String> excluded = exclusions(form, named);
        budgets.usedUp(caller.authority(), day)
                .forEach((enterprise, allowed) -> leaveOut(
                        excluded, named, enterprise, ErrorCode.CAP_EXCEEDED + ": " + allowed + ", " + day.getYear()));
        List<DrawTables.Conflict> conflicts = tables.conflicts(named.officers().keySet()).stream()
                .filter(one -> named.enterprises().containsKey(one.enterprise()))
                .toList();
        conflicts.forEach(
                one -> excluded.putIfAbsent(new Exclusion(one.enterprise(), one.officer()), conflict(one.reason())));
        DrawPool pool = named.without(excluded);
        conflicts.stream()
                .map(DrawTables.Conflict::enterprise)
                .filter(one ->
                        pool.officersFor(NodeId.text(NodeType.ENTERPRISE, one)).size() < officersPerVisit)
                .forEach(one -> leaveOut(excluded, named, one, ErrorCode.OFFICERS_TOO_FEW.name()));
        return named.without(excluded);
    }

    /** How it is told that an officer is left out because of a conflict of interest: by its code alone where why is not known. */
    static String conflict(@Nullable String reason) {
        return ErrorCode.OFFICER_IN_CONFLICT + (reason == null ? "" : ": " + reason);
    }

    private static void leaveOut(Map<Exclusion, String> excluded, Named named, UUID enterprise, String reason) {
        if (named.enterprises().containsKey(enterprise)) {
            excluded.putIfAbsent(new Exclusion(enterprise, null), reason);
        }
    }

    /** A department of the caller's place that is there; null for all. */
    private @Nullable String department(Form form, Caller caller, LocalDate today) {
        String given = form.textOrNull("department");
        if (given == null) {
            return caller.department();
        }
        return departments
                .byCode(given)
                .filter(found -> found.isThereOn(today) && found.divisionCode().equals(caller.division()))
                .map(Department::code)
                .orElseThrow(() -> Refusal.at("department", ErrorCode.UNKNOWN_CODE, given));
    }

    private static Map<Exclusion, String> exclusions(Form form, Named named) {
        Map<Exclusion, String> excluded = new LinkedHashMap<>();
        for (Form part : form.parts("exclusions")) {
            Exclusion exclusion = new Exclusion(part.idOrNull("enterpriseId"), part.idOrNull("officerId"));
            String path = "exclusions." + excluded.size();
            if (exclusion.enterprise() == null && exclusion.officer() == null) {
                throw Refusal.at(path + ".enterpriseId", ErrorCode.TEXT_REQUIRED);
            }
            requireInPool(exclusion.enterprise(), named.enterprises(), path + ".enterpriseId");
            requireInPool(exclusion.officer(), named.officers(), path + ".officerId");
            if (excluded.put(exclusion, part.text("reason")) != null) {
                throw Refusal.at(path + ".enterpriseId", ErrorCode.EXCLUDED_TWICE);
            }
        }
        return excluded;
    }

    private static void requireInPool(@Nullable UUID id, Map<UUID, String> pool, String field) {
        if (id != null && !pool.containsKey(id)) {
            throw Refusal.at(field, ErrorCode.REFERENCE_NOT_FOUND);
        }
    }
}

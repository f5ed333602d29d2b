package org.safetyledger.graphql.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Powers;
import org.safetyledger.access.Role;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.command.Commands;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.read.CommandDocuments;
import org.safetyledger.read.CompiledReads;
import org.safetyledger.read.ReadFlush;

/** Reports a hazard of some enterprise and undoes it, so that the first reports meet code that is warm. Nothing of it remains. */
@ApplicationScoped
class Rehearsal {
    private static final String REPORT = """
            mutation($input: ReportHazardInput!) { reportHazard(input: $input) {
              hazard { id title status dueAt } userErrors { code message path } } }""";

    private final CompiledReads reads;
    private final CommandDocuments documents;
    private final Commands commands;
    private final Callers callers;
    private final ScopedTransactions transactions;
    private final EntityManager entityManager;
    private final Failures failures;

    Rehearsal(
            CompiledReads reads,
            CommandDocuments documents,
            Commands commands,
            Callers callers,
            ScopedTransactions transactions,
            EntityManager entityManager,
            Failures failures) {
        this.reads = reads;
        this.documents = documents;
        this.commands = commands;
        this.callers = callers;
        this.transactions = transactions;
        this.entityManager = entityManager;
        this.failures = failures;
    }

    /** A report, as an officer of the enterprise's county would send it. */
    record Report(Caller officer, Map<String, Object> input) {}

    /** Null where the ledger has no enterprise or no category of hazards yet. */
    @Nullable
    Report report() throws Exception {
        List<Object[]> found = transactions.background(() -> entityManager
                .createNativeQuery(
                        "select e.id, e.division_code, c.code from enterprise e cross join hazard_category c"
                                + " where e.status = 'ACTIVE' and c.valid_to is null limit 1",
                        Object[].class)
                .getResultList());
        return found.stream().findFirst().map(Rehearsal::report).orElse(null);
    }

    private static Report report(Object[] row) {
        String county = DivisionLevel.COUNTY.above((String) row[1]);
        return new Report(
                new Caller("warm-up", "warm-up", Role.COUNTY_OFFICER, county, null, Powers.NONE, null, Set.of()),
                Map.of(
                        "enterpriseId",
                        NodeId.text(NodeType.ENTERPRISE, (UUID) row[0]),
                        "title",
                        "warm-up",
                        "category",
                        (String) row[2]));
    }

    /** What the report comes to before it is undone. */
    ReadFlush.Written carryOut(Report report) throws Exception {
        CompiledReads.Prepared document =
                reads.prepare(REPORT, null, Map.of("input", report.input()), report.officer());
        return callers.as(
                report.officer(),
                () -> transactions.rehearse(
                        () -> documents.answer(document, report.officer(), commands::run, failures::refusal)));
    }
}

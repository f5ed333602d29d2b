package org.safetyledger.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.PostScene;
import org.safetyledger.testing.RecusalScene;
import org.safetyledger.testing.SupervisionScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

/** The third wall holds by itself: with plain SQL, whatever the program above it does. */
@LedgerTest
class RowSecurityTest {
    private static final String DENIED = "42501";
    /** Reference data, which every signed-in caller may read; any other table is secured by rows. */
    private static final List<String> OPEN_TABLES = List.of(
            "calendar_day",
            "category_mapping",
            "checklist",
            "checklist_item",
            "deadline_rule",
            "department",
            "division",
            "duty_rule",
            "escalation_rule",
            "flyway_schema_history",
            "hazard_category",
            "industry",
            "installation_secret",
            "judgement_clause",
            "judgement_standard",
            "key_sector",
            "limit_rule",
            "matter",
            "paper_form",
            "recorded_type",
            "seed_import",
            "venue_type");

    private static final String SCOPE_OF_LANKAO = "select set_config('ledger.city', '4102', true),"
            + " set_config('ledger.county', '410225', true), set_config('ledger.town', '410225101', true),"
            + " set_config('ledger.industries', 'B,C', true), set_config('ledger.matters', 'FIRE', true),"
            + " set_config('ledger.subject', 'row-security', true),"
            + " set_config('ledger.ancestors', '410225101000,410225000000,410200000000,410000000000', true),"
            + " set_config('ledger.enterprise', (select id::text from enterprise where credit_code = '"
            + TestCaller.LANKAO_ENTERPRISE + "'), true)";

    @Test
    void everyTableButReferenceDataIsSecuredByRowsAndForced() throws SQLException {
        try (Connection superuser = LedgerDatabase.asSuperuser()) {
            // When
            List<String> unsecured = LedgerDatabase.texts(
                    superuser,
                    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')"
                            + " and not relispartition and not (relrowsecurity and relforcerowsecurity) order by 1");

            // Then
            assertEquals(OPEN_TABLES, unsecured);
        }
    }

    @Test
    void applicationOwnsNothingAndIsBoundByThePolicies() throws SQLException {
        try (Connection application = LedgerDatabase.asApplication()) {
            // When
            List<String> owned = LedgerDatabase.texts(
                    application,
                    "select relname from pg_class where relowner = current_user::regrole union all"
                            + " select proname from pg_proc where proowner = current_user::regrole union all"
                            + " select nspname from pg_namespace where nspowner = current_user::regrole");
            List<String> powers = LedgerDatabase.texts(
                    application,
                    "select rolname from pg_roles where (pg_has_role(current_user, oid, 'member') or rolname = current_user)"
                            + " and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)");

            // Then
            assertEquals(List.of(), owned);
            assertEquals(List.of(), powers);
        }
    }

    @Test
    void applicationWithoutAScopeReadsNoRowOfAnySecuredTable() throws SQLException {
        try (Connection application = LedgerDatabase.asApplication()) {
            assertEquals(List.of(), read(application, "none", secured(application)));
        }
    }

    @Test
    void partitionsAreReachedThroughTheirParentsOnly() throws SQLException {
        try (Connection application = LedgerDatabase.asApplication()) {
            List<String> partitions = LedgerDatabase.texts(
                    application,
                    "select relname from pg_class where relnamespace = 'public'::regnamespace and relispartition"
                            + " and relkind = 'r'");
            assertTrue(partitions.size() >= 6, partitions::toString);
            List<String> readable = new ArrayList<>();
            List<String> statements = partitions.stream()
                    .map(partition -> "select 1 from " + partition)
                    .toList();
            for (String role : tiersAnd(application, "none")) {
                attempts(application, role, statements).forEach((statement, state) -> {
                    if (!DENIED.equals(state)) {
                        readable.add(role + ": " + statement);
                    }
                });
            }
            assertEquals(List.of(), readable);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"never set", "left empty by an earlier transaction"})
    void tierWithoutAScopeReadsNoRow(String scope) throws SQLException {
        List<String> tables;
        try (Connection application = LedgerDatabase.asApplication()) {
            tables = secured(application);
        }
        assertEquals(List.of(), toldOfTheTiers((application, tier) -> {
            if (!scope.equals("never set")) {
                execute(application, "begin; " + SCOPE_OF_LANKAO + "; commit");
            }
            return read(application, tier, tables).stream()
                    .map(table -> tier + " reads " + table)
                    .toList();
        }));
    }

    @Test
    void searchTellsIdsOfTheTiersOwnPlaceOnly() throws SQLException {
        // Given
        new Loop().reportedHazard(TestCaller.OFFICER_QIXIAN, TestCaller.QIXIAN_ENTERPRISE);
        new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String search = "ledger_search('hazard', '{消防通道}', 1000)";
        String told = "select 1 / (case when exists (select from unnest(" + search + ")) then 1 else 0 end)";
        try (Connection application = LedgerDatabase.asApplication()) {
            for (String tier : callerTiers(application)) {
                boolean isOfPlace =
                        !List.of("none", "ledger_enterprise", "ledger_worker").contains(tier);
                // Who sees all hazards of a county or city is told of these and of no other one.
                boolean seesAll = isOfPlace && !tier.contains("department") && !tier.equals("ledger_town");
                String hidden = "select 1 / (case when exists (select from unnest(" + search + ") told(id)"
                        + " where not exists (select from hazard h where h.id = told.id)) then 0 else 1 end)";

                // Then
                assertEquals(isOfPlace ? "done" : "22012", attempt(application, tier, told), tier);
                if (seesAll) {
                    assertEquals("done", attempt(application, tier, hidden), tier);
                }
            }
        }
    }

    @Test
    void searchWithoutAScopeTellsNothing() throws SQLException {
        try (Connection application = LedgerDatabase.asApplication()) {
            for (String tier : callerTiers(application)) {
                execute(application, "set role " + tier);
                List<String> told = LedgerDatabase.texts(
                        application, "select coalesce(cardinality(ledger_search('hazard', '{消防通道}', 1000)), 0)");
                execute(application, "reset role");
                assertEquals(List.of("0"), told, tier);
            }
        }
    }

    @Test
    void nobodyDeletesOrEmptiesAnyTable() throws SQLException {
        try (Connection application = LedgerDatabase.asApplication()) {
            List<String> statements = LedgerDatabase.tables(application).stream()
                    .flatMap(table -> Stream.of("delete from " + table, "truncate " + table + " cascade"))
                    .toList();
            List<String> allowed = new ArrayList<>();
            for (String role : tiersAnd(application, "none")) {
                attempts(application, role, statements).forEach((statement, state) -> {
                    if (!DENIED.equals(state)) {
                        allowed.add(role + ": " + statement);
                    }
                });
            }
            assertEquals(List.of(), allowed);
        }
    }

    @Test
    void nobodyChangesTheHistoryTheOutboxOrTheEvidence() throws SQLException {
        try (Connection application = LedgerDatabase.asApplication()) {
            List<String> allowed = new ArrayList<>();
            for (String role : tiersAnd(application, "none")) {
                for (String table : List.of("history_entry", "outbox_entry", "evidence")) {
                    if (!DENIED.equals(attempt(application, role, "update " + table + " set division_code = '0'"))) {
                        allowed.add(role + " updates " + table);
                    }
                }
            }
            assertEquals(List.of(), allowed);
        }
    }

    @Test
    void auditorsWriteNothing() throws SQLException {
        try (Connection superuser = LedgerDatabase.asSuperuser()) {
            // When
            List<String> grants = LedgerDatabase.texts(
                    superuser,
                    "select grantee || ' ' || privilege_type || ' ' || table_name"
                            + " from information_schema.role_table_grants"
                            + " where grantee like 'ledger_%auditor' and privilege_type <> 'SELECT'");

            // Then
            assertEquals(List.of(), grants);
        }
    }

    @Test
    void applicationWithoutATierWritesNothing() throws SQLException {
        try (Connection superuser = LedgerDatabase.asSuperuser()) {
            // When
            List<String> grants = LedgerDatabase.texts(
                    superuser,
                    "select grantee || ' ' || privilege_type || ' ' || table_name"
                            + " from information_schema.role_table_grants"
                            + " where grantee in ('safety_ledger_app', 'PUBLIC') and table_schema = 'public'"
                            + " and privilege_type <> 'SELECT'");

            // Then
            assertEquals(List.of(), grants);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENFORCEMENT", "ASSISTANCE"})
    void enterprisePlansNoVisitButItsOwnSelfCheck(String kind) throws SQLException {
        try (Connection application = LedgerDatabase.asApplication()) {
            assertEquals(
                    DENIED, attempt(application, "ledger_enterprise", inspection(kind, "id = " + ownEnterprise())));
            assertEquals(
                    DENIED, attempt(application, "ledger_worker", inspection("SELF_CHECK", "id = " + ownEnterprise())));
            assertEquals(
                    "done",
                    attempt(application, "ledger_enterprise", inspection("SELF_CHECK", "id = " + ownEnterprise())));
        }
    }

    @Test
    void systemsChangeNoHazardButTheirOwnReportThatWaitsAgain() throws SQLException {
        String hazard = new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String id = NodeId.parse(hazard).orElseThrow().uuid().toString();
        try (Connection application = LedgerDatabase.asApplication()) {
            for (String tier : List.of("ledger_county_integration", "ledger_city_integration")) {
                assertEquals(
                        DENIED,
                        attempt(application, tier, "update hazard set title = 'x' where id = '" + id + "'"),
                        tier);
                assertEquals(
                        DENIED,
                        attempt(
                                application,
                                tier,
                                "update hazard set reported_by = 'row-security', status = 'CLOSED' where id = '" + id
                                        + "'"),
                        tier);
            }
        }
    }

    @Test
    void workerChangesOfAReportOnlyThatItIsSteppedUpAndOfACheckOnlyWhatIsDue() throws SQLException {
        String early = PostScene.LANKAO.reported();
        String unanswered = PostScene.LANKAO.unanswered();
        String check = PostScene.LANKAO.check();
        try (Connection application = LedgerDatabase.asApplication()) {
            for (String change : List.of(
                    "status = 'VERIFIED'", "answer = 'x'", "due_at = null", "reward_amount = 1", "words = 'x'")) {
                assertEquals(
                        DENIED, attempt(application, "ledger_worker", byWorker("quick_report", change, early)), change);
            }
            for (String change : List.of("status = 'STOPPED'", "what = 'x'", "begins_at = now()")) {
                assertEquals(
                        DENIED, attempt(application, "ledger_worker", byWorker("post_check", change, check)), change);
            }
            String stepUp = "escalated_at = now()";
            assertEquals("P0001", attempt(application, "ledger_worker", byWorker("quick_report", stepUp, early)));
            assertEquals("done", attempt(application, "ledger_worker", byWorker("quick_report", stepUp, unanswered)));
            String steppedUp = PostScene.LANKAO.escalated();
            for (String change : List.of("escalated_at = null", "escalated_at = now()")) {
                assertEquals(
                        "P0001",
                        attempt(application, "ledger_enterprise", byWorker("quick_report", change, steppedUp)),
                        change);
            }
        }
    }

    @Test
    void enterpriseWorksOnWhatAnEarlierProgramWroteInOtherWords() {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(TestCaller.OFFICER_LANKAO, hazard);
        String task = loop.assign(TestCaller.OFFICER_LANKAO, hazard);
        String words =
                "deadline = deadline || jsonb_build_object('startedAt', to_timestamp((deadline ->> 'startedAt')::float8))";
        LedgerTables tables = new LedgerTables();
        assertEquals(
                2,
                tables.change(
                                "update hazard set responsible_parties = responsible_parties - 'sites', " + words
                                        + " where id = ?",
                                NodeId.parse(hazard).orElseThrow().uuid())
                        + tables.change(
                                "update rectification_task set " + words + " where id = ?",
                                NodeId.parse(task).orElseThrow().uuid()));

        // When
        loop.rectify(TestCaller.MANAGER_LANKAO, task);

        // Then
        assertEquals(
                "SUBMITTED",
                LedgerClient.as(TestCaller.OFFICER_LANKAO)
                        .query("query($id: ID!) { hazard(id: $id) { status } }", Map.of("id", hazard))
                        .getString("data.hazard.status"));
    }

    @Test
    void levelThatGradedIsTheSameForTheProgramBeforeAndTheOneAfter() {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(TestCaller.CITY_OFFICER, hazard);
        UUID id = NodeId.parse(hazard).orElseThrow().uuid();
        LedgerTables tables = new LedgerTables();
        String graded = "select graded_level || ' ' || graded_by_city from hazard where id = ?";

        // When, Then
        assertEquals("CITY true", tables.value(graded, id));
        tables.change("update hazard set graded_level = 'COUNTY' where id = ?", id);
        assertEquals("COUNTY false", tables.value(graded, id));
        tables.change("update hazard set graded_by_city = true where id = ?", id);
        assertEquals("CITY true", tables.value(graded, id));
        tables.change("update hazard set graded_by_city = false where id = ?", id);
        assertEquals("null", tables.value(graded, id));
    }

    @Test
    void enterpriseChangesOfAHazardOnlyWhatItsVerbsDo() throws SQLException {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(TestCaller.OFFICER_LANKAO, hazard);
        String task = loop.assign(TestCaller.OFFICER_LANKAO, hazard);
        List<String> everybody = List.of(
                "grade = 'MAJOR'",
                "due_at = now()",
                "title = 'x'",
                "reported_by = 'x'",
                "closed_at = now(), status = 'CLOSED'",
                "status = 'REVIEWING'",
                "version = version + 1, division_code = '410225000000'");
        try (Connection application = LedgerDatabase.asApplication()) {
            // Then
            for (String tier : List.of("ledger_worker", "ledger_enterprise")) {
                for (String change : everybody) {
                    assertEquals(DENIED, attempt(application, tier, change("hazard", change, hazard)), tier + change);
                }
                for (String change : List.of("due_at = now()", "reviewed_by = 'x'", "status = 'PASSED'")) {
                    assertEquals(
                            DENIED,
                            attempt(application, tier, change("rectification_task", change, task)),
                            tier + change);
                }
                assertEquals(
                        "done",
                        attempt(
                                application,
                                tier,
                                change("hazard", "status = 'RECTIFYING', state_due_at = null, version = 9", hazard)));
            }
            String plan = "interim_measures = 'x'";
            assertEquals(DENIED, attempt(application, "ledger_worker", change("hazard", plan, hazard)));
            assertEquals("done", attempt(application, "ledger_enterprise", change("hazard", plan, hazard)));
            String accepted = "status = 'ACCEPTED', accepted_by = 'x', accepted_at = now()";
            assertEquals(DENIED, attempt(application, "ledger_worker", change("rectification_task", accepted, task)));
            assertEquals(
                    "done", attempt(application, "ledger_enterprise", change("rectification_task", accepted, task)));
            for (String tier : List.of("ledger_city_integration", "ledger_county_integration")) {
                assertEquals(
                        DENIED,
                        attempt(
                                application,
                                tier,
                                change("hazard", "reported_by = 'row-security', status = 'REPORTED'", hazard)),
                        tier);
            }
        }
    }

    @Test
    void enterpriseSignsAndRatesAVisitAndWritesNoPartOfIt() throws SQLException {
        // Given
        String visit = PaperScene.LANKAO.visit();
        String paper = PaperScene.LANKAO.served(PaperScene.LANKAO.instruction(visit));
        String id = NodeId.parse(visit).orElseThrow().uuid().toString();
        String item =
                "(select i.id from checklist_item i join inspection v on v.checklist_id = i.checklist_id where v.id = '"
                        + id + "' limit 1)";
        String answer =
                "insert into finding (id, inspection_id, item_id, result, fixed_on_site, recorded_by, recorded_at)"
                        + " values (gen_random_uuid(), '" + id + "', " + item + ", 'COMPLIANT', false, 'x', now())";
        String officer = "insert into inspection_officer (inspection_id, person_id, name) values ('" + id
                + "', (select id from person limit 1), 'x')";
        String extension = "update deadline_extension set status = 'APPROVED'";
        String enterprise = "ledger_enterprise";
        try (Connection application = LedgerDatabase.asApplication()) {
            // Then
            assertEquals(DENIED, attempt(application, enterprise, answer));
            assertEquals(DENIED, attempt(application, enterprise, officer));
            assertEquals(DENIED, attempt(application, enterprise, extension));
            assertEquals("done", attempt(application, "ledger_county", answer));
            for (String change : List.of(
                    "planned_on = planned_on + 1",
                    "end_reason = 'x'",
                    "status = 'ABORTED'",
                    "awaits_officer = true",
                    "refusal_noted_at = now()")) {
                assertEquals(DENIED, attempt(application, enterprise, change("inspection", change, visit)), change);
            }
            assertEquals(
                    "done",
                    attempt(
                            application,
                            enterprise,
                            change("inspection", "rating_score = 5, rated_at = now(), version = 9", visit)));
            for (String change :
                    List.of("addressee = 'x'", "refusal = 'x'", "status = 'WITHDRAWN'", "resumed_at = now()")) {
                assertEquals(DENIED, attempt(application, enterprise, change("paper", change, paper)), change);
            }
            String receipt = "receipt_signed_by = 'x', receipt_signed_at = now(), status = 'SIGNED', due_at = null";
            assertEquals("done", attempt(application, enterprise, change("paper", receipt, paper)));
        }
    }

    @Test
    void enterpriseAsksForRecusalInAVisitThatGoesOnAndDecidesNothing() throws SQLException {
        // Given
        String running = PaperScene.LANKAO.visit();
        String over = RecusalScene.brokenOff();
        String asked = "update recusal set status = 'REJECTED' where inspection_id = '"
                + NodeId.parse(RecusalScene.asked()).orElseThrow().uuid() + "'";
        try (Connection application = LedgerDatabase.asApplication()) {
            // Then
            assertEquals("done", attempt(application, "ledger_enterprise", recusal("ASKED", running)));
            assertEquals(DENIED, attempt(application, "ledger_enterprise", recusal("ASKED", over)));
            assertEquals(DENIED, attempt(application, "ledger_enterprise", recusal("ACCEPTED", running)));
            assertEquals(DENIED, attempt(application, "ledger_enterprise", asked));
            assertEquals(DENIED, attempt(application, "ledger_county", recusal("ASKED", running)));
            assertEquals(DENIED, attempt(application, "ledger_county_department", asked));
        }
    }

    private static String recusal(String status, String visit) {
        boolean decided = !status.equals("ASKED");
        return "insert into recusal (id, inspection_id, person_id, officer, status, reason, asked_by, asked_by_subject, asked_at,"
                + " decision_reason, decided_by, decided_at) select gen_random_uuid(), inspection_id, person_id, name, '"
                + status
                + "', 'x', 'x', 'x', now(), " + (decided ? "'x', 'x', now()" : "null, null, null")
                + " from inspection_officer where inspection_id = '"
                + NodeId.parse(visit).orElseThrow().uuid() + "' limit 1";
    }

    /** A policy that refuses what the program let through is no fault of the service to the caller. */
    @Test
    void whatARowPolicyRefusesIsForbiddenAndChangesNothing() throws SQLException {
        // Given
        String enterprise = new Loop().enterpriseId(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        Map<String, String> before = LedgerDatabase.fingerprint();
        LedgerClient.Payload refused;
        try (Connection superuser = LedgerDatabase.asSuperuser()) {
            execute(
                    superuser,
                    "create policy refuses on hazard as restrictive for insert to ledger_county with check (title <> '被拒')");

            // When
            try {
                refused = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                        .mutate(
                                "reportHazard",
                                "ReportHazardInput",
                                Map.of("enterpriseId", enterprise, "title", "被拒", "category", "ELECTRICAL_SAFETY"),
                                "__typename");
            } finally {
                execute(superuser, "drop policy refuses on hazard");
            }
        }

        // Then
        assertEquals(List.of("FORBIDDEN"), refused.errorCodes());
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    private static String change(String table, String change, String id) {
        return "update " + table + " set " + change + " where id = '"
                + NodeId.parse(id).orElseThrow().uuid() + "'";
    }

    private static String byWorker(String table, String change, String id) {
        return "select set_config('ledger.subject', 'worker-lankao', true); update " + table + " set " + change
                + " where id = '" + NodeId.parse(id).orElseThrow().uuid() + "'";
    }

    @Test
    void rowsOfAnotherPlaceCannotBeWritten() throws SQLException {
        String hazard =
                "insert into history_entry (id, object_type, object_id, sequence, division_code, action, status,"
                        + " actor, actor_name, actor_role, recorded_at, detail, previous_hash, hash) values (gen_random_uuid(),"
                        + " 'HAZARD', gen_random_uuid(), 1, '410221000000', 'X', 'X', 'x', 'x', 'x', now(), '{}', 'x', 'x')";
        try (Connection application = LedgerDatabase.asApplication()) {
            for (String tier : List.of(
                    "ledger_county",
                    "ledger_town",
                    "ledger_county_department",
                    "ledger_enterprise",
                    "ledger_worker",
                    "ledger_county_integration")) {
                assertEquals(DENIED, attempt(application, tier, hazard), tier);
            }
        }
    }

    @Test
    void whoDoesNotSeeAnObjectSeesNothingOfItsHistory() throws SQLException {
        PostScene.LANKAO.reported();
        SupervisionScene.DEPARTMENT.planned();
        String blind = "select count(*)::text from (select distinct object_type, object_id from history_entry) h"
                + " where not ledger_sees(h.object_type, h.object_id)";
        assertEquals(List.of(), toldOfTheTiers((application, tier) -> {
            application.setAutoCommit(false);
            execute(application, "set local role ledger_background");
            execute(application, SCOPE_OF_LANKAO);
            execute(application, "select set_config('ledger.department', 'KF-410225-EM', true)");
            execute(application, "set local role " + tier);
            String seen = LedgerDatabase.texts(application, blind).getFirst();
            application.rollback();
            application.setAutoCommit(true);
            return seen.equals("0") ? List.of() : List.of(tier + " sees the history of " + seen);
        }));
    }

    private static String ownEnterprise() {
        return "current_setting('ledger.enterprise')::uuid";
    }

    private static String inspection(String kind, String which) {
        return "insert into inspection (id, division_code, enterprise_id, industry_code, checklist_id, kind, announced,"
                + " status, planned_on, planned_by, planned_at, version) select '" + NodeId.newUuid()
                + "', division_code, id, industry_code, (select id from checklist limit 1), '" + kind
                + "', false, 'PLANNED', current_date, 'row-security', now(), 0 from enterprise where " + which;
    }

    private static List<String> secured(Connection connection) throws SQLException {
        return LedgerDatabase.tables(connection).stream()
                .filter(table -> !OPEN_TABLES.contains(table))
                .toList();
    }

    private static List<String> tiersAnd(Connection connection, String more) throws SQLException {
        TreeSet<String> roles = new TreeSet<>(
                LedgerDatabase.texts(connection, "select rolname from pg_roles where rolname ~ '^ledger_' order by 1"));
        assertEquals(17, roles.size());
        roles.add(more);
        return List.copyOf(roles);
    }

    /** The tiers of callers, without the service's own. */
    private static List<String> callerTiers(Connection connection) throws SQLException {
        return tiersAnd(connection, "none").stream()
                .filter(tier -> !tier.equals("ledger_background"))
                .toList();
    }

    /** What is looked at of one tier, and said of it if it is not as it should be. */
    private interface Look {
        List<String> at(Connection application, String tier) throws SQLException;
    }

    /** Of each tier, half of them beside the other: to ask the policies for each row keeps a process of the database busy. */
    private static List<String> toldOfTheTiers(Look look) throws SQLException {
        List<String> tiers;
        try (Connection application = LedgerDatabase.asApplication()) {
            tiers = callerTiers(application);
        }
        return Together.act(2, half -> {
                    List<String> told = new ArrayList<>();
                    try (Connection application = LedgerDatabase.asApplication()) {
                        for (int i = half; i < tiers.size(); i += 2) {
                            told.addAll(look.at(application, tiers.get(i)));
                        }
                        return told;
                    } catch (SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The tables of which a role reads a row; none of those that it may not read at all. */
    private static List<String> read(Connection connection, String role, List<String> tables) throws SQLException {
        execute(connection, "set role " + role);
        try {
            List<String> read = new ArrayList<>();
            for (String table : tables) {
                if (hasRows(connection, table)) {
                    read.add(table);
                }
            }
            return read;
        } finally {
            execute(connection, "reset role");
        }
    }

    private static boolean hasRows(Connection connection, String table) throws SQLException {
        try {
            return !LedgerDatabase.texts(connection, "select 1 from " + table + " limit 1")
                    .isEmpty();
        } catch (SQLException refusal) {
            assertEquals(DENIED, refusal.getSQLState());
            return false;
        }
    }

    /** Tries a statement in a role with the scope of Lankao, and takes it back: the refusal's SQL state, or "done". */
    private static String attempt(Connection connection, String role, String statement) throws SQLException {
        return attempts(connection, role, List.of(statement)).getOrDefault(statement, "not tried");
    }

    /** The same of many statements, each of which is taken back before the next. */
    private static Map<String, String> attempts(Connection connection, String role, List<String> statements)
            throws SQLException {
        Map<String, String> states = new LinkedHashMap<>();
        connection.setAutoCommit(false);
        try {
            execute(connection, "set local role ledger_background");
            execute(connection, SCOPE_OF_LANKAO);
            execute(connection, "set local role " + role + "; savepoint before");
            for (String statement : statements) {
                try {
                    execute(connection, statement);
                    states.put(statement, "done");
                } catch (SQLException refusal) {
                    states.put(statement, refusal.getSQLState());
                }
                execute(connection, "rollback to savepoint before");
            }
            return states;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.safetyledger.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.SiteScene.WEISHI;
import static org.safetyledger.testing.SiteScene.daysAgo;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.SiteScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;
import org.safetyledger.testing.TransferScene;

/** Several enterprises on one site, and which of them answers for the whole. */
@LedgerTest
class SiteTest {
    private static final String TENANT = "尉氏翊垚达化工有限公司";
    private static final String LANDLORD = "尉氏沃衡和机械有限公司";
    private static final String FAIR = "91410223MA9YBR0G9M";
    private static final String OF_ANOTHER_TOWN = "91410223MA6GN3Y291";
    private static final TestCaller TOWN =
            TestCaller.authority("town-officer-weishi", "county-officer", "410223102000");
    private static final TestCaller OTHER_TOWN =
            TestCaller.authority("town-officer-weishi-2", "county-officer", "410223103000");
    private static final TestCaller CHEMICALS = department("KF-410223-EM", "B", "C");
    private static final TestCaller BUILDING = department("KF-410223-CON", "E", "K");
    private static final TestCaller TRANSPORT = department("KF-410223-TR", "G");
    private static final TestCaller MANAGER =
            TestCaller.ofEnterprise("manager-weishi", "enterprise-manager", WEISHI.tenant());
    private static final TestCaller WORKER =
            TestCaller.ofEnterprise("worker-weishi", "enterprise-worker", WEISHI.tenant());
    private static final TestCaller LANDLORDS_MANAGER =
            TestCaller.ofEnterprise("manager-weishi-2", "enterprise-manager", WEISHI.landlord());
    private static final TestCaller FAIRS_MANAGER =
            TestCaller.ofEnterprise("manager-weishi-3", "enterprise-manager", FAIR);

    @Inject
    LedgerTables tables;

    private static TestCaller department(String code, String... industries) {
        return new TestCaller(
                "officer-" + code,
                "department-officer",
                "410223000000",
                code,
                List.of(industries),
                List.of(),
                null,
                null);
    }

    /** What one test shares is no gap of another. */
    @AfterEach
    void everybodyLeaves() {
        tables.change(
                "update site_main_unit m set valid_to = ledger_today() from site s"
                        + " where s.id = m.site_id and s.county_code = '410223' and m.valid_to is null and m.valid_from <= ledger_today()");
        tables.change(
                "update site set present = '{}', main_unit_id = null, main_unit_name = null, main_unit_since = null"
                        + " where county_code = '410223' and status = 'REGISTERED'");
        tables.change("update site_unit u set valid_to = greatest(valid_from, ledger_today() - 1) from site s"
                + " where s.id = u.site_id and s.county_code = '410223' and u.valid_to is null");
    }

    @Test
    void hazardNamesTheMainUnitOfItsSiteAndKeepsItWhenAnotherFollows() {
        // Given
        String site = WEISHI.shared();
        String before = reported(WEISHI.office());

        // When
        WEISHI.nameMain(WEISHI.office(), site, WEISHI.landlord(), 10).accepted();
        String named = reported(MANAGER);
        Payload replaced =
                WEISHI.nameMain(WEISHI.office(), site, WEISHI.tenant(), 0).accepted();
        String later = reported(WORKER);

        // Then
        assertEquals(List.of("null SITE_MAIN_UNIT"), sites(before, site));
        assertEquals(List.of(LANDLORD + " "), sites(named, site));
        assertEquals(List.of(TENANT + " "), sites(later, site));
        assertEquals(List.of(LANDLORD, TENANT), replaced.get("site.mainUnits.name"));
        assertEquals(List.of(daysAgo(10), daysAgo(0)), replaced.get("site.mainUnits.validFrom"));
        assertEquals(daysAgo(1), replaced.get("site.mainUnits[0].validTo"));
        assertNull(replaced.get("site.mainUnits[1].validTo"));
    }

    @Test
    void enterpriseAloneOnASiteSharesNone() {
        // Given
        String site = WEISHI.registered();

        // When
        String hazard = reported(WEISHI.office());

        // Then
        assertEquals(List.of(), sites(hazard, site));
    }

    @Test
    void whoIsOnMoreSitesThanASnapshotKeepsIsToldHowManyTheyAre() {
        // Given
        for (int i = 0; i < 21; i++) {
            WEISHI.nameMain(WEISHI.office(), WEISHI.shared(), WEISHI.landlord(), 10)
                    .accepted();
        }
        String unnamed = WEISHI.shared();
        tables.change("update site set name = '龥' || name where id = ?", uuid(unnamed));

        // When
        String hazard = reported(WEISHI.office());

        // Then
        JsonPath parties = LedgerClient.as(CITY_OFFICER)
                .query(
                        "query($id: ID!) { hazard(id: $id) { responsibleParties { missingCodes siteCount sites { siteId } } } }",
                        Map.of("id", hazard));
        parties.setRootPath("data.hazard.responsibleParties");
        assertEquals(22, parties.getInt("siteCount"));
        assertEquals(20, parties.getList("sites").size());
        assertEquals(false, parties.getList("sites.siteId").contains(unnamed));
        assertEquals(true, parties.getList("missingCodes").contains("SITE_MAIN_UNIT"));
    }

    @Test
    void databaseItselfLetsNobodyWriteOfASiteBeyondItsPlaceAndPowers() {
        // Given
        String site = WEISHI.shared();
        WEISHI.add(WEISHI.office(), site, WEISHI.unit(FAIR, "PROPERTY_MANAGER", 3))
                .accepted();
        WEISHI.add(WEISHI.office(), site, WEISHI.unit(OF_ANOTHER_TOWN, "TENANT", 3))
                .accepted();
        String town = "set role ledger_town; set ledger.county = '410223'; set ledger.town = '%s'; ";
        String other = town.formatted("410223103");
        String own = town.formatted("410223102");
        String department = "set role ledger_county_department; set ledger.county = '410223'; set ledger.matters = '';"
                + " set ledger.industries = 'B,C'; ";
        String add =
                "insert into site_main_unit (id, site_id, enterprise_id, name, valid_from) select gen_random_uuid(), '"
                        + uuid(site) + "', id, name, ledger_today() from enterprise where credit_code = '%s'";
        String end = "with ended as (update site_unit set valid_to = ledger_today() where site_id = '" + uuid(site)
                + "' and enterprise_id = (select id from enterprise where credit_code = '%s') returning 1) select count(*) from ended";

        // Then
        assertEquals("42501", tried(other + add.formatted(OF_ANOTHER_TOWN)));
        assertEquals("0", tried(other + end.formatted(OF_ANOTHER_TOWN)));
        assertEquals("done", tried(own + add.formatted(WEISHI.tenant())));
        assertEquals("1", tried(own + end.formatted(WEISHI.tenant())));
        assertEquals("done", tried(department + add.formatted(WEISHI.tenant())));
        assertEquals("1", tried(department + end.formatted(WEISHI.tenant())));
        assertEquals(
                "42501",
                tried("set ledger.fair = '" + uuid(WEISHI.enterprise(FAIR)) + "'; " + department
                        + "insert into site_main_unit (id, site_id, enterprise_id, name, valid_from) values (gen_random_uuid(), '"
                        + uuid(site) + "', current_setting('ledger.fair')::uuid, 'x', ledger_today())"));
        assertEquals(
                "0",
                tried(department + "with ended as (update site_unit set valid_to = ledger_today() where site_id = '"
                        + uuid(site) + "' and enterprise_id = '" + uuid(WEISHI.enterprise(FAIR))
                        + "' returning 1) select count(*) from ended"));
    }

    /** What the last statement of a script gives, taken back: its value, "done" for none, or the state of its refusal. */
    private static String tried(String script) {
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                boolean rows = statement.execute(script);
                while (!rows && (statement.getMoreResults() || statement.getUpdateCount() != -1)) {
                    rows = statement.getResultSet() != null;
                }
                if (!rows) {
                    return "done";
                }
                ResultSet result = statement.getResultSet();
                result.next();
                return result.getString(1);
            } finally {
                connection.rollback();
            }
        } catch (SQLException refused) {
            return String.valueOf(refused.getSQLState());
        }
    }

    private static UUID uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid();
    }

    @Test
    void siteOfSeveralWithoutAMainUnitIsAGapUntilOneIsNamed() {
        // Given
        String site = WEISHI.shared();
        List<String> before = gaps(daysAgo(0), site);
        boolean listed = listed(WEISHI.office(), Map.of("mainUnitMissing", true), site);

        // When
        WEISHI.nameMain(WEISHI.office(), site, WEISHI.landlord(), 5).accepted();

        // Then
        assertEquals(List.of("410223102000 SITE_MAIN_UNIT"), before);
        assertEquals(List.of(), gaps(daysAgo(0), site));
        assertEquals(List.of("410223102000 SITE_MAIN_UNIT"), gaps(daysAgo(6), site));
        assertEquals(List.of(), gaps(daysAgo(31), site));
        assertEquals(true, listed);
        assertEquals(false, listed(WEISHI.office(), Map.of("mainUnitMissing", true), site));
    }

    @Test
    void whoLeavesHasTheMainResponsibilityNoMoreAndIsStillNamedOnItsLastDay() {
        // Given
        String site = WEISHI.shared();
        WEISHI.nameMain(WEISHI.office(), site, WEISHI.landlord(), 10).accepted();

        // When
        Payload ended = WEISHI.end(WEISHI.office(), site, WEISHI.landlord(), 0).accepted();

        // Then
        assertEquals(1, ended.<Integer>get("site.presentUnits"));
        assertNull(ended.get("site.mainUnitName"));
        assertEquals(daysAgo(0), ended.text("site.mainUnits[0].validTo"));
        assertEquals(List.of(LANDLORD + " "), sites(reported(MANAGER), site));
        assertEquals(List.of(), gaps(daysAgo(0), site));
    }

    @Test
    void whoIsOnASiteReadsWhoElseIsThereAndNothingMore() {
        // Given
        String site = WEISHI.shared();
        WEISHI.nameMain(WEISHI.office(), site, WEISHI.landlord(), 10).accepted();

        // When
        JsonPath tenant = seen(MANAGER, site);
        JsonPath landlord = seen(LANDLORDS_MANAGER, site);

        // Then
        assertEquals(List.of(TENANT, LANDLORD), sorted(tenant, "data.site.units.name"));
        assertEquals("安协〔2026〕1号", tenant.get("data.site.units.find { it.name == '" + TENANT + "' }.agreementNumber"));
        assertNull(landlord.get("data.site.units.find { it.name == '" + TENANT + "' }.agreementNumber"));
        assertEquals(LANDLORD, tenant.get("data.site.mainUnitName"));
        assertNull(tenant.get("data.site.mainUnit"));
        assertNotNull(landlord.get("data.site.mainUnit"));
        assertEquals(LANDLORD, seen(WORKER, site).get("data.site.mainUnitName"));
    }

    @Test
    void siteIsSeenByItsPlaceAndByWhoSeesOneOfItsUnits() {
        // Given
        String site = WEISHI.registered();
        WEISHI.add(WEISHI.office(), site, WEISHI.unit(OF_ANOTHER_TOWN, "TENANT", 3))
                .accepted();
        String other = WEISHI.registered();

        // When
        List<Boolean> seen = Stream.of(
                        CITY_OFFICER, TOWN, OTHER_TOWN, CHEMICALS, BUILDING, MANAGER, LANDLORDS_MANAGER, FAIRS_MANAGER)
                .map(caller -> seen(caller, site).get("data.site") != null && listed(caller, Map.of(), site))
                .toList();

        // Then
        assertEquals(List.of(true, true, true, true, false, true, false, false), seen);
        assertNull(seen(OTHER_TOWN, other).get("data.site"));
        assertEquals(
                List.of("OUTSIDE_JURISDICTION"),
                WEISHI.end(OTHER_TOWN, site, OF_ANOTHER_TOWN, 0).userErrorCodes());
    }

    @Test
    void whoLeftSeesTheSiteNoMore() {
        // Given
        String site = WEISHI.shared();
        boolean before = seen(LANDLORDS_MANAGER, site).get("data.site") != null;

        // When
        WEISHI.end(WEISHI.office(), site, WEISHI.landlord(), 1).accepted();

        // Then
        assertEquals(true, before);
        assertNull(seen(LANDLORDS_MANAGER, site).get("data.site"));
        assertEquals(false, listed(LANDLORDS_MANAGER, Map.of(), site));
    }

    @Test
    void departmentKeepsTheUnitsThatItSupervises() {
        // Given
        Map<String, Object> registration = WEISHI.registration();
        String site = LedgerClient.as(CHEMICALS)
                .mutate("registerSite", "RegisterSiteInput", registration, "site { id }")
                .accepted()
                .text("site.id");
        WEISHI.add(WEISHI.office(), site, WEISHI.unit(FAIR, "PROPERTY_MANAGER", 3))
                .accepted();

        // When
        Payload another = WEISHI.change(CHEMICALS, "endSiteUnit", "EndSiteUnitInput", site, WEISHI.ending(FAIR, 0));
        Payload own = WEISHI.end(CHEMICALS, site, WEISHI.tenant(), 0);

        // Then
        assertEquals(List.of("REFERENCE_NOT_FOUND"), another.userErrorCodes());
        assertEquals(1, own.accepted().<Integer>get("site.presentUnits"));
        assertEquals(
                List.of("REFERENCE_NOT_FOUND"),
                LedgerClient.as(BUILDING)
                        .mutate("registerSite", "RegisterSiteInput", WEISHI.registration(), "site { id }")
                        .userErrorCodes());
    }

    @Test
    void whatIsGrantedAtAnEnterpriseShowsItsHazardAndNoSite() {
        // Given
        String site = WEISHI.shared();
        WEISHI.nameMain(WEISHI.office(), site, WEISHI.landlord(), 10).accepted();
        String hazard = reported(WEISHI.office());

        // When
        TransferScene.sent(WEISHI.office(), hazard, "ORDINARY", "KF-410223-TR");

        // Then
        assertEquals(
                List.of(LANDLORD),
                LedgerClient.as(TRANSPORT)
                        .query(
                                "query($id: ID!) { hazard(id: $id) { responsibleParties { sites { mainUnit } } } }",
                                Map.of("id", hazard))
                        .getList("data.hazard.responsibleParties.sites.mainUnit"));
        assertNull(seen(TRANSPORT, site).get("data.site"));
        assertEquals(false, listed(TRANSPORT, Map.of(), site));
        assertEquals(
                List.of("OUTSIDE_POWERS"),
                LedgerClient.as(TRANSPORT)
                        .mutate("registerSite", "RegisterSiteInput", WEISHI.registration(), "site { id }")
                        .userErrorCodes());
    }

    @Test
    void siteIsClosedWhenEverybodyHasLeft() {
        // Given
        String site = WEISHI.registered();
        List<String> refused = close(site).userErrorCodes();
        WEISHI.end(WEISHI.office(), site, WEISHI.tenant(), 0).accepted();

        // When
        Payload closed = close(site).accepted();

        // Then
        assertEquals(List.of("SITE_IN_USE"), refused);
        assertEquals("CLOSED", closed.text("site.status"));
        assertEquals(
                List.of("WRONG_STATE"),
                WEISHI.add(WEISHI.office(), site, WEISHI.unit(FAIR, "TENANT", 0))
                        .userErrorCodes());
        assertEquals(
                List.of("REGISTERED", "UNIT_ENDED", "CLOSED"),
                LedgerClient.as(CHEMICALS)
                        .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", site))
                        .getList("data.history.nodes.action"));
    }

    @Test
    void correctionSaysAnewWhatTheSiteIs() {
        // Given
        String site = WEISHI.registered();

        // When
        WEISHI.change(WEISHI.office(), "correctSite", "CorrectSiteInput", site, SiteScene.place("厂中厂"))
                .accepted();
        Payload again = WEISHI.change(WEISHI.office(), "correctSite", "CorrectSiteInput", site, SiteScene.place("厂中厂"));

        // Then
        assertEquals(List.of("NOTHING_CHANGED"), again.userErrorCodes());
        assertEquals(
                List.of("REGISTERED", "CORRECTED"),
                LedgerClient.as(CITY_OFFICER)
                        .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", site))
                        .getList("data.history.nodes.action"));
        assertEquals("厂中厂", seen(MANAGER, site).getString("data.site.name"));
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        // Given
        String site = WEISHI.shared();
        WEISHI.nameMain(WEISHI.office(), site, WEISHI.landlord(), 10).accepted();
        Map<String, Object> retired = WEISHI.registration();
        retired.put("jurisdiction", "410224000000");
        Map<String, Object> elsewhere = WEISHI.registration();
        elsewhere.put("jurisdiction", "410225000000");
        Map<String, Object> city = WEISHI.registration();
        city.put("jurisdiction", "410200000000");
        Map<String, Object> ofLankao = WEISHI.unit(WEISHI.tenant(), "TENANT", 0);
        ofLankao.put("enterpriseId", new Loop().enterpriseId(CITY_OFFICER, TestCaller.LANKAO_ENTERPRISE));
        String before = seen(CITY_OFFICER, site).prettify();
        TestCaller office = WEISHI.office();

        // When
        List<String> refusals = Stream.of(
                        WEISHI.register(retired),
                        WEISHI.register(elsewhere),
                        LedgerClient.as(CITY_OFFICER).mutate("registerSite", "RegisterSiteInput", city, "site { id }"),
                        WEISHI.add(office, site, ofLankao),
                        WEISHI.add(CITY_OFFICER, site, ofLankao),
                        WEISHI.add(office, site, WEISHI.unit(WEISHI.tenant(), "TENANT", 0)),
                        WEISHI.add(office, site, WEISHI.unit(FAIR, "TENANT", -1)),
                        WEISHI.nameMain(office, site, FAIR, 0),
                        WEISHI.nameMain(office, site, WEISHI.tenant(), 31),
                        WEISHI.nameMain(office, site, WEISHI.tenant(), 10),
                        WEISHI.nameMain(office, site, WEISHI.tenant(), -1),
                        WEISHI.end(office, site, FAIR, 0),
                        WEISHI.end(office, site, WEISHI.tenant(), 31),
                        WEISHI.end(office, site, WEISHI.landlord(), 11),
                        WEISHI.end(office, site, WEISHI.tenant(), -1))
                .map(SiteTest::refusal)
                .toList();

        // Then
        assertEquals(
                List.of(
                        "UNKNOWN_CODE jurisdiction",
                        "OUTSIDE_JURISDICTION jurisdiction",
                        "NOT_A_COUNTY_OR_TOWN jurisdiction",
                        "REFERENCE_NOT_FOUND enterpriseId",
                        "UNIT_OF_ANOTHER_COUNTY enterpriseId",
                        "SITE_UNIT_OVERLAPS from",
                        "TIME_IN_FUTURE from",
                        "NOT_ON_THE_SITE enterpriseId",
                        "NOT_ON_THE_SITE from",
                        "MAIN_UNIT_HOLDS from",
                        "TIME_IN_FUTURE from",
                        "NOT_ON_THE_SITE enterpriseId",
                        "END_BEFORE_START lastDay",
                        "END_BEFORE_START lastDay",
                        "TIME_IN_FUTURE lastDay"),
                refusals);
        assertEquals(before, seen(CITY_OFFICER, site).prettify());
    }

    @Test
    void whoCameBackIsOnTheSiteAgainAndItsDaysDoNotOverlap() {
        // Given
        String site = WEISHI.shared();
        WEISHI.end(WEISHI.office(), site, WEISHI.landlord(), 10).accepted();

        // When
        Payload overlapping = WEISHI.add(WEISHI.office(), site, WEISHI.unit(WEISHI.landlord(), "OWNER", 10));
        Payload back = WEISHI.add(WEISHI.office(), site, WEISHI.unit(WEISHI.landlord(), "OWNER", 9));

        // Then
        assertEquals(List.of("SITE_UNIT_OVERLAPS"), overlapping.userErrorCodes());
        assertEquals(
                List.of("LANDLORD", "OWNER"),
                back.accepted().get("site.units.findAll { it.name == '" + LANDLORD + "' }.role"));
    }

    @Test
    void oneOfTwoWhoNameAMainUnitAtOnceHasNamedIt() throws Exception {
        // Given
        String site = WEISHI.shared();

        // When
        List<List<String>> answers = Together.act(
                2,
                person -> WEISHI.nameMain(WEISHI.office(), site, person == 0 ? WEISHI.tenant() : WEISHI.landlord(), 0)
                        .userErrorCodes());

        // Then
        assertEquals(
                List.of(List.of(), List.of("MAIN_UNIT_HOLDS")),
                answers.stream().sorted(Comparator.comparingInt(List::size)).toList());
        assertEquals(1, seen(CITY_OFFICER, site).getList("data.site.mainUnits").size());
    }

    private static Payload close(String site) {
        return WEISHI.change(WEISHI.office(), "closeSite", "CloseSiteInput", site, Map.of());
    }

    private static String refusal(Payload payload) {
        return payload.userErrorCodes().getFirst() + " " + payload.text("userErrors[0].path.last()");
    }

    private static String reported(TestCaller reporter) {
        return new Loop().reportedHazard(reporter, WEISHI.tenant());
    }

    /** The main unit of the site in a hazard's snapshot, and what of it is missing. */
    private static List<String> sites(String hazard, String site) {
        JsonPath answer = LedgerClient.as(CITY_OFFICER)
                .query(
                        "query($id: ID!) { hazard(id: $id) { responsibleParties { missingCodes sites { siteId mainUnit } } } }",
                        Map.of("id", hazard));
        String parties = "data.hazard.responsibleParties";
        List<String> missing = answer.getList(parties + ".missingCodes");
        String told = missing.contains("SITE_MAIN_UNIT") ? "SITE_MAIN_UNIT" : "";
        return answer.<String>getList(parties + ".sites.findAll { it.siteId == '" + site + "' }.mainUnit").stream()
                .map(unit -> unit + " " + told)
                .toList();
    }

    private static List<String> gaps(String day, String site) {
        JsonPath answer = LedgerClient.as(CITY_OFFICER)
                .query(
                        "query($day: Date) { responsibilityGaps(jurisdiction: \"410223000000\", on: $day, kind: SITE_MAIN_UNIT_MISSING)"
                                + " { jurisdiction missing siteId } }",
                        Map.of("day", day));
        List<Map<String, String>> gaps = answer.getList("data.responsibilityGaps");
        return gaps.stream()
                .filter(gap -> site.equals(gap.get("siteId")))
                .map(gap -> gap.get("jurisdiction") + " " + gap.get("missing"))
                .toList();
    }

    private static JsonPath seen(TestCaller caller, String site) {
        return LedgerClient.as(caller)
                .query(
                        "query($id: ID!) { site(id: $id) { name version presentUnits mainUnitName mainUnit { id }"
                                + " units { name agreementNumber validTo } mainUnits { name validTo } } }",
                        Map.of("id", site));
    }

    private static boolean listed(TestCaller caller, Map<String, ?> filter, String site) {
        return LedgerClient.as(caller)
                .query(
                        "query($filter: SiteFilter) { sites(first: 100, filter: $filter) { nodes { id } } }",
                        Map.of("filter", filter))
                .<String>getList("data.sites.nodes.id")
                .contains(site);
    }

    private static List<String> sorted(JsonPath answer, String path) {
        return answer.<String>getList(path).stream()
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}

package org.safetyledger.jurisdiction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** Front ends make their pick lists of the schema, and show names where the ledger keeps codes. */
@LedgerTest
class CodeTablesTest {
    private final LedgerClient worker = LedgerClient.as(WORKER_LANKAO);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hazardCategories(matter: "GAS_USE")   | GAS_PIPELINE        | 燃气管道与用气设施 | Gas pipelines and appliances
            industries(sections: true, first: 3)  | A                   | 农、林、牧、渔业  | Agriculture, forestry, animal husbandry and fishery
            industries(parent: "D")               | D44                 | 电力、热力生产和供应业 | Production and supply of electricity and heat
            keySectors(first: 1)                  | AGRICULTURE         | 农业农机与畜禽养殖 | Agriculture, farm machinery, livestock and poultry
            matters                               | CIVIL_EXPLOSIVES    | 民用爆炸物品 | Civil explosives""")
    void tablesAreListedWithNamesInBothLanguages(String list, String code, String name, String nameEn) {
        // When
        JsonPath read = worker.query("{ list: " + list + " { nodes { code name nameEn validFrom validTo } } }");

        // Then
        assertEquals(
                List.of(code, name, nameEn),
                List.of(
                        read.getString("data.list.nodes[0].code"),
                        read.getString("data.list.nodes[0].name"),
                        read.getString("data.list.nodes[0].nameEn")));
        assertNull(read.getString("data.list.nodes[0].validTo"));
    }

    @Test
    void divisionLeadsToItsSectionAndCategoryToItsMatter() {
        // When
        JsonPath read = worker.query("""
                { industries(parent: "C", first: 2) { nodes { code parent { code nameEn } } }
                  hazardCategories(first: 100, matter: "FIRE") { totalCount nodes { nature area matterLabel { name } } } }
                """);

        // Then
        assertEquals(List.of("C13", "C14"), read.getList("data.industries.nodes.code"));
        assertEquals(List.of("Manufacturing", "Manufacturing"), read.getList("data.industries.nodes.parent.nameEn"));
        assertEquals(3, read.getInt("data.hazardCategories.totalCount"));
        assertEquals(
                List.of("ENVIRONMENT", "UNSAFE_STATE", "UNSAFE_STATE"),
                read.getList("data.hazardCategories.nodes.nature"));
        assertEquals(List.of("消防", "消防", "消防"), read.getList("data.hazardCategories.nodes.matterLabel.name"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sector: "COAL_MINE", validOn: "2026-06-30"        | COAL-2020
            sector: "COAL_MINE", validOn: "2026-07-01"        | COAL-2026
            category: "EVACUATION_ROUTE", validOn: "2025-10-31" | FIRE-2017
            matter: "FIRE", validOn: "2026-11-01"             | FIRE-2025
            matter: "GAS_USE"                                 | GAS-2023
            text: "渔业"                                       | FISH-2022
            text: "gb 45067"                                  | SE-2024""")
    void standardsAreFoundBySectorCategoryMatterTextAndDay(String filter, String standard) {
        // When
        JsonPath read = worker.query("{ judgementStandards(filter: {" + filter + "}) { nodes { code } } }");

        // Then
        assertEquals(List.of(standard), read.getList("data.judgementStandards.nodes.code"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sector: "COAL_MINE", validOn: "2026-07-01"           | 17 | COAL-2026 第三条第（一）项
            standard: "CHEM-2026", text: "5.1.1"                 | 1  | CHEM-2026 5.1.1
            category: "FIRE_FACILITIES", validOn: "2026-11-01", effect: MAJOR | 2 | FIRE-2025 第5章
            matter: "FIRE", validOn: "2026-11-01", effect: NOT_MAJOR | 1 | FIRE-2025 4.2
            sector: "NON_COAL_MINE", validOn: "2010-01-01"       | 0  |
            text: "100%"                                         | 0  |""")
    void clausesAreFoundBySectorCategoryMatterTextAndDay(String filter, int count, String first) {
        // When
        JsonPath read = worker.query("{ judgementClauses(first: 1, filter: {" + filter
                + "}) { totalCount nodes { number standard { code } } } }");

        // Then
        assertEquals(count, read.getInt("data.judgementClauses.totalCount"));
        if (count > 0) {
            assertEquals(
                    first,
                    read.getString("data.judgementClauses.nodes[0].standard.code") + " "
                            + read.getString("data.judgementClauses.nodes[0].number"));
        }
    }

    @Test
    void clauseTellsWhatItSaysWhatFollowsHowItIsKnownAndWhereItIsFrom() {
        // When
        JsonPath read = worker.query("""
                { judgementClauses(filter: {standard: "GAS-2023"}, first: 100) { nodes { number text effect provenance
                  standard { title titleEn documentNumber issuingBody validFrom sectorLabel { name } categoryLabels { code name } } } } }
                """);

        // Then
        String last = "data.judgementClauses.nodes[-1]";
        assertEquals("第十条", read.getString(last + ".number"));
        assertEquals("MAJOR", read.getString(last + ".effect"));
        assertEquals("RECALLED", read.getString(last + ".provenance"));
        assertEquals(
                Map.of(
                        "title", "城镇燃气经营安全重大隐患判定标准",
                        "titleEn", "Criteria for major hazards in the operation of urban gas",
                        "documentNumber", "建城规〔2023〕4号",
                        "issuingBody", "住房和城乡建设部",
                        "validFrom", "2023-09-21",
                        "sectorLabel", Map.of("name", "城镇燃气"),
                        "categoryLabels", List.of(Map.of("code", "GAS_PIPELINE", "name", "燃气管道与用气设施"))),
                read.getMap(last + ".standard"));
    }

    @Test
    void clausesComeInTheOrderOfTheirStandardPageByPage() {
        // When
        String page = """
                query($after: String) { judgementClauses(filter: {standard: "GAS-2023"}, first: 10, after: $after) {
                  nodes { number } pageInfo { hasNextPage endCursor } } }""";
        JsonPath first = worker.query(page);
        JsonPath second =
                worker.query(page, Map.of("after", first.getString("data.judgementClauses.pageInfo.endCursor")));

        // Then
        assertEquals("第四条第（一）项", first.getString("data.judgementClauses.nodes[0].number"));
        assertEquals("第五条第（五）项", first.getString("data.judgementClauses.nodes[9].number"));
        assertEquals("第六条第（一）项", second.getString("data.judgementClauses.nodes[0].number"));
    }

    @Test
    void rulesOfASubjectAreListedAsOfADay() {
        // When
        JsonPath read = worker.query("""
                { deadlineRules(subject: "REVIEW", validOn: "2026-01-01") {
                    nodes { code grade amount unit source provenance } }
                  before: deadlineRules(subject: "REVIEW", validOn: "2009-12-31") { totalCount } }
                """);

        // Then
        assertEquals(List.of("REVIEW_GENERAL", "REVIEW_MAJOR"), read.getList("data.deadlineRules.nodes.code"));
        assertEquals(
                Map.of(
                        "code", "REVIEW_GENERAL",
                        "grade", "GENERAL",
                        "amount", 10,
                        "unit", "NATURAL_DAY",
                        "source", "原国家安全生产监督管理总局令第15号（2015年修正）第十七条",
                        "provenance", "RECALLED"),
                read.getMap("data.deadlineRules.nodes[0]"));
        assertEquals(0, read.getInt("data.before.totalCount"));
    }

    @Test
    void calendarOfAYearIsOnePage() {
        // When
        JsonPath read = worker.query("""
                { workingCalendar(from: "2026-01-01", to: "2026-12-31", first: 100) {
                    totalCount nodes { day kind name nameEn } }
                  next: workingCalendar(from: "2027-01-01") { totalCount } }
                """);

        // Then
        assertEquals(39, read.getInt("data.workingCalendar.totalCount"));
        assertEquals(
                Map.of("day", "2026-01-01", "kind", "HOLIDAY", "name", "元旦", "nameEn", "New Year's Day"),
                read.getMap("data.workingCalendar.nodes[0]"));
        assertEquals(
                List.of("Workday in exchange for New Year's Day"),
                read.getList("data.workingCalendar.nodes.findAll { it.name == '元旦调休上班' }.nameEn"));
        assertEquals(0, read.getInt("data.next.totalCount"));
    }

    @Test
    void hazardTellsWhatItsCodesStandFor() {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        String labels = """
                query($id: ID!) { hazard(id: $id) { category categoryLabel { code name nameEn } industryLabel { name nameEn }
                  judgementClauseLabel { number text standard { code } }
                  enterprise { industryLabel { code } sectorLabel { name nameEn } } } }""";

        // When
        JsonPath general = LedgerClient.as(OFFICER_LANKAO).query(labels, Map.of("id", hazard));
        loop.escalate(OFFICER_LANKAO, hazard);
        JsonPath major = LedgerClient.as(OFFICER_LANKAO).query(labels, Map.of("id", hazard));

        // Then
        assertEquals(general.getString("data.hazard.category"), general.getString("data.hazard.categoryLabel.code"));
        assertEquals("消防设施器材", general.getString("data.hazard.categoryLabel.name"));
        assertEquals("Fire protection facilities and equipment", general.getString("data.hazard.categoryLabel.nameEn"));
        assertEquals(
                "Manufacture of chemical raw materials and chemical products",
                general.getString("data.hazard.industryLabel.nameEn"));
        assertNull(general.get("data.hazard.judgementClauseLabel"));
        assertEquals("C26", general.getString("data.hazard.enterprise.industryLabel.code"));
        assertEquals("危险化学品", general.getString("data.hazard.enterprise.sectorLabel.name"));
        assertEquals(
                LedgerClient.as(OFFICER_LANKAO)
                        .query(
                                "query($id: ID!) { hazard(id: $id) { judgementStandard judgementClause } }",
                                Map.of("id", hazard))
                        .getMap("data.hazard"),
                Map.of(
                        "judgementStandard",
                        major.getString("data.hazard.judgementClauseLabel.standard.code"),
                        "judgementClause",
                        major.getString("data.hazard.judgementClauseLabel.number")));
    }

    @Test
    void departmentChecklistAndCampaignTellWhatTheirCodesStandFor() {
        // Given
        LedgerClient officer = LedgerClient.as(CITY_OFFICER);
        String campaign = officer.mutate(
                        "createCampaign",
                        "CreateCampaignInput",
                        Map.of(
                                "title", "燃气专项",
                                "kind", "ROUTINE",
                                "startsOn", "2026-03-01",
                                "endsOn", "2026-03-31",
                                "targetJurisdictions", List.of("410225000000", "410221000000"),
                                "industries", List.of("H", "D45")),
                        "campaign { id }")
                .accepted()
                .text("campaign.id");

        // When
        JsonPath read = officer.query("""
                query($id: ID!) {
                  department(code: "KF-410225-EM") { industryLabels { code nameEn } matterLabels { name nameEn } }
                  checklists(sector: "HAZARDOUS_CHEMICALS", first: 1) {
                    nodes { sectorLabel { nameEn } matterLabel { code } items { category categoryLabel { code } } } }
                  node(id: $id) { ... on Campaign {
                    targetJurisdictionLabels { code name } industryLabels { code name nameEn } } } }
                """, Map.of("id", campaign));

        // Then
        assertEquals(List.of("Mining", "Manufacturing"), read.getList("data.department.industryLabels.nameEn"));
        assertEquals(List.of("General supervision"), read.getList("data.department.matterLabels.nameEn"));
        assertEquals("Hazardous chemicals", read.getString("data.checklists.nodes[0].sectorLabel.nameEn"));
        assertNull(read.get("data.checklists.nodes[0].matterLabel"));
        assertEquals(
                read.getList("data.checklists.nodes[0].items.category"),
                read.getList("data.checklists.nodes[0].items.categoryLabel.code"));
        assertEquals(List.of("杞县", "兰考县"), read.getList("data.node.targetJurisdictionLabels.name"));
        assertEquals(
                List.of("Production and supply of gas", "Accommodation and catering"),
                read.getList("data.node.industryLabels.nameEn"));
    }
}

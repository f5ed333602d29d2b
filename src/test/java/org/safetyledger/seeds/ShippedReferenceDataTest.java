package org.safetyledger.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.OwnLedger;

/** What the shipped code tables say about the law, and that they say how they know it. */
@QuarkusTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class ShippedReferenceDataTest {
    @Inject
    SeedDatabase database;

    @Test
    void standardsFollowOneAnotherOnTheDaysOfTheirPublication() {
        assertEquals(
                List.of(
                        "CHEM-2017|2017-11-13|2026-09-29",
                        "CHEM-2026|2026-09-30|null",
                        "CONST-2022|2022-04-19|2024-12-12",
                        "CONST-2024|2024-12-13|null",
                        "POWER-2026|2026-07-01|null"),
                database.rows("select code, valid_from, valid_to from judgement_standard"
                        + " where code ~ '^(CHEM|CONST|POWER)-' order by code"));
        assertEquals("2024-12-13", database.value("select valid_from from checklist where code = 'CL-CON'"));
        assertEquals("煤矿重大事故隐患判定标准", database.value("select title from judgement_standard where code = 'COAL-2026'"));
    }

    @Test
    void everyStandardInForceButThoseThatSayWhyHasClauses() {
        assertEquals(
                List.of("CIVIL-EXPLOSIVES-2024", "NCM-SUP-2024"),
                database.rows("select code from judgement_standard s where valid_to is null and not exists"
                        + " (select from judgement_clause c where c.standard_code = s.code) order by code"));
        assertEquals(
                List.of(
                        "AGRI-MACHINE-2022|6",
                        "CHEM-2026|53",
                        "COAL-2026|17",
                        "POST-2024|5",
                        "POWER-2026|8",
                        "SCHOOL-2024|4"),
                database.rows("select standard_code, count(*) from judgement_clause where standard_code in"
                        + " ('AGRI-MACHINE-2022', 'CHEM-2026', 'COAL-2026', 'POST-2024', 'POWER-2026', 'SCHOOL-2024')"
                        + " group by 1 order by 1"));
    }

    @Test
    void everyCodeHasANameInEnglish() {
        assertEquals(
                List.of(
                        "calendar_day|379",
                        "hazard_category|47",
                        "industry|117",
                        "judgement_standard|23",
                        "key_sector|20",
                        "matter|5",
                        "venue_type|7"),
                database.rows("select 'industry', count(name_en) from industry union all"
                        + " select 'key_sector', count(name_en) from key_sector union all"
                        + " select 'matter', count(name_en) from matter union all"
                        + " select 'venue_type', count(name_en) from venue_type union all"
                        + " select 'hazard_category', count(name_en) from hazard_category union all"
                        + " select 'judgement_standard', count(title_en) from judgement_standard union all"
                        + " select 'calendar_day', count(name_en) from calendar_day order by 1"));
        assertEquals(
                List.of("C|制造业|Manufacturing", "D45|燃气生产和供应业|Production and supply of gas"),
                database.rows("select code, name, name_en from industry where code in ('C', 'D45') order by code"));
    }

    @Test
    void everyClauseHasItsPlaceInItsStandard() {
        assertEquals(
                "0",
                database.value("select count(*) from (select row_number() over (partition by standard_code"
                        + " order by position) number, position from judgement_clause) c where number <> position"));
    }

    @Test
    void rowsKnownFromMemoryAreMarked() {
        assertEquals(
                List.of(
                        "GAS-2023|第九条第（一）项",
                        "GAS-2023|第九条第（三）项",
                        "GAS-2023|第九条第（二）项",
                        "GAS-2023|第九条第（四）项",
                        "GAS-2023|第十条"),
                database.rows("select standard_code, clause from judgement_clause where evidence = 'RECALLED'"
                        + " order by standard_code, clause collate \"C\""));
        assertEquals("0", database.value("select count(*) from judgement_clause where summary like '%回忆%'"));
        assertEquals("INFERRED", database.value("select evidence from judgement_standard where code = 'CHEM-2017'"));
    }

    @Test
    void clausesThatMakeNothingMajorSaySo() {
        assertEquals(
                List.of("FIRE-2025|4.2|NOT_MAJOR", "FIRE-2025|附录A|METHOD"),
                database.rows("select standard_code, clause, effect from judgement_clause where effect <> 'MAJOR'"
                        + " order by effect desc"));
    }

    @Test
    void everyDeadlineRuleNamesItsSourceAndHowItIsKnown() {
        assertEquals(
                List.of("DEFAULT|27", "READ|38", "RECALLED|8"),
                database.rows("select evidence, count(*) from deadline_rule group by 1 order by 1"));
        assertEquals("0", database.value("select count(*) from deadline_rule where source like '%local rule%'"));
        assertEquals(
                List.of(
                        "EXTENSION_DECISION|null|5|NATURAL_DAY",
                        "EXTENSION_NOTICE|GENERAL|0|NATURAL_DAY",
                        "EXTENSION_NOTICE|MAJOR|0|NATURAL_DAY",
                        "RECTIFICATION_TOTAL|MAJOR|90|NATURAL_DAY",
                        "REVIEW|GENERAL|10|NATURAL_DAY"),
                database.rows("select subject, grade, amount, unit from deadline_rule where code in"
                        + " ('EXTENSION_DECISION_ANY', 'EXTENSION_NOTICE_GENERAL', 'EXTENSION_NOTICE_MAJOR',"
                        + " 'RECTIFICATION_TOTAL_MAJOR', 'REVIEW_GENERAL') order by subject, grade"));
    }

    @Test
    void calendarHoldsTheYearsOfTheHazardsInScopeAndNoneThatIsNotPublished() {
        assertEquals(
                List.of(
                        "2016|30", "2017|29", "2018|32", "2019|34", "2020|36", "2021|38", "2022|39", "2023|33",
                        "2024|36", "2025|33", "2026|39"),
                database.rows("select extract(year from day)::int, count(*) from calendar_day group by 1 order by 1"));
    }

    @Test
    void versionsOfAChecklistFollowWithoutAGap() {
        assertEquals(
                List.of("CL-FW|2", "CL-HC|2", "CL-HC|3", "CL-IT|2", "CL-SE|2", "CL-SUP|2"),
                database.rows("select c.code, c.version from checklist c join checklist p on p.code = c.code"
                        + " and p.version = c.version - 1 and p.valid_to + 1 = c.valid_from order by 1, 2"));
        assertEquals(
                "0",
                database.value("select count(*) from checklist c where version > 1 and not exists"
                        + " (select from checklist p where p.code = c.code and p.version = c.version - 1"
                        + " and p.valid_to + 1 = c.valid_from)"));
        assertEquals(
                "0",
                database.value("select count(*) from checklist_item i join checklist c on c.id = i.checklist_id"
                        + " where c.valid_to is null and (basis = 'GB 11652' or basis like '安监总管三〔2017〕121号第%'"
                        + " or basis like '《危险化学品安全管理条例》%' and c.code = 'CL-HC')"));
    }

    @Test
    void everyTownAndStreetIsAnsweredForByTheHeadOfItsGovernment() {
        assertEquals(
                "0",
                database.value("select count(*) from division d where level = 'TOWN' and valid_to is null"
                        + " and not exists (select from responsibility_assignment r join person p on p.id = r.person_id"
                        + " join post t on t.id = p.post_id where r.party = 'TERRITORIAL' and r.division_code = d.code"
                        + " and t.kind = 'GOVERNMENT_HEAD' and t.division_code = d.code)"));
        assertEquals(
                "0",
                database.value("select count(*) from responsibility_assignment r join person p"
                        + " on p.id = r.person_id join post t on t.id = p.post_id where r.party = 'TERRITORIAL'"
                        + " and r.division_code like '%000000' and t.kind not in ('GOVERNMENT_HEAD', 'DEPUTY_HEAD')"));
        assertEquals(
                List.of("五里河镇镇长", "金城街道办事处主任"),
                database.rows(
                        "select title from post where code in ('P-410221101-GOV', 'P-410221001-GOV') order by title collate \"C\""));
    }

    @Test
    void headsOfCountiesAndDistrictsBearTheTitlesOfTheirGovernments() {
        assertEquals(
                List.of("龙亭区区长", "龙亭区副区长（分管安全生产）", "杞县县长", "杞县副县长（分管安全生产）"),
                database.rows("select title from post where code in ('P-410202-GOV', 'P-410202-DEP', 'P-410221-GOV',"
                        + " 'P-410221-DEP') order by division_code, kind desc"));
    }

    @Test
    void governmentsAndDepartmentsAreSupervisedByAChecklistOfTheirOwn() {
        assertEquals(
                "安全生产督查检查表（政府和部门）|null|18",
                database.value(
                        "select c.title, c.sector, count(*) from checklist c"
                                + " join checklist_item i on i.checklist_id = c.id where c.code = 'CL-SUP' and c.valid_to is null group by 1, 2"));
    }

    @Test
    void everyCategoryButTheUnclassifiedIsMappedToTheNationalClassification() {
        assertEquals(
                "0",
                database.value("select count(*) from hazard_category h where not exists (select from"
                        + " category_mapping m where m.category_code = h.code and m.standard = 'GB/T 13861-2022')"
                        + " and h.code <> 'UNCLASSIFIED'"));
        assertEquals(
                List.of("中毒|null|READ", "窒息|null|READ"),
                database.rows("select name, code, evidence from category_mapping where category_code = 'CONFINED_SPACE'"
                        + " and standard = 'GB 6441-2025' order by name"));
    }
}

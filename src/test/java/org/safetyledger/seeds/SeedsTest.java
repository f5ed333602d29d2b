package org.safetyledger.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.safetyledger.seeds.SeedReport.FileReport;
import org.safetyledger.seeds.SeedReport.Outcome;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.OwnLedger;

@QuarkusTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class SeedsTest {

    private static final Path SHIPPED = Path.of("seeds");

    @Inject
    Seeds seeds;

    @Inject
    SeedDatabase database;

    @TempDir
    Path directory;

    private SampleFiles files;

    @BeforeEach
    void emptyDatabase() throws SQLException {
        files = new SampleFiles(directory);
        database.empty();
    }

    @Test
    void shippedSeedsLoadCompletely() throws SQLException {
        // When
        SeedReport report = seeds.load(SHIPPED);

        // Then
        assertEquals(
                List.of(
                        "divisions.csv 141 141",
                        "industries.csv 117 117",
                        "matters.csv 5 5",
                        "venue-types.csv 7 7",
                        "departments.csv 143 143",
                        "key-sectors.csv 20 20",
                        "hazard-categories.csv 47 47",
                        "category-mappings.csv 90 90",
                        "judgement-standards.csv 23 23",
                        "judgement-clauses.csv 295 295",
                        "working-calendar.csv 379 379",
                        "deadline-rules.csv 73 73",
                        "limit-rules.csv 55 55",
                        "escalation-rules.csv 14 14",
                        "duty-rules.csv 10 10",
                        "paper-forms.csv 6 6",
                        "checklists.csv 18 18",
                        "checklist-items.csv 266 266",
                        "enterprises.csv 300 300",
                        "posts.csv 710 710",
                        "people.csv 710 710",
                        "responsibility.csv 729 729"),
                report.files().stream()
                        .map(file -> file.file() + " " + file.rows() + " " + file.changed())
                        .toList());
        assertEquals(
                List.of(Outcome.LOADED),
                report.files().stream().map(FileReport::outcome).distinct().toList());
        assertEquals(141, database.count("division"));
        assertEquals(266, database.count("checklist_item"));
        assertEquals(300, database.count("enterprise"));
        assertEquals(729, database.count("responsibility_assignment"));
        assertEquals(4158, Integer.parseInt(database.value("select sum(rows) from seed_import")));
    }

    @Test
    void seededRowsHaveDeterministicIds() throws SQLException {
        // When
        seeds.load(SHIPPED);

        // Then
        UUID enterprise = SeedIds.enterprise("91410225MA8U9NBR1E");
        assertEquals(
                SeedIds.division("410225000000").toString(),
                database.value("select id from division where code = '410225000000'"));
        assertEquals(
                SeedIds.checklistItem("CL-HC", 2, 7).toString(),
                database.value("select i.id from checklist_item i join checklist c on c.id = i.checklist_id"
                        + " where c.code = 'CL-HC' and c.version = 2 and i.number = 7"));
        assertEquals(
                enterprise.toString(),
                database.value("select id from enterprise where credit_code = '91410225MA8U9NBR1E'"));
        assertEquals(
                "1",
                database.value("select count(*) from responsibility_assignment where id = '"
                        + SeedIds.responsibilityAssignment(
                                "LEADERSHIP", "410200000000", null, null, "KF-P-0001", LocalDate.of(2024, 1, 1))
                        + "'"));
    }

    @Test
    void rowsTakeOverWhatTheyReferTo() throws IOException, SQLException {
        // Given
        files.writeAll();

        // When
        seeds.load(directory);

        // Then
        String enterprise = SeedIds.enterprise("91410225MA8U9NBR1E").toString();
        assertEquals(
                List.of("KF-1|410225101000|" + enterprise, "KF-2|410225101000|null"),
                database.rows("select code, division_code, enterprise_id from person order by code"));
        assertEquals(
                List.of("ENTERPRISE_MAIN|高芳林|总经理|" + enterprise + "|1", "TERRITORIAL|周静涛|镇长|null|1"),
                database.rows("select party, holder_name, holder_title, enterprise_id, version"
                        + " from responsibility_assignment order by party"));
    }

    @Test
    void filesFromBeforeMattersAreLoadedWithoutThem() throws IOException, SQLException {
        // Given
        files.writeAll();
        files.write("departments.csv", """
                code,name,division,kind,industries
                KF-FR,兰考县消防救援大队,410225000000,FIRE_RESCUE,
                """);
        files.write("hazard-categories.csv", """
                code,name,nature,area,valid_from,valid_to
                FIRE_FACILITIES,消防设施器材,UNSAFE_STATE,ON_SITE_MANAGEMENT,2010-01-01,
                """);

        // When
        SeedReport report = seeds.load(directory);

        // Then
        assertEquals(Outcome.LOADED, report.file("departments.csv").outcome());
        assertEquals("{}", database.value("select matters from department where code = 'KF-FR'"));
        assertEquals("null", String.valueOf(database.value("select matter from hazard_category")));
    }

    @Test
    void filesFromBeforeEnglishNamesAreLoadedWithoutThem() throws IOException, SQLException {
        // Given
        files.writeAll();
        files.write("matters.csv", """
                code,name,valid_from,valid_to
                FIRE,消防,2010-01-01,
                """);
        files.write("key-sectors.csv", """
                code,name,valid_from,valid_to
                COAL_MINE,煤矿,2010-01-01,
                """);
        files.write("hazard-categories.csv", """
                code,name,nature,area,valid_from,valid_to,matter
                FIRE_FACILITIES,消防设施器材,UNSAFE_STATE,ON_SITE_MANAGEMENT,2010-01-01,,FIRE
                """);
        files.write("judgement-standards.csv", """
                code,title,document_number,issuing_body,sector,categories,valid_from,valid_to,evidence,note
                COAL-2026,煤矿重大事故隐患判定标准,应急管理部令第21号,应急管理部,COAL_MINE,,2026-07-01,,READ,
                """);
        files.write("judgement-clauses.csv", """
                standard,clause,effect,summary,evidence
                COAL-2026,第四条,MAJOR,超能力生产,
                """);
        files.write("working-calendar.csv", """
                date,kind,name,source
                2026-01-01,HOLIDAY,元旦,
                """);

        // When
        seeds.load(directory);

        // Then
        assertEquals(
                List.of("null", "null", "null", "null", "null", "null"),
                Stream.of("industry", "matter", "key_sector", "hazard_category", "calendar_day", "judgement_standard")
                        .map(table -> String.valueOf(database.value("select distinct "
                                + (table.equals("judgement_standard") ? "title_en" : "name_en") + " from " + table)))
                        .toList());
        assertEquals("0", database.value("select position from judgement_clause"));
    }

    @Test
    void secondLoadIsSkippedAndChangesNothing() throws IOException, SQLException {
        // Given
        files.writeAll();
        seeds.load(directory);
        List<String> before = database.rows("select *, xmin from enterprise order by id");
        List<String> imports = database.rows("select *, xmin from seed_import order by file");

        // When
        SeedReport report = seeds.load(directory);

        // Then
        assertEquals(Outcome.UNCHANGED, report.file("enterprises.csv").outcome());
        assertEquals(Outcome.ABSENT, report.file("checklists.csv").outcome());
        assertEquals(0, report.files().stream().mapToInt(FileReport::changed).sum());
        assertEquals(before, database.rows("select *, xmin from enterprise order by id"));
        assertEquals(imports, database.rows("select *, xmin from seed_import order by file"));
    }

    @Test
    void changedFileUpdatesItsChangedRowsAndDeletesNone() throws IOException, SQLException {
        // Given
        files.writeAll();
        seeds.load(directory);

        // When
        files.write(
                "enterprises.csv",
                SampleFiles.ENTERPRISES
                        .replace(",186,", ",190,")
                        .lines()
                        .limit(2)
                        .collect(Collectors.joining("\n")));
        SeedReport report = seeds.load(directory);

        // Then
        assertEquals(new FileReport("enterprises.csv", Outcome.LOADED, 1, 1), report.file("enterprises.csv"));
        assertEquals(
                List.of("91410221MA73J0161T|142|1", "91410225MA8U9NBR1E|190|2"),
                database.rows("select credit_code, employees, version from enterprise order by credit_code"));
    }

    @Test
    void peopleFollowTheirPostsButTheRegisterKeepsItsHolders() throws IOException, SQLException {
        // Given
        files.writeAll();
        seeds.load(directory);

        // When
        files.write(
                "posts.csv",
                SampleFiles.POSTS
                        .replace("总经理", "厂长")
                        .replace("P-2,镇长,GOVERNMENT_HEAD,410225101000", "P-2,县长,GOVERNMENT_HEAD,410225000000"));
        SeedReport report = seeds.load(directory);

        // Then
        assertEquals(new FileReport("people.csv", Outcome.LOADED, 2, 1), report.file("people.csv"));
        assertEquals("410225000000", database.value("select division_code from person where code = 'KF-2'"));
        assertEquals(
                List.of("总经理|1", "镇长|1"),
                database.rows("select holder_title, version from responsibility_assignment order by party"));
    }

    @Test
    void endedAssignmentStaysTheSameRow() throws IOException, SQLException {
        // Given
        files.writeAll();
        seeds.load(directory);

        // When
        files.write(
                "responsibility.csv",
                SampleFiles.RESPONSIBILITY.replace("KF-2,2024-01-01,", "KF-2,2024-01-01,2025-06-30"));
        seeds.load(directory);

        // Then
        assertEquals(
                List.of("ENTERPRISE_MAIN|null|1", "TERRITORIAL|2025-06-30|2"),
                database.rows("select party, valid_to, version from responsibility_assignment order by party"));
    }
}

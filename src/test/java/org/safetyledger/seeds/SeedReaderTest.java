package org.safetyledger.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedReaderTest {

    private static final String HEADER = "code,name,level,kind,parent,valid_from,valid_to\n";

    @Test
    void valuesAreStrippedAndTheByteOrderMarkIsIgnored() {
        // When
        List<Row> rows = read("\uFEFF" + HEADER + "410000000000, 河南省 ,PROVINCE,ADMINISTRATIVE,,2010-01-01,\r\n");

        // Then
        assertEquals("河南省", rows.getFirst().text("name"));
    }

    @Test
    void columnsMayStandInAnyOrder() {
        // When
        List<Row> rows = read(
                "name,code,parent,kind,level,valid_to,valid_from\n河南省,410000000000,,ADMINISTRATIVE,PROVINCE,,2010-01-01\n");

        // Then
        assertEquals("410000000000", rows.getFirst().text("code"));
    }

    @Test
    void lineIsThePhysicalOneOnWhichTheRowBegins() {
        assertEquals(
                List.of(
                        "divisions.csv:2 name: \"河\\u000a南\" has a control or invisible character (U+000A)",
                        "divisions.csv:5 code: \"4102\" is not a division code of 12 digits"),
                rejected(HEADER
                        + "410000000000,\"河\n南\",PROVINCE,ADMINISTRATIVE,,2010-01-01,\n"
                        + "\n"
                        + "4102,开封市,CITY,ADMINISTRATIVE,,2010-01-01,\n"));
    }

    @Test
    void unknownMissingAndRepeatedColumnsAreReported() {
        assertEquals(
                List.of(
                        "divisions.csv:1 colour: \"colour\" is not a column of this file",
                        "divisions.csv:1 name: \"name\" is there twice",
                        "divisions.csv:1 valid_to: \"\" the column is missing"),
                rejected("code,name,level,kind,parent,valid_from,colour,name\n"));
        assertEquals(List.of("divisions.csv:1: \"\" there is no header"), rejected(""));
    }

    @Test
    void wrongNumberOfCellsIsReported() {
        assertEquals(
                List.of("divisions.csv:2: \"\" has 3 cells instead of 7"),
                rejected(HEADER + "410000000000,河南省,PROVINCE\n"));
    }

    @Test
    void brokenQuotingEndsTheReading() {
        assertEquals(
                List.of("divisions.csv:3: \"\" the quoting from here on is not that of RFC 4180"),
                rejected(
                        HEADER
                                + "410000000000,河南省,PROVINCE,ADMINISTRATIVE,,2010-01-01,\n\"41\"x,n,CITY,ADMINISTRATIVE,,2010-01-01,\n"));
    }

    @Test
    void otherEncodingsAreReportedWithTheirLine() {
        // Given
        byte[] content = (HEADER + "410000000000,\u00e9,PROVINCE,ADMINISTRATIVE,,2010-01-01,\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        // When
        SeedsRejectedException rejected = assertThrows(SeedsRejectedException.class, () -> reader().read(content));

        // Then
        assertEquals(
                "divisions.csv:2: \"\" is not UTF-8",
                rejected.badCells().getFirst().toString());
    }

    @Test
    void relationsBetweenCellsAreChecked() {
        assertEquals(
                List.of(
                        "divisions.csv:2 valid_to: \"2009-12-31\" is before valid_from",
                        "divisions.csv:3 code: \"410200000000\" does not fit the level: 2 digits and zeros name a province, 4 a city, 6 a county, 9 a town",
                        "divisions.csv:4 parent: \"410200000000\" does not share its prefix with the code",
                        "divisions.csv:5 parent: \"410300000000\" is an unknown division, neither in the database nor above this row",
                        "divisions.csv:6 code: \"410000000000\" is already on line 2"),
                rejected(HEADER
                        + "410000000000,河南省,PROVINCE,ADMINISTRATIVE,,2010-01-01,2009-12-31\n"
                        + "410200000000,开封市,COUNTY,ADMINISTRATIVE,410000000000,2010-01-01,\n"
                        + "410325000000,别县,COUNTY,ADMINISTRATIVE,410200000000,2010-01-01,\n"
                        + "410301000000,某县,COUNTY,ADMINISTRATIVE,410300000000,2010-01-01,\n"
                        + "410000000000,河南省,PROVINCE,ADMINISTRATIVE,,2010-01-01,\n"));
    }

    @Test
    void impossibleDatesLongNamesAndInvisibleCharactersAreReported() {
        assertEquals(
                List.of(
                        "divisions.csv:2 name: \"" + "长".repeat(100) + "…\" is longer than 200 characters",
                        "divisions.csv:2 valid_from: \"2025-02-30\" is not a date such as 2026-01-31",
                        "divisions.csv:3 name: \"a\\u202eb\" has a control or invisible character (U+202E)",
                        "divisions.csv:3 kind: \"OTHER\" is not one of ADMINISTRATIVE, FUNCTIONAL_ZONE"),
                rejected(HEADER
                        + "410000000000," + "长".repeat(201) + ",PROVINCE,ADMINISTRATIVE,,2025-02-30,\n"
                        + "420000000000,a\u202Eb,PROVINCE,OTHER,,2010-01-01,\n"));
    }

    @Test
    void rulesForTheSameSubjectAndCaseThatOverlapAreReportedWithTheirLines() {
        // Given
        SeedFile limits = CodeTables.limitRules();
        String content = "code,subject,applies_to,amount,unit,source,evidence,note,valid_from,valid_to\n"
                + "A,VISITS_PER_YEAR,,2,COUNT,s,DEFAULT,,2010-01-01,2025-12-31\n"
                + "B,VISITS_PER_YEAR,,3,COUNT,s,DEFAULT,,2025-12-31,\n"
                + "C,VISITS_PER_YEAR,GAS,3,COUNT,s,DEFAULT,,2010-01-01,\n"
                + "D,VISITS_PER_YEAR,GAS,3,COUNT,s,DEFAULT,,2009-01-01,2009-12-31\n";

        // When
        SeedsRejectedException rejected = assertThrows(
                SeedsRejectedException.class,
                () -> new SeedReader(limits, new KnownKeys()).read(content.getBytes(StandardCharsets.UTF_8)));

        // Then
        assertEquals(
                List.of(
                        "limit-rules.csv:3 valid_from: \"2025-12-31\" the row on line 2 for the same subject and applies_to is valid at the same time"),
                rejected.badCells().stream().map(BadCell::toString).toList());
    }

    @Test
    void ladderWithTwoRungsAtOneMomentIsReported() {
        assertEquals(
                List.of(
                        "escalation-rules.csv:3 valid_from: \"2010-01-01\" the row on line 2 for the same subject and amount and unit is valid at the same time",
                        "escalation-rules.csv:4 valid_from: \"2010-01-01\" the row on line 2 for the same subject and rung is valid at the same time",
                        "escalation-rules.csv:5 unit: \"HOUR\" writes a moment in another unit than its plain one: 0 is in HOUR, whole days are in NATURAL_DAY",
                        "escalation-rules.csv:6 unit: \"NATURAL_DAY\" writes a moment in another unit than its plain one: 0 is in HOUR, whole days are in NATURAL_DAY",
                        "escalation-rules.csv:7 level: \"COUNTY\" must be given for OFFICER and LEADER, and for them only"),
                rejectedLadder("A,REVIEW,1,1,NATURAL_DAY,ESCALATE,OFFICER,COUNTY,s,DEFAULT,,2010-01-01,\n"
                        + "B,REVIEW,2,1,NATURAL_DAY,ESCALATE,LEADER,COUNTY,s,DEFAULT,,2010-01-01,\n"
                        + "C,REVIEW,1,2,NATURAL_DAY,ESCALATE,LEADER,CITY,s,DEFAULT,,2010-01-01,\n"
                        + "D,REVIEW,4,24,HOUR,ESCALATE,LEADER,CITY,s,DEFAULT,,2010-01-01,\n"
                        + "E,REVIEW,5,0,NATURAL_DAY,ESCALATE,LEADER,CITY,s,DEFAULT,,2010-01-01,\n"
                        + "F,REVIEW,6,-3,NATURAL_DAY,REMIND,RESPONSIBLE,COUNTY,s,DEFAULT,,2010-01-01,\n"));
    }

    @Test
    void rungMayTakeTheMomentOfOneThatEnds() {
        // Given
        String content = LADDER + "A,REVIEW,1,1,NATURAL_DAY,ESCALATE,OFFICER,COUNTY,s,DEFAULT,,2010-01-01,2026-06-30\n"
                + "B,REVIEW,1,1,NATURAL_DAY,ESCALATE,LEADER,COUNTY,s,DEFAULT,,2026-07-01,\n";

        // When
        List<Row> rows = new SeedReader(CodeTables.escalationRules(), new KnownKeys())
                .read(content.getBytes(StandardCharsets.UTF_8));

        // Then
        assertEquals(
                List.of("A", "B"), rows.stream().map(row -> row.text("code")).toList());
    }

    private static final String LADDER =
            "code,subject,rung,amount,unit,action,addressee,level,source,evidence,note,valid_from,valid_to\n";

    private static List<String> rejectedLadder(String rows) {
        return assertThrows(
                        SeedsRejectedException.class,
                        () -> new SeedReader(CodeTables.escalationRules(), new KnownKeys())
                                .read((LADDER + rows).getBytes(StandardCharsets.UTF_8)))
                .badCells()
                .stream()
                .map(BadCell::toString)
                .toList();
    }

    private static List<Row> read(String content) {
        return reader().read(content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rejected(String content) {
        return assertThrows(SeedsRejectedException.class, () -> read(content)).badCells().stream()
                .map(BadCell::toString)
                .toList();
    }

    private static SeedReader reader() {
        return new SeedReader(SeedFiles.IN_ORDER.getFirst(), new KnownKeys());
    }
}

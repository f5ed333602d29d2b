package org.safetyledger.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.OwnLedger;

@QuarkusTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class RejectedSeedsTest {

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
    void everyBadCellIsReportedAndNothingOfTheFileIsLoaded() throws IOException, SQLException {
        // Given
        files.write("divisions.csv", SampleFiles.DIVISIONS);
        files.write("industries.csv", SampleFiles.INDUSTRIES);
        files.write("enterprises.csv", """
                credit_code,name,division,industry,sector,address,employees,longitude,latitude,status
                91410225MA8U9NBR1E,兰考公司,410225101000,C26,,迎宾路77号,186,115.09,34.89,ACTIVE
                91410221MA73J0161X,杞县公司,410225101000,C26,,西环路8号,142,,,ACTIVE
                91410291MA7U81F33H,,410225101000,C26,,创业路120号,166,,,ACTIVE
                91410223MA7AJXAL8J,尉氏公司,410225999000,C26,,人民路1号,20,,,ACTIVE
                91410212MA4H6LK66L,通许公司,410225101000,C26,,人民路2号,many,,,ACTIVE
                91410291MA9M4NPE1R,祥符公司,410225101000,C26,,人民路3号,30,114.27,,OPEN
                91410225MA8U9NBR1E,兰考公司,410225101000,C26,,迎宾路77号,186,,,ACTIVE
                """);
        files.write("posts.csv", SampleFiles.POSTS);

        // When
        SeedsRejectedException rejected = assertThrows(SeedsRejectedException.class, () -> seeds.load(directory));

        // Then
        assertEquals(
                List.of(
                        bad(
                                3,
                                "credit_code",
                                "91410221MA73J0161X",
                                "is not a unified social credit code of 18 characters with a correct check character (GB 32100)"),
                        bad(4, "name", "", "the value is missing"),
                        bad(5, "division", "410225999000", "is an unknown division"),
                        bad(6, "employees", "many", "is not a whole number of at least 0"),
                        bad(7, "status", "OPEN", "is not one of ACTIVE, SUSPENDED, CLOSED"),
                        bad(7, "longitude", "114.27", "must be given together with latitude"),
                        bad(8, "credit_code", "91410225MA8U9NBR1E", "is already on line 2")),
                rejected.badCells());
        assertEquals(7, rejected.count());
        assertEquals("enterprises.csv has 7 bad cells, and nothing of it was loaded", rejected.summary());
        assertEquals(0, database.count("enterprise"));
        assertEquals(0, database.count("post"));
        assertEquals(4, database.count("division"));
        assertEquals(
                List.of("divisions.csv", "industries.csv"),
                database.rows("select file from seed_import order by file"));
    }

    @Test
    void refusalByTheDatabaseIsToldInOneSentenceAndLoadsNothing() throws IOException, SQLException {
        // Given
        files.writeAll();
        seeds.load(directory);

        // When
        files.write(
                "people.csv",
                SampleFiles.PEOPLE.lines().limit(1).collect(Collectors.joining())
                        + "\nKF-8,新,,P-2,,\nKF-9,新,,P-2,manager,\n");
        SeedsRejectedException rejected = assertThrows(SeedsRejectedException.class, () -> seeds.load(directory));

        // Then
        assertEquals(
                "people.csv was not loaded, because the database answered: ERROR: duplicate key value violates unique"
                        + " constraint \"person_subject_key\"",
                rejected.summary().lines().findFirst().orElseThrow());
        assertEquals(2, database.count("person"));
    }

    @Test
    void aThousandBadCellsAreListedAndAllAreCounted() throws IOException {
        // Given
        files.write(
                "divisions.csv",
                IntStream.range(0, 1500)
                        .mapToObj(i -> "x" + i + ",n,CITY,ADMINISTRATIVE,,2010-01-01,")
                        .collect(Collectors.joining("\n", "code,name,level,kind,parent,valid_from,valid_to\n", "\n")));

        // When
        SeedsRejectedException rejected = assertThrows(SeedsRejectedException.class, () -> seeds.load(directory));

        // Then
        assertEquals(1500, rejected.count());
        assertEquals(1000, rejected.badCells().size());
        List<String> message = String.valueOf(rejected.getMessage()).lines().toList();
        assertEquals(1002, message.size());
        assertEquals("  and 500 more", message.getLast());
    }

    @Test
    void missingDirectoryIsRefused() {
        // When
        SeedsRejectedException rejected =
                assertThrows(SeedsRejectedException.class, () -> seeds.load(Path.of("no-such-seeds")));

        // Then
        assertEquals("The seeds directory no-such-seeds does not exist", rejected.summary());
    }

    private static BadCell bad(long line, String column, String value, String reason) {
        return new BadCell("enterprises.csv", line, column, value, reason);
    }
}

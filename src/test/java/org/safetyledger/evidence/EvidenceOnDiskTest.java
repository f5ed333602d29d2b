package org.safetyledger.evidence;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** A row that names a content outlives a loss of power only with its content: that is on the disk before the row commits. */
@LedgerTest
class EvidenceOnDiskTest {
    @TempDir
    Path folder;

    @Inject
    LedgerTables tables;

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void contentAndTheDirectoriesThatListItAreForcedToDiskBeforeItsRowCommits() {
        // Given
        UUID id = NodeId.newUuid();
        byte[] photo = Loop.photo();
        String hazard = new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        QuarkusMock.installMockForType(new Watched(), FileEvidenceStore.class);

        // When
        int status = given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .contentType("image/jpeg")
                .queryParam("id", NodeId.text(NodeType.EVIDENCE, id))
                .queryParam("subject", hazard)
                .queryParam("stage", "BEFORE")
                .queryParam("sha256", Loop.sha256(photo))
                .body(photo)
                .post("/evidence")
                .statusCode();

        // Then
        String bytes = "content of " + photo.length + " bytes ";
        String shelf = id.toString().substring(34);
        assertEquals(201, status);
        assertEquals(
                List.of(
                        bytes + "forced with its size",
                        bytes + "closed",
                        "store forced",
                        shelf + " forced",
                        "0 rows committed"),
                told);
        assertEquals("1", rows(id));
    }

    private String rows(UUID id) {
        return tables.value("select count(*) from evidence where id = ?", id);
    }

    /** The store, which tells of what it does. */
    private final class Watched extends FileEvidenceStore {
        Watched() {
            super(
                    folder,
                    0,
                    directory -> told.add((directory.equals(folder) ? "store" : directory.getFileName()) + " forced"));
        }

        @Override
        public Path receive() throws StoreUnavailableException {
            return RecordedFile.of(super.receive(), told);
        }

        @Override
        public void keep(UUID id, Path received) throws StoreUnavailableException {
            super.keep(
                    id,
                    folder.resolve("incoming").resolve(received.getFileName().toString()));
            told.add(rows(id) + " rows committed");
        }
    }
}

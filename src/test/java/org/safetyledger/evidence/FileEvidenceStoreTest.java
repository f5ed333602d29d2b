package org.safetyledger.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEvidenceStoreTest {
    private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-0000000000ab");

    @TempDir
    Path folder;

    private final List<String> forced = new ArrayList<>();

    @Test
    void directoriesAreForcedToDiskWhenTheyListTheContent() throws IOException {
        // Given
        FileEvidenceStore store = store(0);
        Path part = store.receive();
        Files.write(part, new byte[] {1, 2, 3});

        // When
        store.keep(ID, part);

        // Then
        assertEquals(List.of("store lists ab", "ab lists " + ID), forced);
        assertArrayEquals(new byte[] {1, 2, 3}, store.open(ID).readAllBytes());
    }

    @Test
    void uploadsLeaveTheReserveFree() throws IOException {
        // Given
        FileEvidenceStore store = store(Long.MAX_VALUE);

        // Then
        assertThrows(StoreUnavailableException.class, store::receive);
        assertEquals(0, store.room());
        HealthCheckResponse ready = new EvidenceStoreCheck(store).call();
        assertEquals(HealthCheckResponse.Status.UP, ready.getStatus());
        assertEquals(0L, ready.getData().orElseThrow().get("room"));
        assertEquals(List.of(), files(folder.resolve("incoming")));
    }

    @Test
    void fullDiskIsTheStoresFaultAndNotTheClients() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "Skipped: only Linux has a file that is always full");
        assertThrows(
                StoreUnavailableException.class,
                () -> ReceivedContent.receive(new ByteArrayInputStream(new byte[] {1}), Path.of("/dev/full"), 10));
    }

    @Test
    void storeThatCannotWriteHasNoRoom() throws IOException {
        // Given
        Files.writeString(folder.resolve("incoming"), "a file where the folder should be");

        // Then
        assertThrows(StoreUnavailableException.class, store(0)::room);
        assertThrows(StoreUnavailableException.class, store(0)::receive);
    }

    @Test
    void onlyPartsThatNoLongerGrowAreRemoved() throws IOException {
        // Given
        FileEvidenceStore store = store(0);
        Instant now = Instant.parse("2026-11-26T08:00:00Z");
        Path killed = store.receive();
        Path growing = store.receive();
        Files.setLastModifiedTime(killed, FileTime.from(now.minusSeconds(901)));
        Files.setLastModifiedTime(growing, FileTime.from(now.minusSeconds(899)));

        // When
        int removed = store.removeParts(now.minusSeconds(900));

        // Then
        assertEquals(1, removed);
        assertFalse(Files.exists(killed));
        assertTrue(Files.exists(growing));
    }

    @Test
    void partsOfAKilledProcessAreRemovedWhenTheNextOneStarts() throws Exception {
        // Given
        FileEvidenceStore store = store(0);
        Instant now = Instant.parse("2026-11-26T08:00:00Z");
        Path killed = store.receive();
        Files.setLastModifiedTime(killed, FileTime.from(now.minusSeconds(901)));
        EvidenceSettings settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(EvidenceSettings.class)
                .withDefaultValue("safety-ledger.evidence.directory", folder.toString())
                .withDefaultValue("safety-ledger.evidence.sweep-every", "10M")
                .withDefaultValue("safety-ledger.evidence.check-every", "off")
                .build()
                .getConfigMapping(EvidenceSettings.class);
        Scheduled schedule = StoreSweep.class.getDeclaredMethod("sweep").getAnnotation(Scheduled.class);

        // When
        new StoreSweep(store, settings, Clock.fixed(now, ZoneOffset.UTC)).sweep();

        // Then
        assertFalse(Files.exists(killed));
        assertEquals(0, schedule.delay());
        assertEquals("", schedule.delayed());
    }

    @Test
    void storeThatNeverReceivedAnythingHasNoParts() throws IOException {
        assertEquals(0, store(0).removeParts(Instant.now()));
    }

    private FileEvidenceStore store(long reserve) {
        return new FileEvidenceStore(folder, reserve, this::note);
    }

    private void note(Path directory) throws IOException {
        String name =
                directory.equals(folder) ? "store" : directory.getFileName().toString();
        forced.add(name + " lists "
                + String.join(
                        ", ",
                        files(directory).stream()
                                .filter(file -> !file.equals("incoming"))
                                .toList()));
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

package org.safetyledger.supervision.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.supervision.draw.DrawPool.Candidate;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.Loop;

/** Draws of random pools by random seeds. */
class DrawPropertyTest {
    private static final int POOLS = 200;

    @Test
    void whateverThePoolAndTheSeedAFewLinesDrawTheSameAndNobodyWhoIsExcludedIsDrawn() {
        long start = Chance.seed("draws");
        for (int run = 0; run < POOLS; run++) {
            // Given
            Random random = new Random(start + run);
            DrawPool pool = pool(random);
            Lot lot = new Lot("seed " + random.nextLong(), random.nextInt(1000) + " | " + random.nextInt(10));
            int number = 1 + random.nextInt(20);
            int officers = 1 + random.nextInt(3);

            // When
            List<DrawnVisit> drawn = DrawnVisit.of(pool, lot, number, officers);

            // Then
            assertEquals(byHand(pool.candidates(), lot, number, officers), drawn, "run " + run);
            assertNobodyExcluded(pool, drawn);
            assertEquals(
                    drawn.size(),
                    drawn.stream().map(DrawnVisit::enterprise).distinct().count());
            assertTrue(
                    drawn.size() == number || drawn.size() == pool.enterprises().size());

            // When
            List<Candidate> shuffled = new ArrayList<>(pool.candidates());
            Collections.shuffle(shuffled, random);

            // Then
            assertEquals(drawn, DrawnVisit.of(new DrawPool(shuffled), lot, number, officers), "run " + run);
        }
    }

    @Test
    void anotherSecretOrAnotherPublicValueDrawsOthers() {
        DrawPool pool = new DrawPool(IntStream.range(0, 1000)
                .mapToObj(i -> Candidate.enterprise(new UUID(0, i), "e" + i, null))
                .toList());
        List<DrawnVisit> drawn = DrawnVisit.of(pool, new Lot("seed", "5 0 7"), 10, 0);
        assertNotEquals(drawn, DrawnVisit.of(pool, new Lot("seed", "5 0 8"), 10, 0));
        assertNotEquals(drawn, DrawnVisit.of(pool, new Lot("seeds", "5 0 7"), 10, 0));
    }

    @Test
    void hashOfThePoolKnowsWhoIsLeftOutAndNotWhy() {
        List<Candidate> pool = List.of(Candidate.enterprise(new UUID(0, 1), "e", null));
        List<Candidate> without = List.of(Candidate.enterprise(new UUID(0, 1), "e", "上月已检查"));
        List<Candidate> otherwise = List.of(Candidate.enterprise(new UUID(0, 1), "e", "停产"));
        assertNotEquals(new DrawPool(pool).hash(), new DrawPool(without).hash());
        assertEquals(new DrawPool(without).hash(), new DrawPool(otherwise).hash());
    }

    private static DrawPool pool(Random random) {
        List<Candidate> pool = new ArrayList<>();
        int enterprises = 1 + random.nextInt(40);
        int officers = 4 + random.nextInt(8);
        for (int i = 0; i < enterprises; i++) {
            pool.add(Candidate.enterprise(uuid(random), "e" + i, random.nextInt(5) == 0 ? "上月已检查" : null));
        }
        for (int i = 0; i < officers; i++) {
            pool.add(Candidate.officer(uuid(random), "o" + i, random.nextInt(6) == 0 ? "脱产培训" : null));
        }
        int conflicts = random.nextInt(10);
        for (int i = 0; i < conflicts; i++) {
            pool.add(new Candidate(
                    pool.get(random.nextInt(enterprises)).enterprise(),
                    pool.get(enterprises + random.nextInt(officers)).officer(),
                    "e / o",
                    "近亲属在该企业任职"));
        }
        return new DrawPool(pool);
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** The rule as it is published: in the order of the hashes, the first ones. */
    private static List<DrawnVisit> byHand(List<Candidate> pool, Lot lot, int number, int officers) {
        String seed = lot.seed() + "|" + lot.publicValue() + "|";
        return pool.stream()
                .filter(one -> one.officer() == null && one.exclusion() == null)
                .map(one -> text(one.enterprise()))
                .sorted(Comparator.comparing(enterprise -> sha256(seed + enterprise)))
                .limit(number)
                .map(enterprise -> new DrawnVisit(
                        enterprise,
                        pool.stream()
                                .filter(one -> one.enterprise() == null && one.exclusion() == null)
                                .map(one -> text(one.officer()))
                                .filter(officer -> pool.stream()
                                        .noneMatch(one ->
                                                enterprise.equals(one.enterprise()) && officer.equals(one.officer())))
                                .sorted(Comparator.comparing(officer -> sha256(seed + enterprise + "|" + officer)))
                                .limit(officers)
                                .toList()))
                .toList();
    }

    private static void assertNobodyExcluded(DrawPool pool, List<DrawnVisit> drawn) {
        Set<String> excluded = new HashSet<>();
        pool.candidates().stream()
                .filter(one -> one.exclusion() != null)
                .forEach(one -> excluded.add(one.enterprise() + "|" + one.officer()));
        for (DrawnVisit visit : drawn) {
            assertTrue(!excluded.contains(visit.enterprise() + "|null"));
            for (String officer : visit.officers()) {
                assertTrue(!excluded.contains("null|" + officer)
                        && !excluded.contains(visit.enterprise() + "|" + officer));
            }
        }
    }

    private static String text(@Nullable String id) {
        return String.valueOf(id);
    }

    private static String sha256(String text) {
        return Loop.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}

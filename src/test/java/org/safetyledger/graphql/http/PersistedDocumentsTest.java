package org.safetyledger.graphql.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Powers;
import org.safetyledger.access.Role;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** What is kept of callers' documents is bounded, and none of them can take another's place at will. */
class PersistedDocumentsTest {
    private final PersistedDocuments documents = new PersistedDocuments();

    @Test
    void documentIsFoundByItsHash() {
        // Given
        assertEquals(ErrorCode.PERSISTED_QUERY_NOT_FOUND, refusal(hash("{ 通道 }"), null));

        // When
        keep("{ 通道 }", "a");

        // Then
        assertEquals("{ 通道 }", documents.document(hash("{ 通道 }"), null));
    }

    @Test
    void documentOfAnotherHashIsRefused() {
        assertEquals("{ a }", documents.document(hash("{ a }"), "{ a }"));
        assertEquals(ErrorCode.BAD_REQUEST, refusal(hash("{ b }"), "{ a }"));
    }

    @Test
    void halfACharacterIsNoQuestionMark() {
        assertEquals(ErrorCode.BAD_REQUEST, refusal(hash("{ a(b: \"?\") }"), "{ a(b: \"\ud800\") }"));
    }

    @Test
    void documentWithoutAHashIsNotKept() {
        // When
        documents.keep(new GraphQLRequest("{ a }", null, Map.of(), null, false, MediaTypes.JSON), caller("a"));

        // Then
        assertEquals(ErrorCode.PERSISTED_QUERY_NOT_FOUND, refusal(hash("{ a }"), null));
    }

    @Test
    void whatOneCallerBringsLeavesOthersTheirPlace() {
        // Given
        keep("{ ofAnother }", "another");
        List<String> many =
                IntStream.range(0, 10_000).mapToObj(i -> "{ a" + i + " }").toList();

        // When
        many.forEach(document -> keep(document, "a"));

        // Then
        assertEquals(PersistedDocuments.MOST_OF_CALLER / PersistedDocuments.LEAST_OF_ONE, kept(many));
        assertEquals("{ ofAnother }", documents.document(hash("{ ofAnother }"), null));
        keep("{ laterOfAnother }", "another");
        assertEquals("{ laterOfAnother }", documents.document(hash("{ laterOfAnother }"), null));
    }

    @Test
    void whatIsKeptOfOneCallerIsBoundedByItsLength() {
        // Given
        String long1 = "{ a } #" + "x".repeat(99_000);
        List<String> many = IntStream.range(0, 10).mapToObj(i -> long1 + i).toList();

        // When
        many.forEach(document -> keep(document, "a"));

        // Then
        assertEquals(PersistedDocuments.MOST_OF_CALLER / many.getFirst().length(), kept(many));
    }

    @Test
    void whatIsKeptOfAllIsBoundedByNumberAndByLength() {
        // Given
        List<String> shortOnes =
                IntStream.range(0, 6_000).mapToObj(i -> "{ a" + i + " }").toList();
        String text = "{ a } #" + "x".repeat(99_000);
        List<String> longOnes = IntStream.range(0, 200).mapToObj(i -> text + i).toList();

        // When
        for (int i = 0; i < shortOnes.size(); i++) {
            keep(shortOnes.get(i), "short" + i / 100);
        }

        // Then
        int most = PersistedDocuments.MOST / PersistedDocuments.LEAST_OF_ONE;
        await().until(() -> kept(shortOnes) <= most);
        assertTrue(kept(shortOnes) > most / 2);

        // When
        for (int i = 0; i < longOnes.size(); i++) {
            keep(longOnes.get(i), "long" + i);
        }

        // Then
        await().until(() -> kept(shortOnes) * PersistedDocuments.LEAST_OF_ONE + kept(longOnes) * text.length()
                <= PersistedDocuments.MOST);
    }

    private void keep(String document, String subject) {
        documents.keep(
                new GraphQLRequest(document, null, Map.of(), hash(document), false, MediaTypes.JSON), caller(subject));
    }

    private int kept(List<String> all) {
        return (int)
                all.stream().filter(document -> documents.has(hash(document))).count();
    }

    private ErrorCode refusal(String hash, @Nullable String given) {
        return assertThrows(Refusal.class, () -> documents.document(hash, given))
                .code();
    }

    private static Caller caller(String subject) {
        return new Caller(subject, subject, Role.AUDITOR, "410200000000", null, Powers.NONE, null, Set.of());
    }

    private static String hash(String document) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

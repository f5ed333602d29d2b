package org.safetyledger.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;

/** The service does not start with a declaration that lacks something, and says in a sentence what. */
class CompleteDeclarationTest {
    @Test
    void typeWithoutADescriptionIsRefused() {
        assertEquals(
                "Type Bulletin has no description: say what it means and, where it is not everybody, who sees it",
                refusal(ReadType.of("Bulletin", "bulletin", "")));
    }

    @Test
    void fieldWithoutADescriptionIsRefused() {
        assertEquals(
                "Bulletin.title has no description: say what it means and, where it is not everybody, who sees it",
                refusal(ReadType.of("Bulletin", "bulletin", "A bulletin.").text("title!", " ")));
    }

    @Test
    void typeWithANodeIdThatNoPermissionGuardsIsRefused() {
        assertEquals(
                "Type Bulletin has a node id, but no list whose permission says who reads it:"
                        + " add .list(ReadList.of(field, permission, description))",
                refusal(ReadType.of("Bulletin", "bulletin", "A bulletin.").node(NodeType.CAMPAIGN)));
    }

    @Test
    void listWithoutAnOrderIsRefused() {
        assertEquals(
                "List bulletins has no order, the first of which is the default: add .ascending(…) or .descending(…)",
                refusal(ReadType.of("Bulletin", "bulletin", "A bulletin.")
                        .list(ReadList.of("bulletins", Permission.READ, "Bulletins."))));
    }

    @Test
    void twoTypesOfOneNameOrIdAreRefused() {
        assertEquals(
                "Types Bulletin and Notice are both declared as CAMPAIGN",
                refusal(
                        ReadType.of("Bulletin", "bulletin", "A bulletin.").node(NodeType.CAMPAIGN),
                        ReadType.of("Notice", "notice", "A notice.").node(NodeType.CAMPAIGN)));
    }

    private static String refusal(ReadType... types) {
        return String.valueOf(assertThrows(
                        IllegalStateException.class,
                        () -> new ReadTypes(List.of(() -> List.of(types)), new ResolvedBounds(List.of())))
                .getMessage());
    }
}

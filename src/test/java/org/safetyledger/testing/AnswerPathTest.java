package org.safetyledger.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is walked is what the scripts find. */
class AnswerPathTest {
    private static final String TEXT = """
            {"data": {"hazards": {"totalCount": 2, "share": 0.5, "first": 7, "nodes": [
                {"id": "a", "title": "通道", "tags": ["x", "y"], "parts": [{"n": 1}, {"n": 2}], "none": null},
                null,
                {"id": "b", "tags": [], "parts": [{"n": 3}, null], "none": null}]}, "empty": [], "missing": null},
             "errors": [{"extensions": {"code": "BUSY"}}]}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data.hazards",
                "data.hazards.totalCount",
                "data.hazards.share",
                "data.hazards.first",
                "data.hazards.nodes",
                "data.hazards.nodes.id",
                "data.hazards.nodes.title",
                "data.hazards.nodes.none",
                "data.hazards.nodes.tags",
                "data.hazards.nodes.parts.n",
                "data.hazards.nodes.parts[0].n",
                "data.hazards.nodes[0].parts.n",
                "data.hazards.nodes[0].parts[1].n",
                "data.hazards.nodes[-1].id",
                "data.hazards.nodes[1].id",
                "data.hazards.nodes[9].id",
                "data.hazards.nodes.first",
                "data.hazards.nodes.empty",
                "data.hazards.nodes.size()",
                "data.hazards.nodes.find { it?.id == 'b' }.tags",
                "data.hazards.nodes.find { it.id == 'a' }.tags",
                "data.hazards.nodes.find { it.id == 'a' }.parts[1].n",
                "data.hazards.nodes[0].parts.find { it.n == '2' }",
                "data.hazards.nodes[0].parts.find { it.none == 'x' }.n",
                "errors.find { it.extensions == 'x' }",
                "errors.find { it.extensions.code == 'BUSY' }.extensions",
                "data.empty.find { it.id == 'b' }.tags",
                "data.missing.find { it.id == 'b' }",
                "data.hazards.totalCount.id",
                "data.hazards[0]",
                "data.empty.id",
                "data.empty[0].id",
                "data.missing.nodes[0].id",
                "data.absent.nodes.id",
                "errors[0].extensions.code",
                "errors.extensions.code",
                "errors?.getAt(0)?.extensions?.code",
            })
    void givesWhatTheScriptGives(String path) {
        assertEquals(new JsonPath(TEXT).<Object>get(path), new AnswerPath(TEXT).<Object>get(path));
        assertEquals(new JsonPath(TEXT).getString(path), new AnswerPath(TEXT).getString(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"totalCount", "nodes.id", "nodes[0].title", "nodes.find { it?.id == 'b' }.id"})
    void startsFromTheRootThatWasSet(String path) {
        assertEquals(
                new JsonPath(TEXT).setRootPath("data.hazards").<Object>get(path),
                new AnswerPath(TEXT).setRootPath("data.hazards").<Object>get(path));
    }

    @Test
    void refusesWhatTheScriptRefuses() {
        String path = "data.empty[-1].id";
        assertThrows(IllegalArgumentException.class, () -> new JsonPath(TEXT).get(path));
        assertThrows(IllegalArgumentException.class, () -> new AnswerPath(TEXT).get(path));
    }
}

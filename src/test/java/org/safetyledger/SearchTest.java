package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** What a search finds: the same characters in whatever width and case, all words, and each row once. */
@LedgerTest
class SearchTest {
    private static final String SEARCH = """
            query($text: String!, $first: Int, $after: String) {
              hazards(first: $first, after: $after, filter: {text: $text}, orderBy: REPORTED_AT_DESC) {
                totalCount totalCountExact pageInfo { hasNextPage endCursor } nodes { id title } } }
            """;

    @Inject
    LedgerTables tables;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "配电箱ＡＢＣ－１２未接地       | abc-12",
                "配电箱abc-12未接地          | ＡＢＣ－１２",
                "泵房（甲）漏油              | (甲)",
                "泵房(甲)漏油               | （甲）",
                "ｶﾞｽ漏れ                   | ガス",
                "Straße 塌陷               | STRASSE",
                "②号炉                     | 2号",
                "消防 通道 堵塞              | 堵塞　通道",
                "阀门🔥冒烟                  | 🔥",
                "阀门👩‍🚒值守                 | 👩‍🚒",
                "cafe\u0301 后厨            | CAFÉ",
                "竖井无盖                    | 井",
                "合格率100%_未达             | 100%_",
                "反斜杠\\标识                 | 杠\\",
            })
    void searchFindsTheSameCharactersInEachWidthAndCase(String title, String text) {
        // Given
        String hazard = report(title);

        // Then
        for (TestCaller caller : List.of(CITY_OFFICER, OFFICER_LANKAO, MANAGER_LANKAO)) {
            JsonPath found = search(caller, text, 100, null);
            assertTrue(found.getList("data.hazards.nodes.id").contains(hazard), found::prettify);
        }
    }

    @Test
    void allWordsMustOccurInAnyOrder() {
        // Given
        String word = UUID.randomUUID().toString().substring(0, 8);
        String hazard = report("吊装作业" + word + "无人监护");

        // Then
        assertEquals(List.of(hazard), ids(search(OFFICER_LANKAO, "监护 " + word + "\u3000吊装", 20, null)));
        assertEquals(List.of(), ids(search(OFFICER_LANKAO, word + " 临边防护", 20, null)));
        assertEquals(List.of(), ids(search(OFFICER_LANKAO, word + " 無", 20, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"一 二 三 四 五 六", "a\u3000b c d e f"})
    void moreThanFiveWordsAreRefused(String text) {
        // Then
        assertEquals(
                List.of("LIST_TOO_LONG"),
                LedgerClient.as(OFFICER_LANKAO).errorCodes(SEARCH, Map.of("text", text, "first", 20)));
    }

    @Test
    void pagesOfASearchHaveEachRowOnceInOrder() {
        // Given
        String word = UUID.randomUUID().toString();
        List<String> reported = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            reported.addFirst(report("应急照明损坏 " + word + " " + i));
        }

        // When
        List<String> paged = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = search(OFFICER_LANKAO, word.substring(4) + " 照明", 2, after);
            assertEquals(5, page.getInt("data.hazards.totalCount"));
            assertTrue(page.getBoolean("data.hazards.totalCountExact"));
            paged.addAll(ids(page));
            after = page.getBoolean("data.hazards.pageInfo.hasNextPage")
                    ? page.getString("data.hazards.pageInfo.endCursor")
                    : null;
        } while (after != null);

        // Then
        assertEquals(reported, paged);
    }

    @Test
    void searchHoldsTogetherWithTheOtherConditions() {
        // Given
        String word = UUID.randomUUID().toString();
        String hazard = report("安全出口上锁 " + word);
        String document = "query($f: HazardFilter) { hazards(filter: $f) { totalCount nodes { id } } }";

        // When
        JsonPath reported = LedgerClient.as(OFFICER_LANKAO)
                .query(document, Map.of("f", Map.of("text", word, "statuses", List.of("REPORTED", "CLOSED"))));
        JsonPath closed = LedgerClient.as(OFFICER_LANKAO)
                .query(document, Map.of("f", Map.of("text", word, "statuses", List.of("CLOSED"), "open", false)));

        // Then
        assertEquals(List.of(hazard), ids(reported));
        assertEquals(1, reported.getInt("data.hazards.totalCount"));
        assertEquals(List.of(), ids(closed));
        assertEquals(0, closed.getInt("data.hazards.totalCount"));
    }

    @Test
    void namesComeInTheOrderOfPinyinAndPageInIt() {
        // Given
        String document = """
                query($after: String) { people(first: 1, after: $after, text: "拼音次序") {
                  pageInfo { hasNextPage endCursor } nodes { name } } }
                """;
        // By their code points: 丁 (U+4E01), 安 (U+5B89), 白 (U+767D), 陈 (U+9648).
        for (String name : List.of("丁拼音次序", "安拼音次序", "白拼音次序", "陈拼音次序")) {
            tables.change(
                    "insert into person (id, code, post_id, division_code, name) select gen_random_uuid(), ?, id, division_code, ?"
                            + " from post where county_code = '410225' limit 1",
                    UUID.randomUUID().toString(),
                    name);
        }

        // When
        List<String> names = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>();
        JsonPath page;
        do {
            page = LedgerClient.as(OFFICER_LANKAO).query(document, variables);
            names.addAll(page.getList("data.people.nodes.name"));
            variables.put("after", page.getString("data.people.pageInfo.endCursor"));
        } while (page.getBoolean("data.people.pageInfo.hasNextPage"));

        // Then
        assertEquals(List.of("安拼音次序", "白拼音次序", "陈拼音次序", "丁拼音次序"), names);
    }

    private static String report(String title) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of(
                                "enterpriseId",
                                new Loop().enterpriseId(OFFICER_LANKAO, LANKAO_ENTERPRISE),
                                "title",
                                title,
                                "category",
                                "FIRE_FACILITIES"),
                        "hazard { id }")
                .accepted()
                .text("hazard.id");
    }

    private static JsonPath search(TestCaller caller, String text, int first, @Nullable String after) {
        Map<String, Object> variables = new HashMap<>(Map.of("text", text, "first", first));
        variables.put("after", after);
        return LedgerClient.as(caller).query(SEARCH, variables);
    }

    private static List<String> ids(JsonPath found) {
        return found.getList("data.hazards.nodes.id");
    }
}

package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One directive of a conference of the city, with an item that a county's government leads and its fire brigade joins. */
record DirectiveScene(Desk desk, Demonstration.County county, DirectiveStory story) {
    /** Long enough to be issued, and soon over. */
    private static final int SECONDS_UNTIL_LATE = 20;

    void tell() {
        String directive = on(office(), "draftDirective", "DraftDirectiveInput", "directive", content(null));
        if (story == DirectiveStory.DRAFTED) {
            return;
        }
        if (story == DirectiveStory.LATE) {
            Map<String, Object> soonDue = content(draftedAt(directive).plusSeconds(SECONDS_UNTIL_LATE));
            soonDue.put("id", directive);
            on(office(), "reviseDirective", "ReviseDirectiveInput", "directive", soonDue);
        }
        on(office(), "issueDirective", "IssueDirectiveInput", "directive", Map.of("id", directive));
        if (story == DirectiveStory.OPEN || story == DirectiveStory.LATE) {
            return;
        }
        String item =
                ask(directive, "items { nodes { id } }").at("/items/nodes/0/id").asText();
        onItem(
                new Actor(desk, county.person("county-leader"), told()),
                "respondToDirective",
                "RespondToDirectiveInput",
                Map.of("id", item, "response", "已排查餐饮场所 326 家，整改隐患 41 处", "document", "政办〔2026〕31号"));
        switch (story) {
            case RETURNED ->
                onItem(
                        office(),
                        "returnDirectiveItem",
                        "ReturnDirectiveItemInput",
                        Map.of("id", item, "reason", "未附隐患台账，请补充后再报"));
            case COMPLETED ->
                onItem(office(), "acceptDirectiveResponse", "AcceptDirectiveResponseInput", Map.of("id", item));
            default -> {}
        }
    }

    private Map<String, Object> content(@Nullable OffsetDateTime dueAt) {
        Map<String, Object> item = new HashMap<>(Map.of(
                "demand",
                "对餐饮场所燃气安全全覆盖排查",
                "result",
                "排查率达到百分之百，隐患全部建账",
                "lead",
                county.code(),
                "coUnits",
                List.of("KF-" + county.code().substring(0, 6) + "-FR")));
        if (dueAt != null) {
            item.put("dueAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dueAt));
        }
        return new HashMap<>(Map.of(
                "conference",
                "全市安全生产工作例会",
                "heldOn",
                Demonstration.dayIn(0).toString(),
                "documentNumber",
                "汴安委办〔2026〕18号",
                "items",
                List.of(item)));
    }

    private OffsetDateTime draftedAt(String directive) {
        return OffsetDateTime.parse(
                ask(directive, "draftedAt").path("draftedAt").asText());
    }

    private JsonNode ask(String directive, String fields) {
        return desk.ask(
                        office().persona(),
                        "query($id: ID!) { directive(id: $id) { " + fields + " } }",
                        Map.of("id", directive))
                .at("/data/directive");
    }

    private static void onItem(Actor actor, String mutation, String inputType, Map<String, ?> input) {
        on(actor, mutation, inputType, "directiveItem", input);
    }

    private static String on(Actor actor, String mutation, String inputType, String object, Map<String, ?> input) {
        return actor.does(mutation, inputType, object, input);
    }

    private Actor office() {
        return new Actor(desk, "safety-committee-office", told());
    }

    private String told() {
        return county.name() + " directive " + story;
    }
}

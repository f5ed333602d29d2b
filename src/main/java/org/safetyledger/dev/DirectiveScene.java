package org.safetyledger.dev;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One directive of a conference of the city, with an item that a county's government leads and its fire brigade joins. */
record DirectiveScene(Desk desk, Demonstration.County county, DirectiveStory story) {
    /** After the conference, and passed by now. */
    private static final int DUE_DAYS_AGO = 2;

    void tell() {
        String directive = on(office(), "draftDirective", "DraftDirectiveInput", "directive", content());
        if (story == DirectiveStory.DRAFTED) {
            return;
        }
        on(office(), "issueDirective", "IssueDirectiveInput", "directive", Map.of("id", directive));
        if (story == DirectiveStory.OPEN || story == DirectiveStory.LATE) {
            return;
        }
        String item = desk.ask(
                        office().persona(),
                        "query($id: ID!) { directive(id: $id) { items { nodes { id } } } }",
                        Map.of("id", directive))
                .at("/data/directive/items/nodes/0/id")
                .asText();
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

    private Map<String, Object> content() {
        Map<String, Object> item = new HashMap<>(Map.of(
                "demand",
                "对餐饮场所燃气安全全覆盖排查",
                "result",
                "排查率达到百分之百，隐患全部建账",
                "lead",
                county.code(),
                "coUnits",
                List.of("KF-" + county.code().substring(0, 6) + "-FR")));
        if (story == DirectiveStory.LATE) {
            item.put("dueAt", Demonstration.inDays(-DUE_DAYS_AGO));
        }
        return Map.of(
                "conference",
                "全市安全生产工作例会",
                "heldOn",
                Demonstration.dayIn(-story.daysAgo()).toString(),
                "documentNumber",
                "汴安委办〔2026〕18号",
                "items",
                List.of(item));
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

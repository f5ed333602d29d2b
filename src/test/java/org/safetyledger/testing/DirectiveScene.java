package org.safetyledger.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient.Payload;

/**
 * Directives of an office to one addressee, each new and in the state that is asked for.
 *
 * @param office who drafts, issues and decides
 * @param lead code of the government or department that leads
 * @param answerer somebody of the lead
 */
public record DirectiveScene(TestCaller office, String lead, TestCaller answerer) {
    /** The city's safety committee's office demands something of a department of Lankao. */
    public static final DirectiveScene DEPARTMENT =
            new DirectiveScene(TestCaller.OFFICE_CITY, "KF-410225-FR", TestCaller.FIRE_LANKAO);

    /** The city's safety committee's office demands something of the government of Lankao. */
    public static final DirectiveScene GOVERNMENT =
            new DirectiveScene(TestCaller.OFFICE_CITY, "410225000000", TestCaller.COUNTY_LEADER_LANKAO);

    /** Lankao's own office demands something of a town. */
    public static final DirectiveScene TOWN =
            new DirectiveScene(TestCaller.OFFICE_LANKAO, "410225101000", TestCaller.TOWN_OFFICER_LANKAO);

    /** What an item demands of the lead. */
    public Map<String, Object> item() {
        return item(lead);
    }

    public static Map<String, Object> item(String lead) {
        return new HashMap<>(Map.of("demand", "对辖区餐饮场所燃气安全全覆盖排查", "result", "排查率达到百分之百，隐患全部建账", "lead", lead));
    }

    public Map<String, Object> content() {
        return content(List.of(item()));
    }

    public static Map<String, Object> content(List<? extends Map<String, ?>> items) {
        return new HashMap<>(Map.of(
                "conference",
                "全市安全生产工作例会",
                "heldOn",
                LocalDate.now(Times.ZONE).toString(),
                "documentNumber",
                "汴安委办〔2026〕18号",
                "items",
                items));
    }

    public Payload draft(Map<String, ?> content) {
        return LedgerClient.as(office)
                .mutate("draftDirective", "DraftDirectiveInput", content, "directive { id status demands { lead } }");
    }

    public String drafted() {
        return draft(content()).accepted().text("directive.id");
    }

    public String issued() {
        return issued(content());
    }

    public String issued(Map<String, ?> content) {
        String directive = draft(content).accepted().text("directive.id");
        issue(office, directive).accepted();
        return directive;
    }

    public static Payload issue(TestCaller caller, String directive) {
        return LedgerClient.as(caller)
                .mutate("issueDirective", "IssueDirectiveInput", Map.of("id", directive), "directive { status }");
    }

    /** The items of a directive, as the caller sees them, by number. */
    public static List<String> items(TestCaller reader, String directive) {
        return LedgerClient.as(reader)
                .query(
                        "query($id: ID!) { directive(id: $id) { items(first: 50) { nodes { id number } } } }",
                        Map.of("id", directive))
                .getList("data.directive.items.nodes.sort { it.number }.id");
    }

    public String issuedItem() {
        return items(office, issued()).getFirst();
    }

    public String answeredItem() {
        String item = issuedItem();
        respond(answerer, item, "已完成排查").accepted();
        return item;
    }

    public static Payload respond(TestCaller caller, String item, String response) {
        return LedgerClient.as(caller)
                .mutate(
                        "respondToDirective",
                        "RespondToDirectiveInput",
                        Map.of("id", item, "response", response, "document", "兰消〔2026〕7号"),
                        "directiveItem { status missingCoUnits answeredBy responses { leads text } }");
    }

    /** Accepts, returns or withdraws an item. */
    public static Payload decide(TestCaller caller, String mutation, Map<String, ?> input) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return LedgerClient.as(caller)
                .mutate(mutation, type, input, "directiveItem { status reason dueAt directive { status } }");
    }
}
